/** Before all browser tests: the client as it is shipped, unless it has been built already. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BUILD = join(import.meta.dirname, '../../.scripts/build.mjs');

export default function buildClient(): void {
  const { status } = spawnSync(process.execPath, [BUILD], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The client could not be built.');
}
