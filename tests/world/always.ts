/** Property tests: what must hold for every value that an arbitrary can make. */
import * as fc from 'fast-check';

/** The same runs every time. A failure prints it, with the smallest value that fails. */
const SEED = 20_240_524;

/** Throws with the seed and the smallest counterexample unless `holds` passes on every value. */
export function always<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, runs = 200): void {
  const property = fc.property(arbitrary, (value) => {
    holds(value);
  });
  const details = fc.check(property, { seed: SEED, numRuns: runs });
  if (details.failed) throw new Error(fc.defaultReportMessage(details));
}
