import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { aSheet, REMOTE_ORIGIN, seeded } from '../../../tests/world/sheets.ts';
import { keysOf } from './storedRecord.ts';
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
import { quarantined, sample, setKey, store } from './testElsewhere.ts';

const A = shapeId('a');
const B = shapeId('b');

function anEmptyBoard(): TestBoard {
  return new TestBoard({ doc: aSheet().doc, random: seeded(1).bytes });
}

function aBoard(...names: readonly string[]): TestBoard {
  const board = anEmptyBoard();
  board.put(...names.map((name) => aGeo(name)));
  board.frame();
  return board;
}

describe('what is shown', () => {
  test('CB-11: however much has come, the next frame shows it in one merge', () => {
    const names = Array.from({ length: 50 }, (_, index) => `s${index}`);
    const board = aBoard(...names);
    const before = board.merges;
    names.forEach((name, x) => {
      setKey(board, shapeId(name), 'xy', [x, 0]);
    });
    expect(board.shape(shapeId('s40')).x).toBe(0);
    board.frame();
    expect(board.shape(shapeId('s40')).x).toBe(40);
    expect(board.merges).toBe(before + 1);
  });

  test('CB-11: what this browser’s form and undo change is shown too', () => {
    const board = aBoard('a');
    board.gesture(() => board.change(A, { x: 9 }));
    board.undo.undo();
    board.frame();
    expect(board.shape(A).x).toBe(0);
  });

  test('CB-11: what is shown already is not put again', () => {
    const board = aBoard('a');
    board.gesture(() => board.change(A, { x: 9 }));
    const before = board.merges;
    board.frames(3);
    expect(board.merges).toBe(before);
    expect(board.isWaiting).toBe(false);
  });

  test('CB-13: the same document gives the same canvas, in whatever order it came', () => {
    const [alice, bob, carol] = boardsOf(aBoard('a', 'b').doc, 3);
    if (alice === undefined || bob === undefined || carol === undefined) throw new Error('Few');
    alice.gesture(() => alice.change(A, { parentId: B }));
    bob.gesture(() => bob.change(B, { parentId: A, index: 'a0' as never }));
    carol.gesture(() => carol.put(aGeo('c', { parentId: A })));
    meet(carol, alice);
    meet(bob, carol, alice);
    expect(bob.records()).toEqual(alice.records());
    expect(carol.records()).toEqual(alice.records());
    expect(alice.records()).toEqual(freshRecords(alice.doc));
  });

  test('CB-14: equal indices and such as are none are repaired without writing', () => {
    const board = anEmptyBoard();
    ['a1', 'a1', '', 'a10', 'nonsense!'].forEach((index, place) => {
      store(board, shapeId(`s${place}`), { ...keysOf(aGeo('x')), index });
    });
    const before = Y.encodeStateVector(board.doc);
    board.frame();
    const indices = Object.values(board.records()).map((record) =>
      record.typeName === 'shape' ? record.index : '',
    );
    expect(new Set(indices).size).toBe(5);
    expect(quarantined(board)).toEqual([]);
    expect(Y.encodeStateVector(board.doc)).toEqual(before);
    expect(board.records()).toEqual(freshRecords(board.doc));
  });

  test.each([
    ['a parent that is not there', 'shape:gone'],
    ['a page of another sheet', 'page:other'],
    ['no parent', 7],
    ['itself', A],
  ])('CB-15: a shape in %s is on the page', (_what, parentId) => {
    const board = aBoard('a');
    setKey(board, A, 'parentId', parentId);
    board.frame();
    expect(board.shape(A).parentId).toBe(PAGE_ID);
  });

  test('CB-15: shapes in a circle or far too deep are on the page, and back when it is mended', () => {
    const board = aBoard('a', 'b', 'c');
    setKey(board, A, 'parentId', B);
    setKey(board, B, 'parentId', A);
    setKey(board, shapeId('c'), 'parentId', A);
    board.frame();
    expect([board.shape(A).parentId, board.shape(B).parentId]).toEqual([PAGE_ID, PAGE_ID]);
    setKey(board, B, 'parentId', PAGE_ID);
    board.frame();
    expect([board.shape(A).parentId, board.shape(shapeId('c')).parentId]).toEqual([B, A]);

    const names = Array.from({ length: 200 }, (_, index) => `d${index}`);
    names.forEach((name, index) => {
      const parentId = index === 0 ? PAGE_ID : shapeId(`d${index - 1}`);
      store(board, shapeId(name), keysOf(aGeo(name, { parentId })));
    });
    board.frame();
    expect(board.shape(shapeId('d20')).parentId).toBe(shapeId('d19'));
    expect(board.shape(shapeId('d199')).parentId).toBe(PAGE_ID);
  });

  test('CB-15: a binding is shown while both its ends are there', () => {
    const board = aBoard('a');
    const arrow = sample('arrow');
    const binding = aBinding('x', arrow.id, A, 'end');
    board.put(arrow, binding);
    board.frame();
    expect(board.has(binding.id)).toBe(true);
    board.doc.transact(() => collectionOf(board.doc, 'canvas').delete(A), REMOTE_ORIGIN);
    board.frame();
    expect(board.has(binding.id)).toBe(false);
    store(board, A, keysOf(aGeo('a')));
    board.frame();
    expect(board.has(binding.id)).toBe(true);
  });

  test('CB-15: an arrow ends on no arrow, no group and not on two things', () => {
    const board = aBoard('a', 'b');
    const arrow = sample('arrow');
    store(board, arrow.id, keysOf(arrow));
    store(board, 'shape:other', keysOf(arrow));
    store(board, 'shape:group', keysOf(aShape('group', 'group', {})));
    for (const to of ['shape:other', 'shape:group', arrow.id, B, A]) {
      store(board, `binding:${to}`, keysOf(aBinding('x', arrow.id, to, 'end')));
    }
    board.frame();
    const shown = Object.keys(board.records()).filter((id) => id.startsWith('binding:'));
    expect(shown).toEqual([`binding:${A}`]);
  });

  test('CB-8: a binding takes the end of an arrow from all others, and leaves none behind it', () => {
    const board = aBoard('a', 'b');
    const arrow = sample('arrow');
    board.put(arrow, aBinding('z', arrow.id, A, 'end'), aBinding('s', arrow.id, A, 'start'));
    board.frame();
    store(board, 'binding:hidden', keysOf(aBinding('hidden', arrow.id, A, 'end')));
    board.frame();
    board.put(aBinding('new', arrow.id, B, 'end'));
    board.frame();
    const bindings = () =>
      board
        .snapshot()
        .canvas.filter(({ id }) => id.startsWith('binding:'))
        .map(({ id }) => id);
    expect(bindings()).toEqual(['binding:new', 'binding:s']);
    store(board, 'binding:twin', keysOf(aBinding('twin', arrow.id, A, 'end')));
    board.frame();
    board.remove('binding:new');
    board.frame();
    expect(bindings()).toEqual(['binding:s']);
  });
});

