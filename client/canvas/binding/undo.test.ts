import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aSheet, at, seeded } from '../../../tests/world/sheets.ts';
import { shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { aGeo, boardsOf, freshRecords, meet, shapeId, TestBoard } from './testBoard.ts';

const A = shapeId('a');
const B = shapeId('b');

/** Chosen so that no test depends on how fast it runs. */
const NEVER_MS = 3_600_000;

function boards(count: number) {
  const { doc, ids } = aSheet({ lapper: [{ text: 'hei', xy: [500, 500] }] });
  const first = new TestBoard({ doc, random: seeded(1).bytes });
  first.put(aGeo('a'), aGeo('b', { x: 300 }));
  first.frame();
  const all = boardsOf(doc, count, { captureTimeoutMs: NEVER_MS });
  return { all, alice: at(all), bob: at(all, count - 1), note: shapeIdOfLapp(at(ids.lapper)) };
}

function type(board: TestBoard, id: string, text: string): void {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  board.changeProps(id, { richText: { type: 'doc', content }, growY: text.length });
  board.frame();
}

const textOf = (board: TestBoard, id: string): string =>
  JSON.stringify((board.shape(id).props as { richText: unknown }).richText);

describe('undo on the canvas', () => {
  test('CB-24: takes back a whole gesture, notes and drawings alike, and redo does it again', () => {
    const { alice, note } = boards(1);
    alice.gesture(() => {
      alice.change(A, { x: 5 });
      alice.change(B, { rotation: 1 });
      alice.change(note, { x: 7 });
      alice.put(aGeo('c'));
    });
    const after = alice.records();
    expect(alice.undo.undo()).toBe(true);
    alice.frame();
    expect([alice.shape(A).x, alice.shape(B).rotation, alice.shape(note).x]).toEqual([0, 0, 500]);
    expect(alice.has(shapeId('c'))).toBe(false);
    expect(alice.undo.getState()).toEqual({ canUndo: false, canRedo: true });
    alice.undo.redo();
    alice.frame();
    expect(alice.records()).toEqual(after);
    expect(alice.records()).toEqual(freshRecords(alice.doc));
  });

  test('CB-24: takes back nothing that others did to the same shape', () => {
    const { alice, bob } = boards(2);
    alice.gesture(() => alice.change(A, { x: 5 }));
    meet(alice, bob);
    bob.gesture(() => bob.changeProps(A, { color: 'red' }));
    meet(alice, bob);
    alice.undo.undo();
    meet(alice, bob);
    for (const board of [alice, bob]) {
      expect(board.shape(A)).toMatchObject({ x: 0, props: { color: 'red' } });
    }
  });

  test('CB-24: leaves the place that a colleague gave it since', () => {
    const { alice, bob } = boards(2);
    alice.gesture(() => alice.change(A, { x: 5 }));
    meet(alice, bob);
    bob.gesture(() => bob.change(A, { x: 9 }));
    meet(alice, bob);
    alice.undo.undo();
    meet(alice, bob);
    expect([alice.shape(A).x, bob.shape(A).x]).toEqual([9, 9]);
  });

  test('CB-24: a shape that others have changed stays when its drawing is undone', () => {
    const { alice, bob } = boards(2);
    alice.gesture(() => alice.put(aGeo('c')));
    meet(alice, bob);
    bob.gesture(() => bob.changeProps(shapeId('c'), { color: 'red' }));
    meet(alice, bob);
    alice.undo.undo();
    meet(alice, bob);
    expect(alice.shape(shapeId('c'))).toMatchObject({ props: { color: 'red' } });
    expect(alice.records()).toEqual(bob.records());
  });

  test('CB-24: what was removed comes back as it was', () => {
    const { alice, bob, note } = boards(2);
    const before = alice.records();
    alice.gesture(() => alice.remove(A, B, note));
    meet(alice, bob);
    alice.undo.undo();
    meet(alice, bob);
    expect(alice.records()).toEqual(before);
    expect(bob.records()).toEqual(before);
  });

  test('CB-24: typing in one shape is one step, in another shape another', () => {
    const { alice } = boards(1);
    type(alice, A, 'f');
    type(alice, A, 'fo');
    type(alice, A, 'for');
    type(alice, B, 'x');
    alice.undo.undo();
    alice.frame();
    expect(textOf(alice, A)).toContain('"text":"for"');
    expect(textOf(alice, B)).not.toContain('"text"');
    alice.undo.undo();
    alice.frame();
    expect(textOf(alice, A)).not.toContain('"text"');
    expect(alice.undo.getState().canUndo).toBe(false);
  });

  test('CB-25: long dragging leaves the undo stack and the document small', () => {
    const { alice } = boards(1);
    const before = Y.encodeStateAsUpdate(alice.doc).length;
    for (let drag = 1; drag <= 2000; drag += 1) {
      alice.binding.beginGesture();
      alice.change(A, { x: drag });
      alice.binding.endGesture();
    }
    expect(alice.undo.manager.undoStack.length).toBeLessThanOrEqual(300);
    // Each step that can be undone keeps one place.
    expect(Y.encodeStateAsUpdate(alice.doc).length).toBeLessThan(before + 300 * 40);
  });
});
