/** Prints what is wrong with the translations; exits 1 when anything is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { attributeFindings, type Tables, tableFindings, usageFindings } from './keys.ts';
import { readSource, sourceFiles } from './source.ts';

const MAIN = 'nb';
const root = process.cwd();

const tables = await readTables(['nb', 'nn', 'en']);
const sources = sourceFiles(root, ['client'])
  .filter((path) => !path.startsWith('client/i18n/') && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readSource(root, path) }));

const keys = Object.keys(tables[MAIN] ?? {});
const findings = [
  ...tableFindings(tables, MAIN),
  ...usageFindings(keys, sources),
  ...attributeFindings(
    keys,
    sources.filter(({ path }) => path.endsWith('.tsx')),
  ),
];
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;

/** The tables there are, what is fetched late with the rest. Bokmål's errors stand in the error catalogue, not in its own table. */
async function readTables(languages: readonly string[]): Promise<Tables> {
  const found: Record<string, Record<string, string>> = {};
  for (const language of languages) {
    const tables = [await readTable(`${language}.ts`), await readTable(`late/${language}.ts`)];
    const entries = tables.flatMap((table) => Object.entries(table));
    found[language] = Object.fromEntries(entries.filter(([key]) => !key.startsWith('errors.')));
  }
  return found;
}

/** The table that a file under `client/i18n` exports; empty where there is no such file. */
async function readTable(name: string): Promise<Readonly<Record<string, string>>> {
  const file = join(root, 'client', 'i18n', name);
  if (!existsSync(file)) return {};
  const module: Record<string, Record<string, string>> = await import(pathToFileURL(file).href);
  return Object.values(module)[0] ?? {};
}
