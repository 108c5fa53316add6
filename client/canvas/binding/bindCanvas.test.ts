import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { aSheet, seeded } from '../../../tests/world/sheets.ts';
import { sampleShapes } from './samples.ts';
import { aGeo, boardsOf, freshRecords, meet, shapeId, TestBoard } from './testBoard.ts';

const A = shapeId('a');
const B = shapeId('b');

function aBoard(options: Partial<ConstructorParameters<typeof TestBoard>[0]> = {}): TestBoard {
  const board = new TestBoard({ doc: aSheet().doc, random: seeded(1).bytes, ...options });
  board.put(aGeo('a'), aGeo('b', { x: 300 }));
  board.frame();
  return board;
}

/** Two people who both see the shapes `a` and `b`. */
function twoBoards(): [TestBoard, TestBoard] {
  const [alice, bob] = boardsOf(aBoard().doc, 2);
  if (alice === undefined || bob === undefined) throw new Error('Not two');
  return [alice, bob];
}

function stored(board: TestBoard, id: string): Y.Map<unknown> {
  const record = collectionOf(board.doc, 'canvas').get(id);
  if (!(record instanceof Y.Map)) throw new RangeError(`No ${id}`);
  return record;
}

/** How many transactions somebody's doing makes. */
function transactions(board: TestBoard, act: () => void): number {
  let count = 0;
  const onUpdate = () => {
    count += 1;
  };
  board.doc.on('update', onUpdate);
  act();
  board.doc.off('update', onUpdate);
  return count;
}

const color = (board: TestBoard, id: string) => (board.shape(id).props as { color?: string }).color;

