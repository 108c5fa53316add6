import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { aSheet, REMOTE_ORIGIN, seeded } from '../../../tests/world/sheets.ts';
import { keysOf } from './storedRecord.ts';
import { aGeo, freshRecords, shapeId, TestBoard } from './testBoard.ts';
import { quarantined, sample, setKey, store } from './testElsewhere.ts';

const A = shapeId('a');
const B = shapeId('b');

function aBoard(name: string): TestBoard {
  const board = new TestBoard({ doc: aSheet().doc, random: seeded(1).bytes });
  board.put(aGeo(name));
  board.frame();
  return board;
}

const HOSTILE: readonly (readonly [string, object])[] = [
  ['nothing in it', {}],
  ['a colour that there is none of', { ...keysOf(aGeo('a')), 'prop:color': 'beige' }],
  ['a place that is none', { ...keysOf(aGeo('a')), xy: ['1', 2] }],
  ['a place beyond all', { ...keysOf(aGeo('a')), xy: [1e300, 0] }],
  ['a size that is no number', { ...keysOf(aGeo('a')), props: { w: Number.NaN } }],
  ['bytes', { ...keysOf(aGeo('a')), meta: new Uint8Array(3) }],
  ['a prop of its own making', { ...keysOf(aGeo('a')), 'prop:__proto__': {} }],
  ['the type of a note', { ...keysOf(aGeo('a')), base: { typeName: 'shape', type: 'lapp' } }],
  ['a type of its own making', { ...keysOf(aGeo('a')), base: { typeName: 'shape', type: 'x' } }],
  ['the kind of a page', { base: { typeName: 'page' }, props: {} }],
  [
    'text with a mark that nobody knows',
    { ...keysOf(aGeo('a')), 'prop:richText': { type: 'doc', content: [{ type: 'blink' }] } },
  ],
  [
    'text that is no document',
    { ...keysOf(aGeo('a')), 'prop:richText': { type: 'text', content: [], text: 'x' } },
  ],
  ['a stroke without points', { ...keysOf(sample('draw')), props: drawn([]) }],
  ['a stroke with an empty part', { ...keysOf(sample('draw')), props: drawn([[]]) }],
  [
    'a line with one point',
    {
      ...keysOf(sample('line')),
      props: { scale: 1, points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 } } },
    },
  ],
];

function drawn(segments: readonly (readonly object[])[]): object {
  const { props } = keysOf(sample('draw'));
  return {
    ...(props as object),
    segments: segments.map((points) => ({ type: 'free', points })),
  };
}

describe('what does not fit', () => {
  test.each(HOSTILE)('CB-16: %s is not shown, and is shown when mended', (_what, keys) => {
    const board = aBoard('b');
    store(board, A, keys);
    board.frame();
    expect(board.has(A)).toBe(false);
    expect(quarantined(board)).toEqual([`canvas/${A}`]);
    expect(collectionOf(board.doc, 'canvas').has(A)).toBe(true);
    expect(board.has(B)).toBe(true);
    store(board, A, keysOf(aGeo('a')));
    board.frame();
    expect(board.shape(A)).toMatchObject({ type: 'geo' });
    expect(quarantined(board)).toEqual([]);
  });

  test.each([
    ['a word', 'nonsense'],
    ['null', null],
    ['a text', new Y.Text('x')],
    ['a list', new Y.Array()],
  ])('CB-16: %s under canvas is not shown', (_what, value) => {
    const board = aBoard('b');
    board.doc.transact(() => collectionOf(board.doc, 'canvas').set(A, value), REMOTE_ORIGIN);
    board.frame();
    expect(quarantined(board)).toEqual([`canvas/${A}`]);
    expect(board.records()).toEqual(freshRecords(board.doc));
  });

  test.each(['page:page', 'instance:instance', 'shape:', 'shape:lapp-x', '__proto__', ''])(
    'CB-16: a record under the id «%s» is not shown',
    (id) => {
      const board = aBoard('b');
      const before = board.store.allRecords().length;
      store(board, id, keysOf(aGeo('a')));
      board.frame();
      expect(board.store.allRecords()).toHaveLength(before);
      expect(quarantined(board)).toEqual([`canvas/${id}`]);
    },
  );

  test('CB-16: a record that becomes bad goes, and notices keep their identity between changes', () => {
    const board = aBoard('a');
    const empty = board.binding.notices.getState();
    let told = 0;
    const stop = board.binding.notices.subscribe(() => {
      told += 1;
    });
    setKey(board, A, 'xy', [1, 1]);
    board.frame();
    expect(board.binding.notices.getState()).toBe(empty);
    setKey(board, A, 'opacity', 7);
    board.frame();
    expect(board.has(A)).toBe(false);
    expect(told).toBe(1);
    stop();
  });

  test('CB-16: when tldraw throws at a record all the same, the others are shown', () => {
    const board = aBoard('b');
    board.store.sideEffects.registerBeforeCreateHandler('shape', (shape) => {
      if (shape.meta['bad'] === true) throw new Error('no');
      return shape;
    });
    store(board, A, keysOf(aGeo('a', { meta: { bad: true } })));
    setKey(board, B, 'xy', [5, 5]);
    board.frame();
    expect([board.has(A), board.shape(B).x]).toEqual([false, 5]);
    expect(quarantined(board)).toEqual([`canvas/${A}`]);
  });
});
