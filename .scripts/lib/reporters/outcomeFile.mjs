/** Where a test runner's reporter leaves what the run came to, for the script that started it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {import('../counts.mjs').Failure} Failure */
/** @typedef {import('../counts.mjs').Outcome} Outcome */

/** Names the file, in the environment of the runner. */
export const OUTCOME_FILE = 'TEST_OUTCOME_FILE';

/**
 * For the reporter.
 *
 * @param {Outcome} outcome
 */
export function leaveOutcome(outcome) {
  const path = process.env[OUTCOME_FILE];
  if (path === undefined) throw new Error(`${OUTCOME_FILE} does not name a file.`);
  writeFileSync(path, JSON.stringify(outcome));
}

/**
 * For whoever started the runner: what it left, once; undefined when it left nothing.
 *
 * @param {string} path
 * @returns {Outcome | undefined}
 */
export function takeOutcome(path) {
  if (!existsSync(path)) return undefined;
  const outcome = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return outcome;
}

/**
 * @param {string} test
 * @param {string | undefined} message as the runner words it, perhaps in colours and many lines
 * @returns {Failure}
 */
export function failure(test, message = '') {
  const lines = stripVTControlCharacters(message).split('\n');
  return { test, message: lines.find((line) => line.trim() !== '')?.trim() ?? '' };
}
