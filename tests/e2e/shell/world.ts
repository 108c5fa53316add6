/** The real client, built once, served by the real server: one for each test, with its own store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { build } from 'vite';
import { type ServerOptions, startServer, type TestServer } from '../../world/server.ts';

export { expect };

interface World {
  /** How the server differs from one on the person's own machine. */
  readonly serverOptions: ServerOptions;
  readonly server: TestServer;
}

interface WorkerWorld {
  readonly clientDir: string;
}

export const test = base.extend<World, WorkerWorld>({
  clientDir: [
    async ({ browserName }, use) => {
      const outDir = await mkdtemp(join(tmpdir(), `a3-client-${browserName}-`));
      const configFile = join(import.meta.dirname, '../../../vite.config.ts');
      await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
      await use(outDir);
      await rm(outDir, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  serverOptions: [{}, { option: true }],
  server: async ({ clientDir, serverOptions }, use) => {
    const server = await startServer({ clientDir, ...serverOptions });
    await use(server);
    await server.stop();
  },
  page: async ({ page }, use) => {
    const faults: Error[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** What axe finds wrong with the page as it stands, or with one part of it, by rule and place. */
export async function axeFindings(page: Page, part?: string): Promise<string[]> {
  await page.evaluate(restOfMovement);
  const builder = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Runs in the page: what fades or slides in is not judged halfway; what turns for ever is. */
async function restOfMovement(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
}
