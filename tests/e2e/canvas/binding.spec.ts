/** The canvas binding with tldraw's own editors, in a page of their own. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serveHarness } from '../support/harness.ts';
// For the types of what the harness puts on `window`.
import type {} from './harness/main.tsx';

const SEEDS = [1, 2, 3];
const TURNS = 120;

test('CB-10, CB-20: what two editors do, and do by themselves in return, leaves them alike', async ({
  browser,
}) => {
  test.slow();
  await serveHarness(join(import.meta.dirname, 'harness'), async (url) => {
    for (const seed of SEEDS) {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(url);
      await page.waitForFunction(() => 'twoEditors' in window);
      const task = { seed, turns: TURNS };
      const faults = await page.evaluate(
        (given) => window.twoEditors(given.seed, given.turns),
        task,
      );
      expect({ seed, faults, errors }).toEqual({ seed, faults: [], errors: [] });
      await page.close();
    }
  });
});
