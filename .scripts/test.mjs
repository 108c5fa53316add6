/**
 * `npm test`: installs what is missing, Chromium included, and runs every check and test. All
 * steps run, whatever the ones before them gave; the end names what failed, and counts.
 */
import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { runChecks } from './lib/checks.mjs';
import { findChromium } from './lib/chromium.mjs';
import { ensureClientBuilt } from './lib/client.mjs';
import { NOTHING_RUN, stepOutcome, total } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fromRoot, productEnv, productNode } from './lib/paths.mjs';
import { runShown } from './lib/processes.mjs';
import { OUTCOME_FILE, takeOutcome } from './lib/reporters/outcomeFile.mjs';
import { duration, Problem, runScript, say } from './lib/say.mjs';

/** @typedef {import('./lib/counts.mjs').Outcome} Outcome */

const OUTCOMES = fromRoot('tests', '.artifacts', 'outcomes');

/** @type {readonly { name: string, run: () => Promise<Outcome> }[]} in the order they run */
const STEPS = [
  { name: 'Kontroller', run: async () => ({ ...NOTHING_RUN, ...(await runChecks()) }) },
  {
    name: 'Enhets-, kontrakts- og integrasjonstester',
    run: () =>
      runner('node_modules/vitest/vitest.mjs', [
        ...['run', '--reporter=default', '--reporter=./.scripts/lib/reporters/vitest.mjs'],
      ]),
  },
  { name: 'Bygging av klienten', run: buildStep },
  {
    name: 'Nettlesertester',
    run: () =>
      runner('node_modules/@playwright/test/cli.js', [
        ...['test', '-c', 'tests/e2e/playwright.config.ts'],
        '--reporter=list,./.scripts/lib/reporters/playwright.mjs',
      ]),
  },
  { name: 'Krasjtest (kort)', run: crashTest },
];

await runScript(async () => {
  await ensureInstalled();
  process.env.CHROMIUM_PATH = await findChromium();
  mkdirSync(OUTCOMES, { recursive: true });

  const results = [];
  for (const step of STEPS) {
    say(`\n── ${step.name}`);
    const started = performance.now();
    const outcome = await step.run();
    results.push({ name: step.name, outcome, ms: performance.now() - started });
  }
  return summary(results);
});

/**
 * @param {readonly { name: string, outcome: Outcome, ms: number }[]} results
 * @returns {number} exit code
 */
function summary(results) {
  say('\n── Oppsummering');
  for (const { name, outcome, ms } of results) {
    const mark = outcome.failed === 0 ? '✓' : '✗';
    const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} hoppet over` : '';
    const counts = `${outcome.passed} gikk bra, ${outcome.failed} feilet${skipped}`;
    say(`${mark} ${name}: ${counts} (${duration(ms)})`);
  }
  const { passed, failed, failures } = total(results.map(({ outcome }) => outcome));
  for (const { test, message } of failures) say(`✗ ${test}\n    ${message}`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * Runs a test runner with the product's Node, and counts what its reporter leaves. One that leaves
 * nothing has failed.
 *
 * @param {string} program path from the root
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function runner(program, args) {
  const path = `${OUTCOMES}/${basename(program)}.json`;
  takeOutcome(path);
  const env = { ...productEnv(), [OUTCOME_FILE]: path };
  const code = await runShown(productNode(), [program, ...args], { env });
  const outcome = takeOutcome(path);
  return stepOutcome(outcome === undefined ? code || 1 : code, outcome);
}

/** @returns {Promise<Outcome>} */
async function crashTest() {
  const args = ['tests/crash/run.ts', '--kills', '8'];
  return stepOutcome(await runShown(productNode(), args, { env: productEnv() }), undefined);
}

/** @returns {Promise<Outcome>} */
async function buildStep() {
  try {
    await ensureClientBuilt();
    return stepOutcome(0, undefined);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`${error.details.trimEnd()}\n✗ ${error.message}\n  ${error.advice}`);
    return stepOutcome(1, undefined);
  }
}
