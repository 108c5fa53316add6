import { describe, expect, test } from 'vitest';
import {
  afterEvent,
  INITIAL_SAVED_STATE,
  isSafeToLeave,
  type SavedEvent,
  savedStatus,
} from './savedState.ts';

const own: SavedEvent = { type: 'changed', isOwn: true };
const loaded: SavedEvent = { type: 'changed', isOwn: false };
const opened: SavedEvent = { type: 'opened' };
const synced: SavedEvent = { type: 'synced' };
const closed: SavedEvent = { type: 'closed' };
const step2: SavedEvent = { type: 'sent', frame: 'step2' };
const update: SavedEvent = { type: 'sent', frame: 'update' };
const saved = (count: number): SavedEvent => ({ type: 'saved', count });
const local = (status: 'none' | 'opening' | 'stored' | 'writing' | 'failed'): SavedEvent => ({
  type: 'local',
  status,
});
const CONNECTED = [opened, step2, synced, saved(1)];

const after = (...events: SavedEvent[]) => events.reduce(afterEvent, INITIAL_SAVED_STATE);
const statusAfter = (...events: SavedEvent[]) => savedStatus(after(...events));

describe('CN-1 lagret', () => {
  test('once the handshake is done and acknowledged', () => {
    expect(statusAfter()).toBe('lagrer');
    expect(statusAfter(opened)).toBe('lagrer');
    expect(statusAfter(opened, synced)).toBe('lagrer');
    expect(statusAfter(opened, step2, synced)).toBe('lagrer');
    expect(statusAfter(opened, step2, saved(1))).toBe('lagrer');
    expect(statusAfter(...CONNECTED)).toBe('lagret');
  });

  test('not from the change until its frame is durable', () => {
    expect(statusAfter(...CONNECTED, own)).toBe('lagrer');
    expect(statusAfter(...CONNECTED, own, update)).toBe('lagrer');
    expect(statusAfter(...CONNECTED, own, update, own, update, saved(2))).toBe('lagrer');
    expect(statusAfter(...CONNECTED, own, update, own, update, saved(3))).toBe('lagret');
  });

  test('not while a change could not be sent on a socket that is closing', () => {
    expect(statusAfter(...CONNECTED, own, saved(1))).toBe('lagrer');
  });
});

test('CN-2 counts start anew with each connection', () => {
  const used = [...CONNECTED, own, update, own, update, saved(3), closed];
  expect(statusAfter(...used, opened, step2, synced)).toBe('lagrer');
  expect(statusAfter(...used, opened, step2, synced, saved(1))).toBe('lagret');
});

test('CN-2 a count above the number sent is ignored, also later', () => {
  const state = [opened, step2, synced, saved(3)];
  expect(statusAfter(...state)).toBe('lagrer');
  expect(statusAfter(...state, own, update, own, update)).toBe('lagrer');
});

test('CN-3 a change between close and opening goes with the step 2', () => {
  const away = [...CONNECTED, closed, own, own];
  expect(statusAfter(...away, opened)).toBe('lagrer');
  expect(statusAfter(...away, opened, synced, step2)).toBe('lagrer');
  expect(statusAfter(...away, opened, synced, step2, saved(1))).toBe('lagret');
});

test('CN-6 offline it is stored here only when the copy has caught up', () => {
  const away = [local('opening'), local('stored'), ...CONNECTED, closed];
  expect(statusAfter(...away)).toBe('frakoblet-lagret-her');
  expect(statusAfter(...away, own)).toBe('lagrer');
  expect(statusAfter(...away, own, local('writing'), local('stored'))).toBe('frakoblet-lagret-her');
  expect(statusAfter(local('opening'), closed)).toBe('lagrer');
});

test('CN-7 offline without storage it is not saved, and says so', () => {
  expect(statusAfter(...CONNECTED, closed)).toBe('frakoblet-ulagret');
  expect(statusAfter(local('stored'), closed, own, local('failed'))).toBe('frakoblet-ulagret');
  expect(statusAfter(local('failed'), closed, own)).toBe('frakoblet-ulagret');
});

test('CN-8 after a final refusal it is refused, until it is tried again', () => {
  const refused: SavedEvent = { type: 'refused' };
  expect(statusAfter(...CONNECTED, refused)).toBe('avvist');
  expect(statusAfter(local('stored'), refused, own)).toBe('avvist');
  expect(statusAfter(local('stored'), refused, { type: 'resumed' })).toBe('frakoblet-lagret-her');
});

describe('CN-9 a reader', () => {
  const reader: SavedEvent = { type: 'welcome', role: 'les' };
  test('who has changed nothing sees lagret', () => {
    expect(statusAfter(reader, loaded, opened, step2, synced, saved(1), loaded)).toBe('lagret');
  });
  test('who has changed something is told that it was refused', () => {
    expect(statusAfter(reader, ...CONNECTED, own)).toBe('avvist');
    expect(statusAfter(own, opened, reader, step2, synced, saved(1))).toBe('avvist');
  });
});

describe('CN-10 leaving is safe', () => {
  const isSafeAfter = (...events: SavedEvent[]) => isSafeToLeave(after(...events));
  test('when everything is on the server, or in the copy', () => {
    expect(isSafeAfter()).toBe(true);
    expect(isSafeAfter(...CONNECTED, own)).toBe(false);
    expect(isSafeAfter(...CONNECTED, own, update, saved(2))).toBe(true);
    expect(isSafeAfter(local('stored'), own)).toBe(false);
    expect(isSafeAfter(local('stored'), own, local('stored'))).toBe(true);
    expect(isSafeAfter(local('failed'), closed, own)).toBe(false);
  });
  test('but not after a refusal when the copy has it not', () => {
    expect(isSafeAfter(...CONNECTED, own, update, { type: 'refused' })).toBe(false);
  });
});
