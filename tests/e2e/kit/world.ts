/** The kit's harness page. */
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { serveHarness } from '../support/harness.ts';

export { axeFindings } from '../support/axe.ts';
export { expect };

interface WorkerWorld {
  readonly harnessUrl: string;
}

/** `page` is at the harness, and fails the test when a script on it throws. */
export const test = base.extend<object, WorkerWorld>({
  harnessUrl: [
    async ({ browserName: _ }, use) => serveHarness(join(import.meta.dirname, 'harness'), use),
    { scope: 'worker' },
  ],
  page: async ({ page, harnessUrl }, use) => {
    const faults: Error[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await page.goto(harnessUrl);
    await page.getByRole('heading', { name: 'Byggeklossene' }).waitFor();
    await use(page);
    expect(faults).toEqual([]);
  },
});
