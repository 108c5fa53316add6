/**
 * The real client, served by the real server. Tests of one worker share a server and its store, as
 * the sheets of a municipality do; each makes sheets of its own.
 */
import { test as base, expect } from '@playwright/test';
import { startServer, type TestServer } from '../../world/server.ts';

export { axeFindings } from '../support/axe.ts';
export { expect };

interface WorkerWorld {
  readonly server: TestServer;
}

export const test = base.extend<object, WorkerWorld>({
  server: [
    async ({ browserName: _ }, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    const faults: Error[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await use(page);
    expect(faults).toEqual([]);
  },
});
