/**
 * Ships the licences of what the page is made of, as `/licenses/`: tldraw's, which asks for it in so
 * many words, the fonts', and those of every package in the build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';

/** The version whose licence stands in `licenses/tldraw.txt`: its packages hold only a link to it. */
const TLDRAW_LINE = /^3\.15\./;

/** As the files themselves say it. */
const FONTS = [
  ['IBM Plex Mono', 'Copyright 2017 IBM Corp. All rights reserved. Reserved Font Name "Plex".'],
  ['IBM Plex Sans', 'Copyright 2018 IBM Corp. All rights reserved. Reserved Font Name "Plex".'],
  ['IBM Plex Serif', 'Copyright 2020 IBM Corp. All rights reserved. Reserved Font Name "Plex".'],
  [
    'Shantell Sans',
    'Copyright 2022 The Shantell Sans Project Authors (https://github.com/arrowtype/shantell-sans)',
  ],
  ['Inter', 'Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)'],
] as const;
const OFL_BEGINS = 'SIL OPEN FONT LICENSE Version 1.1';

const MODULES = join(import.meta.dirname, '..', '..', 'node_modules');
/** A path in a style sheet. */
const IMPORT = /(?:@import\s+(?:url\()?|url\()\s*['"]?((?!data:|https?:)[@.a-z][^'")\s]*)/g;

export interface PackageLicense {
  readonly name: string;
  readonly version: string;
  /** As the package names it, such as `MIT`. */
  readonly license: string;
  readonly text: string | undefined;
}

/** `page` writes the files; `workers`, for the page's workers, tells it what those are made of. */
export function thirdPartyLicenses(): { readonly page: Plugin; readonly workers: Plugin } {
  const ofWorkers = new Set<string>();
  const workers: Plugin = {
    name: 'third-party-licenses-of-workers',
    apply: 'build',
    generateBundle() {
      for (const id of this.getModuleIds()) ofWorkers.add(id);
    },
  };
  const page: Plugin = {
    name: 'third-party-licenses',
    apply: 'build',
    generateBundle() {
      const modules = [...this.getModuleIds(), ...ofWorkers];
      const files = [...modules, ...importedByStyles(modules), join(MODULES, '@tldraw/assets')];
      for (const [name, source] of licenseFiles(packagesOf(files))) {
        this.emitFile({ type: 'asset', fileName: `licenses/${name}`, source });
      }
    },
  };
  return { page, workers };
}

/** What style sheets of ours take from packages: other style sheets and fonts, which are no modules. */
function importedByStyles(modules: readonly string[]): string[] {
  const imported: string[] = [];
  const styles = new Set(modules.map(withoutQuery).filter((id) => id.endsWith('.css')));
  // Grows while it is walked: style sheets of ours import others of ours.
  for (const style of styles) {
    if (!existsSync(style) || style.includes('/node_modules/')) continue;
    for (const [, path = ''] of readFileSync(style, 'utf8').matchAll(IMPORT)) {
      if (path.startsWith('.') && path.endsWith('.css')) styles.add(join(dirname(style), path));
      else imported.push(join(MODULES, path));
    }
  }
  return imported;
}

/** The packages that files belong to, by name and version. */
export function packagesOf(files: readonly string[]): readonly PackageLicense[] {
  const roots = new Set(files.map(rootOf).filter((root) => root !== undefined));
  const found = new Map<string, PackageLicense>();
  for (const root of roots) {
    const read = readPackage(root);
    found.set(`${read.name} ${read.version}`, read);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Name → content. Throws when the canvas is of another version than the licence that is kept here. */
export function licenseFiles(packages: readonly PackageLicense[]): ReadonlyMap<string, string> {
  const tldraw = packages.find(({ name }) => name === 'tldraw');
  if (tldraw !== undefined && !TLDRAW_LINE.test(tldraw.version)) {
    throw new Error(
      `Is .scripts/vite/licenses/tldraw.txt the licence of tldraw ${tldraw.version}?`,
    );
  }
  const files = new Map([['third-party.txt', listOf(packages)]]);
  files.set(
    'tldraw.txt',
    readFileSync(join(import.meta.dirname, 'licenses', 'tldraw.txt'), 'utf8'),
  );
  files.set('fonts.txt', fontsOf(packages));
  return files;
}

function withoutQuery(id: string): string {
  return id.replace(/^\0/, '').replace(/[?#].*$/, '');
}

function rootOf(file: string): string | undefined {
  const path = file
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [scope = '', name = ''] = path.slice(at + '/node_modules/'.length).split('/');
  const root = join(
    path.slice(0, at),
    'node_modules',
    scope.startsWith('@') ? scope + sep + name : scope,
  );
  return existsSync(join(root, 'package.json')) ? root : undefined;
}

function readPackage(root: string): PackageLicense {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const { name, version, license = 'see the text' } = manifest;
  const isTldraw = /tldraw/i.test(license) || /^SEE LICENSE/i.test(license);
  return {
    name,
    version,
    license: isTldraw && /^@?tldraw/.test(name) ? 'tldraw license (tldraw.txt)' : license,
    text: textIn(root),
  };
}

function textIn(root: string): string | undefined {
  const file = readdirSync(root).find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file === undefined ? undefined : readFileSync(join(root, file), 'utf8').trim();
}

const RULE = `\n\n${'-'.repeat(78)}\n\n`;

function listOf(packages: readonly PackageLicense[]): string {
  const head = 'What this page is made of, and the licences under which it may be used.';
  const entries = packages.map(({ name, version, license, text }) =>
    [`${name} ${version}`, `Licence: ${license}`, ...(text === undefined ? [] : ['', text])].join(
      '\n',
    ),
  );
  return `${[head, ...entries].join(RULE)}\n`;
}

/** The fonts' copyrights, and the one licence that they all have. */
function fontsOf(packages: readonly PackageLicense[]): string {
  const inter = packages.find(({ name }) => name === '@fontsource-variable/inter')?.text ?? '';
  const at = inter.indexOf(OFL_BEGINS);
  if (at < 0) throw new Error('Nothing in the build holds the text of the SIL Open Font License.');
  const lines = FONTS.map(([name, copyright]) => `${name}: ${copyright}`);
  const head = 'The fonts of this page are licensed under the SIL Open Font License, Version 1.1.';
  return `${[head, lines.join('\n'), inter.slice(at)].join('\n\n')}\n`;
}