describe('what tldraw does by itself', () => {
  /** Like tldraw's groups: what is left alone in one moves out, and the group goes. */
  function dissolveAtOne(board: TestBoard): void {
    board.store.sideEffects.registerAfterDeleteHandler('shape', ({ parentId }) => {
      const left = Object.values(board.records()).filter(
        (record) => record.typeName === 'shape' && record.parentId === parentId,
      );
      if (parentId === PAGE_ID || left.length !== 1) return;
      for (const { id } of left) board.change(id, { parentId: PAGE_ID });
      board.remove(parentId);
    });
  }

  function aGroup(): TestBoard {
    const board = aBoard('a', 'b', 'c');
    board.put(aShape('group', 'group', {}));
    for (const id of [A, B, shapeId('c')]) board.change(id, { parentId: shapeId('group') });
    board.frame();
    return board;
  }

  test('CB-10: is written, and is nobody’s step', () => {
    const [alice, bob] = boardsOf(aGroup().doc, 2);
    if (alice === undefined || bob === undefined) throw new Error('Not two');
    dissolveAtOne(alice);
    // Apart, so that neither sees that one is left.
    alice.gesture(() => alice.remove(A));
    bob.gesture(() => bob.remove(B));
    meet(alice, bob);
    alice.frames(2);
    meet(alice, bob);
    expect([alice.has(shapeId('group')), bob.has(shapeId('group'))]).toEqual([false, false]);
    expect(bob.shape(shapeId('c')).parentId).toBe(PAGE_ID);
    expect(bob.records()).toEqual(freshRecords(bob.doc));
    alice.undo.undo();
    alice.frame();
    expect(alice.has(A)).toBe(true);
    expect(alice.undo.getState().canUndo).toBe(false);
  });

  test('CB-10: a reader writes nothing of it', () => {
    const [alice, bob] = boardsOf(aGroup().doc, 2, { canWrite: () => false });
    if (alice === undefined || bob === undefined) throw new Error('Not two');
    dissolveAtOne(alice);
    const vector = Y.encodeStateVector(alice.doc);
    bob.doc.transact(() => {
      collectionOf(bob.doc, 'canvas').delete(A);
      collectionOf(bob.doc, 'canvas').delete(B);
    });
    meet(alice, bob);
    alice.frames(3);
    expect(Y.encodeStateVector(alice.doc)).toEqual(vector);
    expect(alice.isWaiting).toBe(false);
  });
});
