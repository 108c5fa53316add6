/** Where things stand in the repository, for all scripts. Runs on Node 20 without dependencies. */
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './say.mjs';

/** The repository's root. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * @param {...string} parts
 * @returns {string} an absolute path under the root
 */
export function fromRoot(...parts) {
  return join(ROOT, ...parts);
}

/**
 * The Node that runs the product: the one that `npm ci` put into node_modules, else the one that
 * runs now when it is new enough.
 *
 * @param {string} [root]
 * @returns {string} path of an executable
 */
export function productNode(root = ROOT) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(root, 'node_modules', 'node', 'bin', file);
  if (existsSync(bundled)) return bundled;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Problem(
    'Node 24 ble ikke med i installasjonen.',
    'npm er trolig satt opp til ikke å kjøre installasjonsskript. Kjør «npm config set ignore-scripts false», slett mappen node_modules og prøv igjen, eller installer Node 24 på maskinen.',
  );
}

/**
 * The environment in which npm scripts run the product: node_modules/.bin comes first on PATH, and
 * Node keeps what it compiles, which halves the time in which the server and each of its threads
 * start.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnv(env = process.env) {
  const path = [fromRoot('node_modules', '.bin'), env.PATH].filter(Boolean).join(delimiter);
  const cache = env.NODE_COMPILE_CACHE ?? fromRoot('node_modules', '.cache', 'node');
  return { ...env, PATH: path, NODE_COMPILE_CACHE: cache };
}
