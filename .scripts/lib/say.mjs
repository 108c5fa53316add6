/**
 * What the scripts tell people: one plain line for each step, and for each failure what is wrong
 * and what to do about it. Runs on Node 20 without dependencies.
 */

/** A failure that a person can do something about; shown without a stack. */
export class Problem extends Error {
  /**
   * @param {string} what what is wrong, one sentence
   * @param {string} advice what to do about it
   * @param {string} [details] output of the program that failed
   */
  constructor(what, advice, details = '') {
    super(what);
    this.name = 'Problem';
    this.advice = advice;
    this.details = details;
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a script's main function. A Problem becomes a readable message and exit code 1; anything
 * else is a bug in the script and keeps its stack.
 *
 * @param {() => Promise<number | void>} main resolves with the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof Problem)) throw error;
    const details = error.details.trim();
    if (details !== '') process.stderr.write(`\n${details}\n`);
    process.stderr.write(`\n✗ ${error.message}\n  ${error.advice}\n`);
  }
}

/**
 * @param {number} ms
 * @returns {string} such as «1,4 s» or «2 min 5 s»
 */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1).replace('.', ',')} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
