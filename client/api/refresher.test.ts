import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRefresher } from './refresher.ts';

const PAUSE_MS = 1000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A load that ends when the test says, and how often one has begun. */
function heldLoad() {
  const held: (() => void)[] = [];
  let begun = 0;
  let signal: AbortSignal | undefined;
  return {
    load: (given: AbortSignal) => {
      begun += 1;
      signal = given;
      return new Promise<void>((done) => held.push(done));
    },
    async end() {
      held.shift()?.();
      await vi.advanceTimersByTimeAsync(PAUSE_MS);
    },
    get begun() {
      return begun;
    },
    get isBrokenOff() {
      return signal?.aborted;
    },
  };
}

test('what changes during a load is loaded once more after it, however often', async () => {
  const held = heldLoad();
  const refresher = createRefresher(held.load, PAUSE_MS);
  refresher.refresh();
  for (let change = 0; change < 5; change += 1) refresher.refresh();
  expect(held.begun).toBe(1);
  await held.end();
  expect(held.begun).toBe(2);
  await held.end();
  expect(held.begun).toBe(2);
  refresher.refresh();
  expect(held.begun).toBe(3);
});

test('a pause is left between a load and the next', async () => {
  const held = heldLoad();
  const refresher = createRefresher(held.load, 3 * PAUSE_MS);
  refresher.refresh();
  await held.end();
  refresher.refresh();
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(held.begun).toBe(1);
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(held.begun).toBe(2);
});

test('once stopped, the load under way is broken off and none follows', async () => {
  const held = heldLoad();
  const refresher = createRefresher(held.load, PAUSE_MS);
  refresher.refresh();
  refresher.refresh();
  refresher.stop();
  expect(held.isBrokenOff).toBe(true);
  await held.end();
  refresher.refresh();
  expect(held.begun).toBe(1);
});