describe('what is drawn', () => {
  test('CB-1: every shape is on everybody’s canvas as it was made', () => {
    const [alice, bob] = twoBoards();
    alice.put(...sampleShapes(), aGeo('c', { parentId: shapeId('group') }));
    alice.frame();
    meet(alice, bob);
    for (const { index: _own, ...shape } of sampleShapes()) {
      expect(bob.shape(shape.id)).toMatchObject(shape);
    }
    expect(bob.records()).toEqual(alice.records());
  });

  test('CB-3: a gesture is one write, and nothing is written before it ends', () => {
    const board = aBoard();
    const during = transactions(board, () => {
      board.binding.beginGesture();
      for (let step = 1; step <= 20; step += 1) {
        board.change(A, { x: step });
        board.change(B, { y: step });
        board.frame();
      }
    });
    expect(during).toBe(0);
    expect(transactions(board, () => board.binding.endGesture())).toBe(1);
    expect(stored(board, A).get('xy')).toEqual([20, 0]);
    expect(board.undo.undo()).toBe(true);
    board.frame();
    expect([board.shape(A).x, board.shape(B).y]).toEqual([0, 0]);
  });

  test('CB-3: what is done outside of gestures is written with the next frame', () => {
    const board = aBoard();
    const count = transactions(board, () => {
      board.change(A, { x: 1 });
      board.change(A, { x: 2 });
      board.frame();
    });
    expect(count).toBe(1);
    expect(stored(board, A).get('xy')).toEqual([2, 0]);
  });

  test('CB-4: a move and a recolour of one shape both stand', () => {
    const [alice, bob] = twoBoards();
    alice.gesture(() => alice.change(A, { x: 50 }));
    bob.gesture(() => bob.changeProps(A, { color: 'red' }));
    meet(alice, bob);
    for (const board of [alice, bob]) {
      expect([board.shape(A).x, color(board, A)]).toEqual([50, 'red']);
    }
  });

  test('CB-4: only what changed is written', () => {
    const board = aBoard();
    const before = Object.fromEntries(stored(board, A));
    board.gesture(() => board.change(A, { x: 50 }));
    const { xy, ...others } = Object.fromEntries(stored(board, A));
    expect(xy).toEqual([50, 0]);
    expect({ ...others, xy: before['xy'] }).toEqual(before);
    const update = transactions(board, () => {
      board.put({ ...board.shape(A), props: { ...board.shape(A).props } });
      board.frame();
    });
    expect(update).toBe(0);
  });

  test('CB-5: giving up a gesture takes back nothing of a colleague’s', () => {
    const [alice, bob] = twoBoards();
    alice.binding.beginGesture();
    const before = alice.shape(A);
    alice.change(A, { x: 50 });
    alice.frame();
    bob.gesture(() => bob.changeProps(A, { color: 'red' }));
    meet(alice, bob);
    // tldraw puts whole records back.
    alice.put(before);
    alice.binding.endGesture();
    meet(alice, bob);
    for (const board of [alice, bob]) {
      expect([board.shape(A).x, color(board, A)]).toEqual([0, 'red']);
    }
  });

  test('CB-6: what a colleague removed while it was dragged stays away', () => {
    const [alice, bob] = twoBoards();
    alice.binding.beginGesture();
    alice.change(A, { x: 50 });
    const dragged = alice.shape(A);
    bob.gesture(() => bob.remove(A));
    meet(alice, bob);
    expect(alice.has(A)).toBe(false);
    alice.put(dragged);
    alice.binding.endGesture();
    meet(alice, bob);
    expect([alice.has(A), bob.has(A)]).toEqual([false, false]);
  });

  test('CB-6: removing wins over a colleague’s move', () => {
    const [alice, bob] = twoBoards();
    alice.gesture(() => alice.remove(A));
    bob.gesture(() => bob.change(A, { x: 50 }));
    meet(alice, bob);
    expect([alice.has(A), bob.has(A)]).toEqual([false, false]);
    expect(alice.snapshot().canvas).toHaveLength(1);
  });

  test('CB-7: two people who draw in the same place at once get different indices', () => {
    const [alice, bob] = twoBoards();
    alice.gesture(() => alice.put(aGeo('c', { index: 'a5' as never })));
    bob.gesture(() => bob.put(aGeo('d', { index: 'a5' as never })));
    meet(alice, bob);
    const indices = ['c', 'd'].map((name) => stored(alice, shapeId(name)).get('index'));
    expect(new Set(indices).size).toBe(2);
    expect(alice.shape(shapeId('c')).index).toBe(indices[0]);
  });

  test('CB-9: a reader gets everything put back', () => {
    const [alice, bob] = boardsOf(aBoard().doc, 2, { canWrite: () => false });
    if (alice === undefined || bob === undefined) throw new Error('Not two');
    const before = alice.records();
    const count = transactions(alice, () => {
      alice.gesture(() => {
        alice.change(A, { x: 50 });
        alice.remove(B);
        alice.put(aGeo('c'));
        alice.frame();
        expect(alice.awareness.getLocalState()).toEqual({});
      });
    });
    expect(count).toBe(0);
    expect(alice.records()).toEqual(before);
  });

  test('CB-12: others’ changes to what I leave alone are shown while I drag, to the same after', () => {
    const [alice, bob] = twoBoards();
    alice.binding.beginGesture();
    alice.change(A, { x: 50 });
    alice.frame();
    bob.gesture(() => {
      bob.changeProps(A, { color: 'red' });
      bob.change(A, { x: 80 });
      bob.change(B, { x: 90 });
    });
    meet(alice, bob);
    expect([alice.shape(A).x, color(alice, A), alice.shape(B).x]).toEqual([50, 'red', 90]);
    const dragged = alice.shape(A);
    alice.put({ ...dragged, x: 0 });
    alice.binding.endGesture();
    expect(alice.shape(A).x).toBe(80);
  });

  test('a destroyed binding has written what waited, and writes no more', () => {
    const board = aBoard();
    board.binding.beginGesture();
    board.change(A, { x: 50 });
    board.binding.destroy();
    expect(stored(board, A).get('xy')).toEqual([50, 0]);
    board.change(A, { x: 60 });
    board.frames(2);
    expect(stored(board, A).get('xy')).toEqual([50, 0]);
    expect(board.isWaiting).toBe(false);
  });

  test('CB-20: what a binding shows is what a fresh one shows', () => {
    const board = aBoard();
    board.gesture(() => board.change(A, { x: 50, index: 'b00' as never }));
    expect(board.records()).toEqual(freshRecords(board.doc));
  });
});
