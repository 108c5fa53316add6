import { describe, expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PALETTE } from '../../presence/palette.ts';
import { peerOf, peersOf } from './peers.ts';

const state = (changes: object = {}, board: object = {}) => ({
  user: { name: 'Kari', personId: 'kari', color: 'url(javascript:1)' },
  isActive: true,
  board: { pointer: [1, 2], selected: ['shape:a'], view: [0, 0, 100, 50], ...board },
  ...changes,
});

test('a peer is who they are by their id, with what they tell of the board', () => {
  const peer = peerOf(7, state());
  expect(peer).toMatchObject({ clientId: 7, name: 'Kari', pointer: [1, 2], selected: ['shape:a'] });
  expect(PALETTE).toContain(peer?.color);
});

describe('passed over is', () => {
  test.each([
    ['nothing', null],
    ['who is in the form', { ...state(), board: undefined }],
    ['who is idle', state({ isActive: false })],
    ['a place that is none', state({}, { pointer: [Number.NaN, 2] })],
    ['a view that is none', state({}, { view: [0, 0, Number.POSITIVE_INFINITY, 1] })],
    ['a selection without end', state({}, { selected: Array.from({ length: 5000 }, () => 'x') })],
    ['a name that is none', state({ user: { name: 7, personId: 'a' } })],
  ])('%s', (_what, each) => {
    expect(peerOf(1, each)).toBeUndefined();
  });
});

test('oneself is no peer', () => {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(state());
  expect(peersOf(awareness)).toEqual([]);
  awareness.destroy();
});
