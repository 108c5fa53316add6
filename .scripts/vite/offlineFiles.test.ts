import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { offlineFiles } from './offlineFiles.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'a3-offline-files-'));
});
afterEach(() => rm(root, { recursive: true }));

test('what only the canvas needs is kept later, and what the page needs too is kept at once', async () => {
  const list = await listOf({
    'index.html': '<script type="module" src="./main.ts"></script>',
    'main.ts': `import './main.css'; import('./form/form.ts'); import('./client/canvas/view.ts');`,
    'main.css': '@font-face { font-family: a; src: url(./page.woff2); }',
    'page.woff2': 'page font',
    'form/form.ts': `import { shared } from '../shared.ts'; console.log('form', shared);`,
    'shared.ts': `export const shared = 'used by both, '.repeat(3);`,
    'client/canvas/view.ts': `
      import './view.css';
      import { shared } from '../../shared.ts';
      import('./words.ts');
      console.log('canvas', shared);`,
    'client/canvas/view.css': '.view { background: url(./view.svg); }',
    'client/canvas/view.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'client/canvas/words.ts': `console.log('words');`,
  });
  expect(list.files.map(unhashed)).toEqual(
    expect.arrayContaining(['form.js', 'page.css', 'page.js', 'page.woff2']),
  );
  expect(list.later.map(unhashed).sort()).toEqual(['view.css', 'view.js', 'view.svg', 'words.js']);
  expect(list.files.filter((path) => list.later.includes(path))).toEqual([]);
});

test('without a canvas all is kept at once', async () => {
  const list = await listOf({
    'index.html': '<script type="module" src="./main.ts"></script>',
    'main.ts': `console.log('page');`,
  });
  expect(list.files.map(unhashed)).toEqual(['page.js']);
  expect(list.later).toEqual([]);
});

/** Builds a page of these sources, and reads the list that comes with it. */
async function listOf(sources: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(sources)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [offlineFiles()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // As the client is built: the first load is one chunk, and the page has none of its own.
      rolldownOptions: {
        output: {
          codeSplitting: { groups: [{ name: 'page', tags: ['$initial'], test: /\.(ts|css)$/ }] },
        },
      },
    },
  });
  const list: unknown = JSON.parse(await readFile(join(root, 'dist', 'offline.json'), 'utf8'));
  return list as { files: string[]; later: string[] };
}

/** `/assets/view-BX0qlTwC.css` → `view.css` */
function unhashed(path: string): string {
  return path.replace('/assets/', '').replace(/-[\w-]{8}\./, '.');
}
