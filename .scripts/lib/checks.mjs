/** The checks that need no running product, and how they are run. */
import { availableParallelism } from 'node:os';
import { fromRoot, productEnv, productNode } from './paths.mjs';
import { runQuietly } from './processes.mjs';
import { duration, say } from './say.mjs';

const bin = (/** @type {string} */ path) => fromRoot('node_modules', ...path.split('/'));
const TSC = bin('typescript/bin/tsc');
const BIOME = bin('@biomejs/biome/bin/biome');
const KNIP = bin('knip/bin/knip.js');

/** @type {readonly { name: string, args: readonly string[] }[]} run by the product's Node */
const CHECKS = [
  { name: 'Typer: client', args: [TSC, '-p', 'client'] },
  { name: 'Typer: tests', args: [TSC, '-p', 'tests'] },
  { name: 'Typer: server', args: [TSC, '-p', 'server'] },
  { name: 'Typer: shared', args: [TSC, '-p', 'shared'] },
  { name: 'Typer: skript', args: [TSC, '-p', '.scripts'] },
  {
    name: 'Lint og format',
    args: [
      BIOME,
      'check',
      '--error-on-warnings',
      '--no-errors-on-unmatched',
      '--max-diagnostics=200',
      '.',
    ],
  },
  {
    name: 'Ubrukt kode og pakker',
    args: [KNIP, '-c', '.scripts/knip.ts', '--no-progress'],
  },
  { name: 'Importregler', args: ['.scripts/checks/imports.ts'] },
  { name: 'Oversettelser', args: ['.scripts/checks/translations.ts'] },
  { name: 'Låsefilen', args: ['.scripts/checks/lockFile.ts'] },
  { name: 'Én kopi av hver pakke', args: ['.scripts/checks/oneCopy.ts'] },
];

/**
 * Runs all checks, a few at a time, and shows each as it ends: one line, and what is wrong.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const waiting = [...CHECKS];
  const outcome = { passed: 0, failed: 0 };
  const workers = Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const ok = await runCheck(check);
      outcome[ok ? 'passed' : 'failed'] += 1;
    }
  });
  await Promise.all(workers);
  return outcome;
}

/** @param {{ name: string, args: readonly string[] }} check */
async function runCheck({ name, args }) {
  const started = performance.now();
  const { code, output } = await runQuietly(productNode(), args, { env: productEnv() });
  say(`${code === 0 ? '✓' : '✗'} ${name} (${duration(performance.now() - started)})`);
  if (code !== 0) say(`${output.trimEnd()}\n`);
  return code === 0;
}
