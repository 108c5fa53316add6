/** The reporters in real runs of their runners, over cases most of which are to fail. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromRoot, productEnv, productNode } from '../paths.mjs';
import { runQuietly } from '../processes.mjs';
import { OUTCOME_FILE, takeOutcome } from './outcomeFile.mjs';

const CASES = fromRoot('.scripts', 'lib', 'fixtures', 'runs');
const SLOW_MS = 60_000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outcome-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function run(runner: string, args: readonly string[]) {
  const path = join(folder, 'outcome.json');
  const program = fromRoot('node_modules', ...runner.split('/'));
  const env = { ...productEnv(), [OUTCOME_FILE]: path };
  const { code, output } = await runQuietly(productNode(), [program, ...args], { env, cwd: CASES });
  const outcome = takeOutcome(path);
  if (outcome === undefined) throw new Error(`Nothing was left. ${output}`);
  expect(takeOutcome(path)).toBeUndefined();
  return { code, outcome };
}

const reporter = (name: string) => fromRoot('.scripts', 'lib', 'reporters', `${name}.mjs`);

it('names what failed in a run of vitest, in tests and around them', {
  timeout: SLOW_MS,
}, async () => {
  const args = ['run', '--root', CASES, `--reporter=${reporter('vitest')}`];
  const { code, outcome } = await run('vitest/vitest.mjs', args);
  expect(code).toBe(1);
  expect({ ...outcome, failures: [] }).toEqual({ passed: 2, failed: 4, skipped: 2, failures: [] });
  const byName = new Map(outcome.failures.map(({ test, message }) => [test, message]));
  expect(byName).toEqual(
    new Map([
      ['vitest/tests.case.mjs › a group > fails', 'expected 1 to be 2 // Object.is equality'],
      ['vitest/tests.case.mjs › a group that cannot begin', 'no beginning'],
      ['vitest/broken.case.mjs', 'cannot be loaded'],
      ['outside all tests', 'nobody waits for this'],
    ]),
  );
});

it('names what failed in a run of Playwright, a test that needed two tries too', {
  timeout: SLOW_MS,
}, async () => {
  // Playwright empties the folder that it writes to.
  const places = ['-c', 'playwright.config.mjs', '--output', join(folder, 'output')];
  const args = ['test', ...places, `--reporter=${reporter('playwright')}`];
  const one = await run('@playwright/test/cli.js', [...args, 'tests.case.mjs']);
  expect(one.code).toBe(1);
  expect(one.outcome).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
  expect(one.outcome.failures).toEqual([
    {
      test: 'tests.case.mjs › a group › fails',
      message: 'Error: expect(received).toBe(expected) // Object.is equality',
    },
    {
      test: 'tests.case.mjs › holds at the second try',
      message: 'Error: expect(received).toBe(expected) // Object.is equality',
    },
  ]);
  const broken = await run('@playwright/test/cli.js', [...args, 'broken.case.mjs']);
  expect(broken.outcome).toMatchObject({ passed: 0, skipped: 0 });
  expect(broken.outcome.failures).toContainEqual({
    test: 'outside all tests',
    message: 'Error: cannot be loaded',
  });
});
