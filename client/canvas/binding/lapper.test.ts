import { describe, expect, test } from 'vitest';
import { type Command, run } from '../../../shared/document/commands/command.ts';
import type { LappId } from '../../../shared/ids/ids.ts';
import { setEntityText } from '../../../shared/sheet/commands/entities.ts';
import { patchLapp, removeLapp } from '../../../shared/sheet/commands/lapp.ts';
import { addTiltak, removeTiltak } from '../../../shared/sheet/commands/tiltak.ts';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { aSheet, at, seeded } from '../../../tests/world/sheets.ts';
import { LOCAL_COMMAND } from '../../sheet/origins.ts';
import { lappIdOfShape, shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { sampleShapes } from './samples.ts';
import {
  aBinding,
  aGeo,
  aShape,
  boardsOf,
  freshRecords,
  meet,
  PAGE_ID,
  shapeId,
  TestBoard,
} from './testBoard.ts';

/** In `TestBoard` the section begrunnelse lies between 0 and 400; a note is 100 wide. */
const LAPPER = [
  { text: 'inne', xy: [10, 10], section: 'begrunnelse', color: 'rosa', author: 'Ola' },
  { text: 'ute', xy: [600, 10], section: 'tiltak' },
] as const;

function aBoard(options: Partial<ConstructorParameters<typeof TestBoard>[0]> = {}) {
  const { doc, ids } = aSheet({ lapper: LAPPER });
  const board = new TestBoard({ doc, random: seeded(1).bytes, ...options });
  const [inside, outside] = [at(ids.lapper, 0), at(ids.lapper, 1)];
  return { board, inside, outside, shape: shapeIdOfLapp(inside) };
}

function inForm(board: TestBoard, command: Command<unknown>): void {
  run(board.doc, command, { origin: LOCAL_COMMAND, random: seeded(3).bytes });
  board.frame();
}

function lapp(board: TestBoard, id: string) {
  const found = board.snapshot().lapper.find((candidate) => candidate.id === id);
  if (found === undefined) throw new RangeError(`No ${id}`);
  return found;
}

describe('notes on the canvas', () => {
  test('CB-17: are shown as their entities say', () => {
    const { board, inside, shape } = aBoard();
    expect(board.shape(shape)).toMatchObject({
      type: 'lapp',
      x: 10,
      y: 10,
      rotation: 0,
      parentId: PAGE_ID,
      props: {
        text: 'inne',
        color: 'rosa',
        author: 'Ola',
        section: 'begrunnelse',
        group: '',
        became: '',
      },
    });
    inForm(board, setEntityText('lapper', inside, 'text', 'inne og varm'));
    inForm(board, patchLapp(inside, { color: 'blaa', section: null }));
    expect(board.shape(shape).props).toMatchObject({
      text: 'inne og varm',
      color: 'blaa',
      section: '',
    });
    inForm(board, removeLapp(inside));
    expect(board.has(shape)).toBe(false);
  });

  test.each([
    ['into a section', 1, [40, 50], 'begrunnelse'],
    ['out of the section that it lay in', 0, [500, 500], null],
    ['from one place outside to another', 1, [500, 500], 'tiltak'],
    ['within its section', 0, [200, 200], 'begrunnelse'],
  ] as const)('CB-17: moved %s', (_where, which, [x, y], section) => {
    const { board, inside, outside } = aBoard();
    const id = which === 0 ? inside : outside;
    board.gesture(() => board.change(shapeIdOfLapp(id), { x, y }));
    expect(lapp(board, id)).toMatchObject({ xy: [x, y], section });
    expect(board.shape(shapeIdOfLapp(id)).props).toMatchObject({ section: section ?? '' });
    board.undo.undo();
    board.frame();
    expect(lapp(board, id)).toMatchObject({ xy: LAPPER[which].xy });
    expect(lapp(board, id).section).toBe(LAPPER[which].section);
  });

  test('CB-17: its centre says in which section a note lies', () => {
    const { board, outside } = aBoard();
    board.gesture(() => board.change(shapeIdOfLapp(outside), { x: 349, y: 0 }));
    expect(lapp(board, outside).section).toBe('begrunnelse');
    board.gesture(() => board.change(shapeIdOfLapp(outside), { x: 351, y: 0 }));
    expect(lapp(board, outside).section).toBe(null);
  });

  test('CB-17: removing, and putting in front of everything, drawings too', () => {
    const { board, inside, outside, shape } = aBoard();
    board.put(aGeo('a', { index: 'b00' as never }));
    board.frame();
    board.gesture(() => board.change(shape, { index: 'b01' as never }));
    expect(lapp(board, inside).order > board.shape(shapeId('a')).index).toBe(true);
    expect(board.shape(shape).index).toBe(lapp(board, inside).order);
    board.gesture(() => board.remove(shapeIdOfLapp(outside)));
    expect(board.snapshot().lapper.map(({ id }) => id)).toEqual([inside]);
    board.undo.undo();
    board.frame();
    expect(board.has(shapeIdOfLapp(outside))).toBe(true);
  });

  test('CB-17: nothing else of its shape reaches the document', () => {
    const { board, inside, shape } = aBoard();
    const before = board.snapshot();
    const shown = board.shape(shape);
    board.gesture(() => {
      board.change(shape, { rotation: 1, opacity: 0.5, isLocked: true, meta: { a: 1 } });
      board.changeProps(shape, { text: 'x', color: 'y', author: 'z', group: 'g' });
    });
    expect(board.snapshot()).toEqual(before);
    expect(board.shape(shape)).toEqual(shown);
    expect(lapp(board, inside).text).toBe('inne');
  });

  test('CB-17: a note says what it became while that is there', () => {
    const { board, inside, shape } = aBoard();
    inForm(board, addTiltak({ title: 'et tiltak' }));
    const [tiltak] = board.snapshot().tiltak;
    if (tiltak === undefined) throw new Error('No tiltak');
    inForm(board, patchLapp(inside, { became: { type: 'tiltak', id: tiltak.id } }));
    expect(board.shape(shape).props).toMatchObject({ became: 'tiltak' });
    inForm(board, removeTiltak(tiltak.id));
    expect(board.shape(shape).props).toMatchObject({ became: '' });
    board.undo.undo();
    board.frame();
    expect(board.shape(shape).props).toMatchObject({ became: 'tiltak' });
  });

  test('CB-17: typing in the form and dragging on the canvas at once keep both', () => {
    const { board, inside, shape } = aBoard();
    board.binding.beginGesture();
    board.change(shape, { x: 100 });
    inForm(board, setEntityText('lapper', inside, 'text', 'nye ord'));
    expect(board.shape(shape)).toMatchObject({ x: 100, props: { text: 'nye ord' } });
    board.binding.endGesture();
    expect(lapp(board, inside)).toMatchObject({ text: 'nye ord', xy: [100, 10] });
  });

  test('CB-16: an ill-typed note is not shown and is named', () => {
    const { board, inside, shape } = aBoard();
    const entity = collectionOf(board.doc, 'lapper').get(inside) as Map<string, unknown>;
    entity.set('xy', 'nowhere');
    board.frame();
    expect(board.has(shape)).toBe(false);
    expect(board.binding.notices.getState().quarantined).toEqual([`lapper/${inside}`]);
    entity.set('xy', [1, 2]);
    board.frame();
    expect(board.shape(shape).x).toBe(1);
  });

  test('CB-18: a copy becomes a note of its own, and its arrow follows', () => {
    const adopted: [string, string, boolean, boolean][] = [];
    const { board, shape } = aBoard({
      onAdopted: (oldId, newId) => adopted.push([oldId, newId, board.has(oldId), board.has(newId)]),
    });
    const copy = shapeId('copy');
    const arrow = sampleShapes().find(({ type }) => type === 'arrow');
    if (arrow === undefined) throw new Error('No arrow');
    board.gesture(() => {
      board.put({ ...board.shape(shape), id: copy, x: 600, y: 700, index: 'a9' as never });
      board.put(arrow, aBinding('x', arrow.id, copy, 'end'));
    });
    const { lapper } = board.snapshot();
    expect(lapper).toHaveLength(3);
    const made = lapper.find(({ author }) => author === 'Kari');
    expect(made).toMatchObject({ text: 'inne', color: 'rosa', section: null, xy: [600, 700] });
    const madeShape = shapeIdOfLapp(made?.id ?? '');
    expect(adopted).toEqual([[copy, madeShape, true, true]]);
    expect([board.has(copy), board.has(madeShape)]).toEqual([false, true]);
    expect(board.records()).toMatchObject({ 'binding:x': { toId: madeShape } });
    expect(board.snapshot().canvas.map(({ id }) => id)).not.toContain(copy);
    expect(board.records()).toEqual(freshRecords(board.doc));
    board.undo.undo();
    board.frame();
    expect(board.snapshot().lapper).toHaveLength(2);
    expect(board.has(madeShape)).toBe(false);
  });

  test('CB-18: a reader’s copy goes', () => {
    const { board, shape } = aBoard({ canWrite: () => false });
    board.gesture(() => board.put({ ...board.shape(shape), id: shapeId('copy') }));
    expect(board.has(shapeId('copy'))).toBe(false);
    expect(board.snapshot().lapper).toHaveLength(2);
  });

  test('CB-19: put into a frame, a note stays on the page where it was seen', () => {
    const { board, inside, shape } = aBoard();
    const frame = { w: 100, h: 100, name: '', color: 'black' };
    board.put({ ...aShape('frame', 'frame', frame), x: 100, y: 200, rotation: Math.PI / 2 });
    board.frame();
    // A quarter turn: 10 to the right in the frame is 10 down on the page.
    board.gesture(() => board.change(shape, { parentId: shapeId('frame'), x: 10, y: -20 }));
    expect(board.shape(shape).parentId).toBe(PAGE_ID);
    const [x, y] = lapp(board, inside).xy;
    expect([Math.round(x), Math.round(y)]).toEqual([120, 210]);
  });

  test('CB-19: notes alone make no group', () => {
    const { board, inside, outside } = aBoard();
    board.gesture(() => {
      board.put(aShape('group', 'group', {}));
      for (const id of [inside, outside]) {
        board.change(shapeIdOfLapp(id), { parentId: shapeId('group') });
      }
    });
    expect(board.has(shapeId('group'))).toBe(false);
    expect(board.snapshot().canvas).toEqual([]);
  });

  test('CB-6: a note that a colleague removed stays away, whatever is put back of it', () => {
    const { board: first, shape } = aBoard();
    const [alice, bob] = boardsOf(first.doc, 2);
    if (alice === undefined || bob === undefined) throw new Error('Not two');
    alice.binding.beginGesture();
    alice.change(shape, { x: 50 });
    const dragged = alice.shape(shape);
    inForm(bob, removeLapp(lappIdOfShape(shape) as LappId));
    meet(alice, bob);
    alice.put(dragged);
    alice.binding.endGesture();
    expect(alice.has(shape)).toBe(false);
    expect(alice.snapshot().lapper).toHaveLength(1);
  });
});
