/** A page of parts of the client, for tests of those parts alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { localSelectors } from '../../../.scripts/vite/localSelectors.ts';

/** Builds the page in `root` and serves it on a port of its own for as long as `use` takes. */
export async function serveHarness(
  root: string,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const outDir = await mkdtemp(join(tmpdir(), 'a3-harness-'));
  const shared = { configFile: false, root, logLevel: 'error', css: localSelectors } as const;
  await build({ ...shared, plugins: [react()], build: { outDir, target: 'es2022' } });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  await use(server.resolvedUrls?.local[0] ?? '');
  await server.close();
  await rm(outDir, { recursive: true });
}
