/** The kit's harness page, built once and served on a port of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

export { expect };

const HARNESS = join(import.meta.dirname, 'harness');

interface WorkerWorld {
  readonly harnessUrl: string;
}

/** `page` is at the harness, and fails the test when a script on it throws. */
export const test = base.extend<object, WorkerWorld>({
  harnessUrl: [
    async ({ browserName }, use) => {
      const outDir = await mkdtemp(join(tmpdir(), `a3-kit-${browserName}-`));
      const shared = { configFile: false, root: HARNESS, logLevel: 'error' } as const;
      await build({ ...shared, plugins: [react()], build: { outDir, target: 'es2022' } });
      const server = await preview({
        ...shared,
        build: { outDir },
        preview: { host: '127.0.0.1', port: 0 },
      });
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
      await rm(outDir, { recursive: true });
    },
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

/** What axe finds wrong with the page as it stands, by rule and place. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
