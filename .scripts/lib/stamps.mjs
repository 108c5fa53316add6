/**
 * Stamps say what a folder was made from, so that nothing is made twice. A stamp is a hash of
 * contents, never of dates: a fresh checkout, a copied folder and a touched file all judge right.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The parts of package.json that decide what is installed. */
const INSTALLING_PARTS = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
  'allowScripts',
];

/**
 * The hash of what `npm ci` would install here.
 *
 * @param {string} packageJson text of package.json
 * @param {string} lock text of package-lock.json
 * @param {string} [platform] a node_modules made for another machine does not fit this one
 * @returns {string}
 */
export function installHash(packageJson, lock, platform = `${process.platform}-${process.arch}`) {
  const manifest = JSON.parse(packageJson);
  const parts = INSTALLING_PARTS.map((part) => [part, manifest[part] ?? {}]);
  return createHash('sha256')
    .update(`${platform}\0${JSON.stringify(parts)}\0${lock}`)
    .digest('hex');
}

/**
 * The hash of files' names and contents.
 *
 * @param {string} root
 * @param {readonly string[]} inputs files and folders under root; what is missing counts as missing
 * @param {(path: string) => boolean} isInput decides over each path, relative to root with `/`
 * @returns {string}
 */
export function contentHash(root, inputs, isInput) {
  const hash = createHash('sha256');
  const files = inputs.flatMap((input) => filesUnder(join(root, input)));
  const paths = files.map((file) => relative(root, file).split(sep).join('/')).filter(isInput);
  for (const path of paths.sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether every package of the lock file stands installed in the locked version, judged by npm's
 * own record in node_modules, which npm writes when an installation is complete.
 *
 * @param {string} lock text of package-lock.json
 * @param {string} installed text of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled(lock, installed) {
  const wanted = JSON.parse(lock).packages ?? {};
  const present = JSON.parse(installed).packages ?? {};
  const paths = new Set([...Object.keys(wanted), ...Object.keys(present)]);
  for (const path of paths) {
    if (path === '') continue;
    const want = wanted[path];
    const have = present[path];
    // A package for another kind of machine is locked, but not installed.
    if (have === undefined && want.optional === true) continue;
    if (want === undefined || have === undefined) return false;
    if (want.version !== have.version || want.integrity !== have.integrity) return false;
  }
  return true;
}

/**
 * @param {string} file
 * @param {string} hash
 * @returns {boolean}
 */
export function hasStamp(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8').trim() === hash;
}

/**
 * @param {string} file
 * @param {string} hash
 */
export function writeStamp(file, hash) {
  writeFileSync(file, `${hash}\n`);
}

/**
 * @param {string} path
 * @returns {string[]} all files at or under path
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
