import { DEFAULT_EMBED_DEFINITIONS, defaultEditorAssetUrls, LANGUAGES } from 'tldraw';
import { expect, test } from 'vitest';
import { readTldrawFiles } from '../../../.scripts/vite/tldrawFiles.ts';
import { firstAssetUrls, tldrawAssetUrls } from './assetUrls.ts';
import { FIRST_ICONS, FIRST_ICONS_FILE, TLDRAW_PATH } from './tldrawPath.ts';

const { fonts = {}, icons, translations, embedIcons } = tldrawAssetUrls;

test('whatever tldraw may ask for is on our own host', () => {
  const urls = [fonts, icons, translations, embedIcons].flatMap((urls) => Object.values(urls));
  expect(urls.length).toBeGreaterThan(200);
  // A path: neither another host nor `//another.host`.
  expect(urls.filter((url) => !/^\/assets\/[^/]/.test(url ?? ''))).toEqual([]);
});

// What is left out is asked of tldraw's own servers. For icons the types say that none is.
test('no font, language or embed of tldraw is left out', () => {
  const named = (names: readonly string[]) => [...names].sort();
  expect(named(Object.keys(fonts))).toEqual(named(Object.keys(defaultEditorAssetUrls.fonts ?? {})));
  expect(Object.keys(fonts)).toHaveLength(16);
  expect(Object.keys(translations)).toEqual(
    expect.arrayContaining(LANGUAGES.map(({ locale }) => locale)),
  );
  expect(Object.keys(embedIcons)).toEqual(
    expect.arrayContaining(DEFAULT_EMBED_DEFINITIONS.map(({ type }) => type)),
  );
});

test('what tldraw asks for is there, and no file is served for nothing', async () => {
  const files = await readTldrawFiles();
  const urls = [fonts, icons, translations, embedIcons].flatMap((urls) => Object.values(urls));
  const asked = new Set(urls.map((url) => url?.split('#')[0]));
  expect([...asked].sort()).toEqual([...files.keys()].sort());
});

test('every icon is in the picture that it is asked of', async () => {
  const files = await readTldrawFiles();
  const idsIn = (path: string) =>
    new Set(new TextDecoder().decode(files.get(path)).match(/(?<= id=")[^"]+/g));
  const asked = Object.values(icons).map((url) => url.split('#'));
  expect(asked.filter(([path = '', id = '']) => !idsIn(path).has(id))).toEqual([]);
  const first = asked.filter(([path]) => path === `${TLDRAW_PATH}/${FIRST_ICONS_FILE}`);
  expect(first.map(([, id]) => id).sort()).toEqual([...FIRST_ICONS].sort());
});

test('the first icons are asked for at once, and nothing that is not shown yet', () => {
  const { icons: atOnce, embedIcons: embeds, ...others } = firstAssetUrls;
  const asked = Object.entries(atOnce).filter(([, url]) => url !== '');
  expect(asked.map(([name]) => name).sort()).toEqual([...FIRST_ICONS].sort());
  // Whatever is missing tldraw asks of its own servers: each has a name, and nothing to ask for.
  expect(Object.keys(atOnce)).toEqual(Object.keys(icons));
  expect(new Set(Object.values(embeds))).toEqual(new Set(['']));
  expect(others).toEqual({ fonts, translations });
});
