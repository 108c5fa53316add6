import { describe, expect, test } from 'vitest';
import { BROKEN } from './broken.ts';
import { runFuzz } from './fuzz.ts';

/** How the oracle says that work is lost, doubled, came from nowhere, or was decided by nobody. */
const LOSS =
  / is .* and (may|must) be | has lost | twice$|, which was taken out$|wrote what stood already/;
const MOST_SEEDS = 1000;

describe('the fuzz', () => {
  test.each(Object.entries(BROKEN))('SH-37: finds %s', (_what, commands) => {
    for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
      const { faults } = runFuzz(seed, { commands });
      if (process.env['SHOW'] && faults.length) console.log(_what, seed, faults);
      if (faults.some((fault) => LOSS.test(fault))) return;
    }
    expect.fail(`Nothing was found in ${MOST_SEEDS} histories`);
  });
});
