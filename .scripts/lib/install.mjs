/**
 * Installs the dependencies when they are missing or old, and only then. Runs on Node 20 with
 * nothing installed.
 */
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { adviceFor, DISK_FULL } from './advice.mjs';
import { productNode, ROOT } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { Problem, say } from './say.mjs';
import { hasStamp, installHash, isInstalled, writeStamp } from './stamps.mjs';

/**
 * Development dependencies are always wanted (the builder and Node 24 are among them), also where
 * NODE_ENV=production. Warnings are kept back: npm warns of the machine's older Node, which does
 * not matter, as the product runs on the one being installed.
 */
const NPM_CI = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'];

/** About twice what node_modules takes. */
const ROOM_WANTED_BYTES = 1_000_000_000;

/**
 * Resolves once node_modules holds what package-lock.json says. Throws Problem when it cannot.
 *
 * @param {string} [root]
 */
export async function ensureInstalled(root = ROOT) {
  requireNode20();
  const packageJson = readFileSync(join(root, 'package.json'), 'utf8');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = installHash(packageJson, lock);
  const stamp = join(root, 'node_modules', '.install-stamp');
  if (hasStamp(stamp, hash)) return;
  if (!wasInstalledByNpm(root, lock)) {
    say('Installerer det som trengs (tar et par minutter første gang) …');
    await install(root);
  }
  productNode(root);
  writeStamp(stamp, hash);
}

/** @param {string} root */
async function install(root) {
  // npm must not run on the Node inside the node_modules that it is about to replace.
  const env = { ...process.env, PATH: withoutLocalBins(process.env.PATH ?? '') };
  const shell = process.platform === 'win32';
  const { code, output, missing } = await runQuietly('npm', NPM_CI, { cwd: root, env, shell });
  if (missing) {
    throw new Problem(
      'Finner ikke npm på maskinen.',
      'npm følger med Node: installer Node 20 eller nyere fra nodejs.org, eller pakken «npm» i Debian.',
    );
  }
  if (code !== 0) {
    const known = adviceFor(output) ?? (hasRoom(root) ? undefined : DISK_FULL);
    throw new Problem(
      `Installasjonen stoppet. ${known?.what ?? ''}`.trim(),
      known?.advice ?? 'Meldingen over er fra npm. Rett det den sier, og prøv igjen.',
      output,
    );
  }
}

/**
 * A disk that ran full halfway makes npm stop over some half-written file, without naming it.
 *
 * @param {string} folder
 */
function hasRoom(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM_WANTED_BYTES;
}

/**
 * Someone who has just run `npm install` need not install again.
 *
 * @param {string} root
 * @param {string} lock
 */
function wasInstalledByNpm(root, lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && isInstalled(lock, readFileSync(record, 'utf8'));
}

/**
 * @param {string} path
 * @returns {string} PATH without any node_modules/.bin
 */
export function withoutLocalBins(path) {
  return path
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/]/.test(`${folder}/`))
    .join(delimiter);
}

function requireNode20() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  throw new Problem(
    `Node ${process.versions.node} er for gammel.`,
    'Installer Node 20 eller nyere fra nodejs.org, og prøv igjen.',
  );
}
