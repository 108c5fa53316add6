/**
 * What the editors' browser tests stand on: the harness page, built once and served on a port of
 * its own, people who open it, and input as keyboards and input methods send it.
 */
import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { serveHarness } from '../support/harness.ts';
// For the types of what the harness puts on `window`.
import type {} from './harness/main.tsx';

export { expect };

export interface OpenOptions {
  readonly show?: 'text' | 'prose';
  /** The Yjs client id: it decides who of two that type in one place comes first. */
  readonly client?: number;
  /** Decides how long each message takes to this page, up to `delayMs`. */
  readonly seed?: number;
  readonly delayMs?: number;
  readonly name?: string;
}

interface World {
  /** Opens the harness in a new page; pages of one test reach each other. */
  readonly open: (options?: OpenOptions) => Promise<Page>;
  /** The same in a browser context of the test's own making, which the test closes. */
  readonly openIn: (context: BrowserContext, options?: OpenOptions) => Promise<Page>;
}

interface WorkerWorld {
  readonly harnessUrl: string;
}

export const test = base.extend<World, WorkerWorld>({
  harnessUrl: [
    async ({ browserName: _ }, use) => serveHarness(join(import.meta.dirname, 'harness'), use),
    { scope: 'worker' },
  ],
  openIn: async ({ harnessUrl }, use) => {
    let opened = 0;
    await use(async (context, { show = 'text', client, seed = 1, delayMs = 0, name } = {}) => {
      opened += 1;
      const page = await context.newPage();
      const query = new URLSearchParams({
        show,
        client: String(client ?? opened),
        seed: String(seed + opened),
        delay: String(delayMs),
        name: name ?? ['Kari Nordmann', 'Ola Hansen', 'Åse Øyen'][opened - 1] ?? 'Gjest',
      });
      const faults: Error[] = [];
      page.on('pageerror', (error) => faults.push(error));
      page.on('close', () => expect(faults).toEqual([]));
      await page.goto(`${harnessUrl}?${query}`);
      return page;
    });
  },
  open: async ({ context, openIn }, use) => {
    await use((options) => openIn(context, options));
    for (const page of context.pages()) await page.close();
  },
});
