/**
 * For Playwright: leaves what the run came to. A test that passed at the second try only counts as
 * failed; so does an error outside any test.
 */
import { failure, leaveOutcome } from './outcomeFile.mjs';

/** @typedef {import('@playwright/test/reporter').Reporter} Reporter */
/** @typedef {import('@playwright/test/reporter').TestCase} TestCase */
/** @typedef {import('@playwright/test/reporter').Suite} Suite */

/** @implements {Reporter} */
export default class OutcomeReporter {
  /** @type {Suite | undefined} */
  #suite;
  /** @type {import('../counts.mjs').Failure[]} */
  #outside = [];

  /**
   * @param {unknown} _config
   * @param {Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** @param {import('@playwright/test/reporter').TestError} error */
  onError({ message, value }) {
    this.#outside.push(failure('outside all tests', message ?? value));
  }

  onEnd() {
    const tests = this.#suite?.allTests() ?? [];
    const inState = (/** @type {string[]} */ ...states) =>
      tests.filter((test) => states.includes(test.outcome()));
    const failures = [...inState('unexpected', 'flaky').map(failureOf), ...this.#outside];
    leaveOutcome({
      passed: inState('expected').length,
      failed: failures.length,
      skipped: inState('skipped').length,
      failures,
    });
  }

  printsToStdio() {
    return false;
  }
}

/** @param {TestCase} test */
function failureOf(test) {
  const [, , file, ...names] = test.titlePath();
  const error = test.results.find(({ errors }) => errors.length > 0)?.errors[0];
  return failure([file, ...names].join(' › '), error?.message ?? error?.value);
}
