/** Finds the Chromium that tests drive, or installs Debian's where that is ours to do. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { adviceFor } from './advice.mjs';
import { runQuietly } from './processes.mjs';
import { Problem, say } from './say.mjs';

/** @type {readonly [string, ...string[]]} */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/**
 * The same engine without windows around its pages, which cost the whole browser as much as the pages
 * themselves: tests take half the time in it.
 */
const SHELL = 'chromium-headless-shell';
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Resolves with the path of a Chromium that starts: CHROMIUM_PATH when it is set, else one on
 * PATH, else Debian's package when we are root. Throws Problem.
 *
 * @param {{ readonly isWhole?: boolean }} [options] a whole browser, as people have it, for what is
 *   measured; otherwise one without windows is preferred
 * @returns {Promise<string>}
 */
export async function findChromium({ isWhole = false } = {}) {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (await starts(chosen)) return chosen;
    throw new Problem(
      `CHROMIUM_PATH er «${chosen}», men der er det ingen nettleser som starter.`,
      'Rett eller fjern CHROMIUM_PATH, og prøv igjen.',
    );
  }
  /** @type {readonly [string, ...string[]]} */
  const names = isWhole ? BROWSERS : [SHELL, ...BROWSERS];
  return (await onPath(names)) ?? (await installFromDebian(names));
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string | undefined>}
 */
async function onPath(names) {
  for (const file of [...candidates(process.env.PATH ?? '', names), MAC]) {
    if (existsSync(file) && (await starts(file))) return file;
  }
  return undefined;
}

/**
 * @param {string} path PATH
 * @param {readonly string[]} names in order of preference
 * @returns {string[]} the executables of these names, the best first
 */
export function candidates(path, names) {
  const folders = path.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} file */
async function starts(file) {
  // Some systems have a stand-in under this name that only tells how to install the real one.
  const { code } = await runQuietly(file, ['--version', '--no-sandbox']);
  return code === 0;
}

/**
 * @param {readonly [string, ...string[]]} names the first is the package to install
 * @returns {Promise<string>}
 */
async function installFromDebian(names) {
  const isRoot = process.getuid?.() === 0;
  const hasApt = candidates(process.env.PATH ?? '', ['apt-get']).length > 0;
  if (!isRoot || !hasApt) {
    throw new Problem(
      'Finner ikke Chromium, som testene trenger.',
      hasApt
        ? 'Kjør «sudo apt-get install chromium», eller sett CHROMIUM_PATH til en Chromium eller Chrome.'
        : 'Installer Chromium eller Chrome, eller sett CHROMIUM_PATH til den som finnes.',
    );
  }
  say('Installerer Chromium …');
  await apt(['update']);
  await apt(['install', '-y', names[0]]);
  const found = await onPath(names);
  if (found !== undefined) return found;
  throw new Problem(
    'Chromium ble installert, men starter ikke.',
    `Kjør «${names[0]} --version» for å se hvorfor, eller sett CHROMIUM_PATH til en som starter.`,
  );
}

/** @param {readonly string[]} args */
async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await runQuietly('apt-get', args, { env });
  if (code === 0) return;
  const known = adviceFor(output);
  throw new Problem(
    `apt-get ${args[0]} stoppet. ${known?.what ?? ''}`.trim(),
    known?.advice ?? 'Installer Chromium selv, eller sett CHROMIUM_PATH til en som finnes.',
    output,
  );
}
