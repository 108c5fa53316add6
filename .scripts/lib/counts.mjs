/** What a test run came to: how many tests passed and failed, and which ones did not. */

/**
 * @typedef {object} Failure
 * @property {string} test its file and its names, or what failed outside all tests
 * @property {string} message the first line of what was thrown, as plain text
 */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly Failure[]} failures those that are known by name
 */

/** @type {Outcome} */
export const NOTHING_RUN = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * What a step counts as, from its report and its exit code. A runner that ends badly without a
 * failed test (it crashed, or left no report) has failed once.
 *
 * @param {number} code exit code
 * @param {Outcome | undefined} counted
 * @returns {Outcome}
 */
export function stepOutcome(code, counted) {
  const outcome = counted ?? { ...NOTHING_RUN, passed: code === 0 ? 1 : 0 };
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function total(outcomes) {
  return outcomes.reduce(
    (sum, { passed, failed, skipped, failures }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      failures: [...sum.failures, ...failures],
    }),
    NOTHING_RUN,
  );
}
