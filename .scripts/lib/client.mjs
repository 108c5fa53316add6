/** Builds the client into client/dist when it is out of date, and only then. */
import { existsSync } from 'node:fs';
import { adviceFor } from './advice.mjs';
import { fromRoot, productEnv, productNode, ROOT } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { Problem, say } from './say.mjs';
import { contentHash, hasStamp, writeStamp } from './stamps.mjs';

const INPUTS = [
  ...['client', 'shared', '.scripts/vite', 'vite.config.ts'],
  ...['tsconfig.base.json', 'package-lock.json'],
];

/**
 * Tests and prose beside the sources never reach the built client.
 *
 * @param {string} path relative to the root
 */
export function isClientInput(path) {
  return !path.startsWith('client/dist/') && !/\.test\.tsx?$|\.md$/.test(path);
}

/** Resolves once client/dist is made from the sources as they stand. Throws Problem. */
export async function ensureClientBuilt() {
  const hash = contentHash(ROOT, INPUTS, isClientInput);
  // Building empties client/dist first, so a build that was cut off leaves no stamp.
  const stamp = fromRoot('client', 'dist', '.build-stamp');
  if (hasStamp(stamp, hash) && existsSync(fromRoot('client', 'dist', 'index.html'))) return;
  say('Bygger klienten …');
  const vite = fromRoot('node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runQuietly(productNode(), [vite, 'build'], { env: productEnv() });
  if (code !== 0) {
    const known = adviceFor(output);
    throw new Problem(
      `Klienten lot seg ikke bygge. ${known?.what ?? ''}`.trim(),
      known?.advice ?? 'Meldingen over er fra Vite. «npm run check» viser ofte mer.',
      output,
    );
  }
  writeStamp(stamp, hash);
}
