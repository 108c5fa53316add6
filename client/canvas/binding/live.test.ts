import { describe, expect, test } from 'vitest';
import { aSheet, at, seeded } from '../../../tests/world/sheets.ts';
import { shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { sampleShapes } from './samples.ts';
import { aGeo, boardsOf, lookAround, meet, shapeId, TestBoard } from './testBoard.ts';

const A = shapeId('a');
const B = shapeId('b');
const MOST_BYTES = 6000;
const HOLD_FRAMES = 20;

/** Alice and Bob, who both see the shapes `a` and `b` and one note. */
function twoBoards() {
  const { doc, ids } = aSheet({ lapper: [{ text: 'hei', xy: [10, 10] }] });
  const first = new TestBoard({ doc, random: seeded(1).bytes });
  first.put(aGeo('a'), aGeo('b'));
  first.frame();
  const [alice, bob] = boardsOf(doc, 2);
  if (alice === undefined || bob === undefined) throw new Error('Not two');
  return { alice, bob, note: shapeIdOfLapp(at(ids.lapper)) };
}

function live(board: TestBoard): Readonly<Record<string, unknown>> | null {
  return (board.awareness.getLocalState()?.['live'] ?? null) as never;
}

function setLive(board: TestBoard, value: unknown): void {
  board.awareness.setLocalStateField('live', value);
}

function drag(board: TestBoard, id: string, x: number): void {
  board.change(id, { x });
  board.frames(4);
}

function stroke(name: string, count: number) {
  const points = Array.from({ length: count }, (_, x) => ({ x: x * 1.25, y: x % 7, z: 0.5 }));
  const shape = sampleShapes().find(({ type }) => type === 'draw');
  if (shape === undefined) throw new Error('No stroke');
  const props = { ...shape.props, segments: [{ type: 'free', points }] };
  return { ...shape, id: shapeId(name), props } as typeof shape;
}

describe('while somebody drags', () => {
  test('CB-21: what changes is in their awareness, beside what else they say, until the write', () => {
    const { alice, note } = twoBoards();
    alice.awareness.setLocalStateField('user', { name: 'Alice' });
    alice.binding.beginGesture();
    alice.change(A, { x: 5, rotation: 1 });
    alice.change(note, { x: 6 });
    alice.frames(4);
    expect(live(alice)).toEqual({ [A]: { xy: [5, 0], rotation: 1 }, [note]: { xy: [6, 10] } });
    alice.binding.endGesture();
    expect(alice.awareness.getLocalState()).toEqual({ user: { name: 'Alice' }, live: null });
  });

  test('CB-21: it is sent at most every 50 ms, and the last of it is sent', () => {
    const { alice } = twoBoards();
    const times: number[] = [];
    alice.awareness.on('change', () => times.push(alice.time));
    alice.binding.beginGesture();
    for (let x = 1; x <= 30; x += 1) {
      alice.change(A, { x });
      alice.frame();
    }
    alice.frames(5);
    expect(live(alice)).toEqual({ [A]: { xy: [30, 0] } });
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(50);
    expect(times.length).toBeGreaterThan(5);
    expect(alice.isWaiting).toBe(false);
  });

  test('CB-21: it is never more than 6 kB, and what fits is sent', () => {
    const { alice } = twoBoards();
    alice.binding.beginGesture();
    alice.put(stroke('long', 5000));
    for (let count = 0; count < 400; count += 1) alice.put(aGeo(`g${count}`));
    alice.change(A, { x: 5 });
    alice.frames(4);
    const sent = live(alice) ?? {};
    expect(JSON.stringify(sent).length).toBeLessThanOrEqual(MOST_BYTES);
    expect(Object.keys(sent)).toContain(A);
    expect(Object.keys(sent).length).toBeGreaterThan(3);
  });

  test('CB-22: a stroke is seen while it is drawn, with fewer points', () => {
    const { alice, bob } = twoBoards();
    alice.binding.beginGesture();
    alice.put(stroke('s', 1000));
    alice.frames(4);
    lookAround(alice, bob);
    const points = (board: TestBoard) =>
      (board.shape(shapeId('s')).props as { segments: { points: unknown[] }[] }).segments[0]?.points
        .length ?? 0;
    expect(points(bob)).toBeGreaterThan(50);
    expect(points(bob)).toBeLessThanOrEqual(125);
    alice.binding.endGesture();
    meet(alice, bob);
    lookAround(alice, bob);
    expect(points(bob)).toBe(1000);
    expect(bob.snapshot().canvas).toHaveLength(3);
  });

  test('CB-22: others see it move, and their document does not change', () => {
    const { alice, bob, note } = twoBoards();
    alice.binding.beginGesture();
    alice.change(note, { x: 77 });
    drag(alice, A, 50);
    lookAround(alice, bob);
    expect([bob.shape(A).x, bob.shape(note).x]).toEqual([50, 77]);
    expect(bob.snapshot()).toEqual(alice.snapshot());
    expect(bob.snapshot().lapper[0]?.xy).toEqual([10, 10]);
  });

  test('CB-22: what one changes on a shape that another drags is only that', () => {
    const { alice, bob } = twoBoards();
    alice.binding.beginGesture();
    drag(alice, A, 50);
    lookAround(alice, bob);
    bob.gesture(() => bob.changeProps(A, { color: 'red' }));
    expect(bob.shape(A)).toMatchObject({ x: 50, props: { color: 'red' } });
    expect(bob.snapshot().canvas.find(({ id }) => id === A)).toMatchObject({
      xy: [0, 0],
      'prop:color': 'red',
    });
    meet(alice, bob);
    expect(alice.shape(A)).toMatchObject({ x: 50, props: { color: 'red' } });
  });

  test.each([
    ['a word', 'nonsense'],
    ['a place that is none', { [A]: { xy: 'there' } }],
    ['a colour that there is none of', { [A]: { 'prop:color': 'beige' } }],
    ['another type', { [A]: { base: { typeName: 'shape', type: 'lapp' } } }],
    ['another parent', { [A]: { parentId: B } }],
    ['a note that is none', { 'shape:lapp-x': { xy: [1, 2] } }],
    ['a shape that poses as a note', { 'shape:x': { base: { typeName: 'shape', type: 'lapp' } } }],
    ['a page', { 'page:page': { xy: [1, 2] } }],
    ['half a shape', { 'shape:x': { xy: [1, 2] } }],
    ['a key of an object', { __proto__: { xy: [1, 2] }, constructor: { xy: [1, 2] } }],
  ])('CB-22: %s in somebody’s awareness changes nothing', (_what, value) => {
    const { alice, bob } = twoBoards();
    const before = bob.records();
    setLive(alice, value);
    lookAround(alice, bob);
    expect(bob.records()).toEqual(before);
  });

  test('CB-23: nothing jumps back when the awareness goes before the write comes', () => {
    const { alice, bob } = twoBoards();
    alice.binding.beginGesture();
    drag(alice, A, 50);
    lookAround(alice, bob);
    alice.binding.endGesture();
    lookAround(alice, bob);
    bob.frames(5);
    expect(bob.shape(A).x).toBe(50);
    meet(alice, bob);
    bob.gesture(() => bob.change(A, { x: 60 }));
    bob.frames(2);
    expect(bob.shape(A).x).toBe(60);
    expect(bob.isWaiting).toBe(false);
  });

  test('CB-23: nothing jumps when the write comes before the awareness goes', () => {
    const { alice, bob } = twoBoards();
    alice.binding.beginGesture();
    drag(alice, A, 50);
    lookAround(alice, bob);
    drag(alice, A, 55);
    alice.binding.endGesture();
    meet(alice, bob);
    const shown = bob.shape(A).x;
    expect(shown).toBe(50);
    lookAround(alice, bob);
    expect(bob.shape(A).x).toBe(55);
    expect(bob.isWaiting).toBe(false);
  });

  test('CB-23: what was given up is shown as the document has it after 300 ms', () => {
    const { alice, bob } = twoBoards();
    alice.binding.beginGesture();
    const before = alice.shape(A);
    drag(alice, A, 50);
    lookAround(alice, bob);
    alice.put(before);
    alice.binding.endGesture();
    lookAround(alice, bob);
    expect(bob.shape(A).x).toBe(50);
    bob.frames(HOLD_FRAMES);
    expect(bob.shape(A).x).toBe(0);
    expect(bob.isWaiting).toBe(false);
  });

  test('CB-23: a new stroke of one whose connection is lost goes too', () => {
    const { alice, bob } = twoBoards();
    alice.binding.beginGesture();
    alice.put(stroke('s', 10));
    alice.frames(4);
    lookAround(alice, bob);
    expect(bob.has(shapeId('s'))).toBe(true);
    alice.awareness.setLocalState(null);
    lookAround(alice, bob);
    bob.frames(HOLD_FRAMES);
    expect(bob.has(shapeId('s'))).toBe(false);
  });

  test('CB-10: what tldraw does by itself about a drag of others’ is not written', () => {
    const { alice, bob } = twoBoards();
    bob.store.sideEffects.registerAfterChangeHandler('shape', (before, after) => {
      if (after.id === A && before.x !== after.x) bob.change(B, { x: after.x + 1 });
    });
    const text = JSON.stringify(bob.snapshot());
    alice.binding.beginGesture();
    drag(alice, A, 50);
    lookAround(alice, bob);
    bob.frames(3);
    expect(bob.shape(B).x).toBe(51);
    expect(JSON.stringify(bob.snapshot())).toBe(text);
  });
});
