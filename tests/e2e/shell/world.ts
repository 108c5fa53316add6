/** The real client, served by the real server: one for each test, with its own store. */
import { test as base, expect } from '@playwright/test';
import { type ServerOptions, startServer, type TestServer } from '../../world/server.ts';

export { axeFindings } from '../support/axe.ts';
export { expect };

interface World {
  /** How the server differs from one on the person's own machine. */
  readonly serverOptions: ServerOptions;
  readonly server: TestServer;
}

export const test = base.extend<World>({
  serverOptions: [{}, { option: true }],
  server: async ({ serverOptions }, use) => {
    const server = await startServer(serverOptions);
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
