import { describe, expect, test } from 'vitest';
import { aSheet, at, seeded } from '../../../tests/world/sheets.ts';
import { shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import type { Point } from './overlay.ts';
import { sampleShapes } from './samples.ts';
import { aBinding, aGeo, boardsOf, lookAround, meet, shapeId, TestBoard } from './testBoard.ts';

const A = shapeId('a');
const B = shapeId('b');

/** Alice, who drags, and Bob, whose view shows by itself what `may` lets it. */
function aliceAndWatcher(may: (id: string) => boolean = () => true) {
  const { doc, ids } = aSheet({ lapper: [{ text: 'hei', xy: [10, 10] }] });
  const first = new TestBoard({ doc, random: seeded(1).bytes });
  first.put(aGeo('a'), aGeo('b'), aGeo('c'));
  first.frame();
  const shown: ReadonlyMap<string, Point>[] = [];
  const [alice] = boardsOf(first.doc, 1);
  const bob = new TestBoard({
    doc: first.doc,
    random: seeded(2).bytes,
    glide: { may, show: (offsets) => shown.push(new Map(offsets)) },
  });
  if (alice === undefined) throw new Error('Nobody');
  return {
    alice,
    bob,
    note: shapeIdOfLapp(at(ids.lapper)),
    offsets: () => Object.fromEntries(shown.at(-1) ?? []),
  };
}

function drag(board: TestBoard, id: string, x: number): void {
  board.change(id, { x });
  board.frames(4);
}

describe('CB-26: what others merely move', () => {
  test('is shown by the view, while the store hears nothing of it', () => {
    const { alice, bob, note, offsets } = aliceAndWatcher();
    alice.binding.beginGesture();
    alice.change(note, { x: 77 });
    drag(alice, A, 50);
    const merges = bob.merges;
    lookAround(alice, bob);
    expect(offsets()).toEqual({ [A]: [50, 0], [note]: [67, 0] });
    expect([bob.shape(A).x, bob.shape(note).x]).toEqual([0, 10]);
    expect(bob.merges).toBe(merges);
  });

  test('is in the store where it was let go, in the frame in which the view lets go of it', () => {
    const { alice, bob, offsets } = aliceAndWatcher();
    alice.binding.beginGesture();
    drag(alice, A, 50);
    lookAround(alice, bob);
    alice.binding.endGesture();
    meet(alice, bob);
    expect(bob.shape(A).x).toBe(50);
    expect(offsets()[A]?.[0] ?? 0).toBe(0);
    lookAround(alice, bob);
    expect(offsets()).toEqual({});
    expect(bob.shape(A).x).toBe(50);
  });

  test('is back where it was when the gesture is given up', () => {
    const { alice, bob, offsets } = aliceAndWatcher();
    alice.binding.beginGesture();
    drag(alice, A, 50);
    lookAround(alice, bob);
    alice.change(A, { x: 0 });
    alice.binding.endGesture();
    lookAround(alice, bob);
    bob.frames(30);
    expect(offsets()).toEqual({});
    expect(bob.shape(A).x).toBe(0);
  });

  test('is the store’s to show when the view may not', () => {
    const { alice, bob, offsets } = aliceAndWatcher((id) => id !== A);
    alice.binding.beginGesture();
    drag(alice, A, 50);
    drag(alice, B, 60);
    lookAround(alice, bob);
    expect(offsets()).toEqual({ [B]: [60, 0] });
    expect([bob.shape(A).x, bob.shape(B).x]).toEqual([50, 0]);
  });

  test('is the store’s to show when an arrow hangs on it, or it is turned as well', () => {
    const { alice, bob, offsets } = aliceAndWatcher();
    const arrow = at(sampleShapes().filter(({ type }) => type === 'arrow'));
    alice.put(arrow, aBinding('end', arrow.id, A, 'end'));
    alice.binding.flush();
    meet(alice, bob);
    alice.binding.beginGesture();
    alice.change(B, { x: 5, rotation: 1 });
    drag(alice, A, 50);
    lookAround(alice, bob);
    expect(offsets()).toEqual({});
    expect([bob.shape(A).x, bob.shape(B).x]).toEqual([50, 5]);
  });

  test('a shape that this person drags too is this person’s', () => {
    const { alice, bob, offsets } = aliceAndWatcher();
    alice.binding.beginGesture();
    drag(alice, A, 50);
    bob.binding.beginGesture();
    bob.change(A, { y: 30 });
    lookAround(alice, bob);
    expect(offsets()).toEqual({});
    expect(bob.shape(A).y).toBe(30);
  });

  test.each([
    ['words', 'langt'],
    ['no place', [1]],
    ['no number', [Number.NaN, 1]],
    ['off the earth', [1e300, 1]],
  ])('%s for a place moves nothing', (_what, xy) => {
    const { alice, bob, offsets } = aliceAndWatcher();
    alice.awareness.setLocalStateField('live', { [A]: { xy } });
    lookAround(alice, bob);
    expect(offsets()).toEqual({});
    expect(bob.shape(A).x).toBe(0);
  });
});
