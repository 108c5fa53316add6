import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licenseFiles, packagesOf } from './thirdPartyLicenses.ts';

const MODULES = join(import.meta.dirname, '..', '..', 'node_modules');
const packages = packagesOf([
  join(MODULES, 'react', 'index.js'),
  `\0${join(MODULES, 'react', 'cjs', 'react.production.js')}?commonjs-es-import`,
  join(MODULES, 'tldraw', 'dist-esm', 'index.mjs'),
  join(MODULES, '@tldraw', 'editor', 'dist-esm', 'index.mjs'),
  join(MODULES, '@fontsource-variable', 'inter', 'files', 'inter-latin-wght-normal.woff2'),
  '/somewhere/client/main.tsx',
  '\0vite/preload-helper.js',
]);

test('knows the packages of a build, each once, by their files', () => {
  expect(packages.map(({ name, license }) => [name, license])).toEqual([
    ['@fontsource-variable/inter', 'OFL-1.1'],
    ['@tldraw/editor', 'tldraw license (tldraw.txt)'],
    ['react', 'MIT'],
    ['tldraw', 'tldraw license (tldraw.txt)'],
  ]);
});

test("holds tldraw's licence, the fonts' with their copyrights, and every package's", () => {
  const files = licenseFiles(packages);
  expect([...files.keys()].sort()).toEqual(['fonts.txt', 'third-party.txt', 'tldraw.txt']);
  expect(files.get('tldraw.txt')).toContain(
    'Not to disable, hide, remove, or alter the Watermark.',
  );
  const fonts = files.get('fonts.txt') ?? '';
  for (const words of ['Shantell Sans', 'IBM Corp', 'Inter Project', 'SIL OPEN FONT LICENSE']) {
    expect(fonts).toContain(words);
  }
  expect(files.get('third-party.txt')).toMatch(/react \d+[\d.]+\nLicence: MIT\n\nMIT License/);
});

test('another version of tldraw is not shipped with the licence of this one', () => {
  const newer = packages.map((each) => ({ ...each, version: '4.0.0' }));
  expect(() => licenseFiles(newer)).toThrow('the licence of tldraw 4.0.0');
});
