/** For vitest: leaves what the run came to, errors outside all tests included. */
import { failure, leaveOutcome } from './outcomeFile.mjs';

/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {import('vitest/node').TestModule} TestModule */
/** @typedef {import('vitest/node').TestSuite} TestSuite */

/** @implements {Reporter} */
export default class OutcomeReporter {
  /** @type {NonNullable<Reporter['onTestRunEnd']>} */
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state);
    const failures = [
      ...inState('failed').map((test) =>
        failure(
          `${test.module.relativeModuleId} › ${test.fullName}`,
          test.result().errors?.[0]?.message,
        ),
      ),
      ...modules.flatMap(failuresAround),
      ...unhandled.map(({ message }) => failure('outside all tests', message)),
    ];
    leaveOutcome({
      passed: inState('passed').length,
      failed: failures.length,
      // A test that never had its turn has passed nothing either.
      skipped: inState('skipped').length + inState('pending').length,
      failures,
    });
  }
}

/**
 * What failed in a file but in none of its tests: it could not be loaded, or what stands around the
 * tests threw.
 *
 * @param {TestModule} module
 */
function failuresAround(module) {
  /** @type {readonly (TestModule | TestSuite)[]} */
  const suites = [module, ...module.children.allSuites()];
  return suites.flatMap((suite) => {
    const name = suite.type === 'module' ? '' : ` › ${suite.fullName}`;
    const [error] = suite.errors();
    return error === undefined ? [] : [failure(module.relativeModuleId + name, error.message)];
  });
}
