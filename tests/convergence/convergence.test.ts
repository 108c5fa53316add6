/**
 * SH-36 and SH-37 on random histories. FUZZ_RUNS says how many are tried (2 000 when it is not
 * set, always the same ones; with it, others every time), FUZZ_SEED replays a single one and shows
 * what happened in it.
 */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type FuzzResult, report, runFuzz } from './fuzz.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);
const SEED = process.env['FUZZ_SEED'];
const FIRST_SEED = process.env['FUZZ_RUNS'] === undefined ? 1 : Date.now() % 2 ** 31;

/**
 * Histories that once went wrong: opening a thread that nobody had resolved wrote all the same;
 * words were taken out by one while another's editor wrote them anew in another paragraph.
 */
const ONCE_FAILED = [23_479_894, 24_082_280];

describe('random histories', () => {
  test.each(ONCE_FAILED)('SH-36, SH-37: the one of seed %i, which once failed', (seed) => {
    expectNoFaults(seed, runFuzz(seed));
  });

  if (SEED === undefined) {
    test(`SH-36, SH-37: ${RUNS} of them, from seed ${FIRST_SEED}`, async () => {
      const results = await runMany(FIRST_SEED, RUNS);
      const tokens = sum(results, ({ prose }) => prose.tokens);
      // What is excused is not proved: it must stay the rare case.
      expect(sum(results, ({ prose }) => prose.excused) / tokens).toBeLessThan(0.05);
      expect(sum(results, ({ prose }) => prose.copied) / tokens).toBeLessThan(0.05);
      expect(sum(results, ({ writes }) => writes) / RUNS).toBeGreaterThan(20);
    });
  } else {
    test(`SH-36, SH-37: the one of seed ${SEED}`, () => {
      const result = runFuzz(Number(SEED));
      console.log(result.log.join('\n'));
      expectNoFaults(Number(SEED), result);
    });
  }
});

async function runMany(first: number, runs: number) {
  const results: { readonly prose: FuzzResult['prose']; readonly writes: number }[] = [];
  for (let seed = first; seed < first + runs; seed += 1) {
    const result = runFuzz(seed);
    expectNoFaults(seed, result);
    results.push({ prose: result.prose, writes: result.log.length });
    // Lets the runner hear that this worker is alive.
    await setImmediate();
  }
  return results;
}

function expectNoFaults(seed: number, result: FuzzResult): void {
  if (result.faults.length > 0) throw new Error(report(seed, result));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
