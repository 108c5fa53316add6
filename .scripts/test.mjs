/**
 * `npm test`: installs what is missing, Chromium included, and runs every check and test. All
 * steps run, whatever the ones before them gave; the last line counts what passed and failed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChecks } from './lib/checks.mjs';
import { findChromium } from './lib/chromium.mjs';
import { ensureClientBuilt } from './lib/client.mjs';
import { playwrightOutcome, stepOutcome, total, vitestOutcome } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fromRoot, productEnv, productNode } from './lib/paths.mjs';
import { runShown } from './lib/processes.mjs';
import { duration, Problem, runScript, say } from './lib/say.mjs';

/** @typedef {import('./lib/counts.mjs').Outcome} Outcome */

const REPORTS = fromRoot('tests', '.artifacts', 'reports');
const VITEST_REPORT = `${REPORTS}/vitest.json`;
const E2E_REPORT = `${REPORTS}/e2e.json`;

/** @type {readonly { name: string, run: () => Promise<Outcome> }[]} in the order they run */
const STEPS = [
  { name: 'Kontroller', run: async () => ({ skipped: 0, ...(await runChecks()) }) },
  {
    name: 'Enhets-, kontrakts- og integrasjonstester',
    run: () =>
      runner(
        'node_modules/vitest/vitest.mjs',
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
        { path: VITEST_REPORT, read: vitestOutcome },
      ),
  },
  { name: 'Bygging av klienten', run: buildStep },
  {
    name: 'Nettlesertester',
    run: () =>
      runner(
        'node_modules/@playwright/test/cli.js',
        ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
        { path: E2E_REPORT, read: playwrightOutcome },
      ),
  },
  { name: 'Krasjtest (kort)', run: () => runner('tests/crash/run.ts', ['--kills', '8']) },
];

await runScript(async () => {
  await ensureInstalled();
  process.env.CHROMIUM_PATH = await findChromium();
  mkdirSync(REPORTS, { recursive: true });

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
  const { passed, failed } = total(results.map(({ outcome }) => outcome));
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * Runs a test program with the product's Node and counts what it says.
 *
 * @param {string} program path from the root
 * @param {readonly string[]} args
 * @param {{ path: string, read: (report: string) => Outcome }} [report] written by the program
 * @returns {Promise<Outcome>}
 */
async function runner(program, args, report) {
  if (report !== undefined) rmSync(report.path, { force: true });
  const env = { ...productEnv(), PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT };
  const code = await runShown(productNode(), [program, ...args], { env });
  if (report === undefined) return stepOutcome(code, undefined);
  if (!existsSync(report.path)) return stepOutcome(code === 0 ? 1 : code, undefined);
  return stepOutcome(code, report.read(readFileSync(report.path, 'utf8')));
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
