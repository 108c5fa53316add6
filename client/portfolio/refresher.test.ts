import { expect, test } from 'vitest';
import { createRefresher } from './refresher.ts';

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
      await new Promise((done) => setImmediate(done));
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
  const refresher = createRefresher(held.load);
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

test('once stopped, the load under way is broken off and none follows', async () => {
  const held = heldLoad();
  const refresher = createRefresher(held.load);
  refresher.refresh();
  refresher.refresh();
  refresher.stop();
  expect(held.isBrokenOff).toBe(true);
  await held.end();
  refresher.refresh();
  expect(held.begun).toBe(1);
});
