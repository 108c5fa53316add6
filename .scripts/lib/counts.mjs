/** Reads the test runners' own reports, so that the last line of `npm test` counts tests. */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * A vitest report (`--reporter=json`). A file that could not even be loaded holds no tests and
 * counts as one that failed.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function vitestOutcome(report) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const counts = JSON.parse(report);
  const broken = counts.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + broken.length,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

/**
 * A Playwright report (`--reporter=json`). A test that passed at the second try only counts as
 * failed; so does an error outside any test.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function playwrightOutcome(report) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a step counts as, from its report and its exit code. A runner that ends badly without a
 * failed test (it crashed, or left no report) has failed once.
 *
 * @param {number} code exit code
 * @param {Outcome | undefined} counted
 * @returns {Outcome}
 */
export function stepOutcome(code, counted) {
  const outcome = counted ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export function total(outcomes) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}
