/**
 * What the tests of the whole sheet stand on: the real server with the built client, people who
 * come by a link with a browser of their own, and a watch over everything their pages do.
 */
import { type BrowserContext, type BrowserContextOptions, expect } from '@playwright/test';
import type { Role } from '../../shared/access/roles.ts';
import type { TestSheet } from '../world/server.ts';
import { SheetPage, type Texts } from './pages/SheetPage.ts';
import { test as shell } from './shell/world.ts';
import { LosableServer } from './support/losableServer.ts';
import { Watch } from './support/watch.ts';

export { axeFindings } from './shell/world.ts';
export { expect };

export interface Arrival {
  /** `rediger` when left out. */
  readonly as?: Role;
  /** The name that the person gives; a guest gives none. */
  readonly name?: string;
  /** What the person's device is like. */
  readonly device?: BrowserContextOptions;
  /** The texts of the language that the device asks for; bokmål when left out. */
  readonly texts?: Texts;
}

interface World {
  /** Fails the test, at its end, for whatever a page did that no page may do. */
  readonly watch: Watch;
  /** A person's browser, watched, closed with the test. */
  readonly browse: (device?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A new person opens the sheet by its link, in a browser of their own. */
  readonly join: (sheet: TestSheet, arrival?: Arrival) => Promise<SheetPage>;
  /** A server in a process of its own: it can be killed, started again and frozen. */
  readonly losable: LosableServer;
}

export const test = shell.extend<World>({
  watch: async ({ server }, use) => {
    const watch = new Watch(server.url);
    await use(watch);
    expect(watch.faults).toEqual([]);
  },
  browse: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (device = {}) => {
      const context = await browser.newContext(device);
      watch.over(context);
      contexts.push(context);
      return context;
    });
    for (const context of contexts) await context.close();
  },
  join: async ({ browse }, use) => {
    await use(async (sheet, { as = 'rediger', name, device, texts } = {}) => {
      const context = await browse(device);
      const person = new SheetPage(await context.newPage(), texts);
      await person.open(sheet.links[as]);
      if (name !== undefined) await person.introduceAs(name);
      return person;
    });
  },
  losable: async ({ watch }, use) => {
    const server = await LosableServer.start();
    watch.allowHost(server.url);
    await use(server);
    await server.end();
  },
});
