/**
 * Serves those of tldraw's files that we use from our own host, built and while developing alike:
 * its fonts, its icons, and an empty table of words. Where they lie is said by
 * `client/canvas/assets/tldrawPath.ts`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import {
  FIRST_ICONS,
  FIRST_ICONS_FILE,
  ICONS_FILE,
  TLDRAW_PATH,
  TLDRAW_VERSION,
  WORDS_FILE,
} from '../../client/canvas/assets/tldrawPath.ts';
import { iconSubset } from './iconSubset.ts';

const TYPES: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  json: 'application/json',
};

export function tldrawFiles(): Plugin {
  return {
    name: 'tldraw-files',
    async buildStart() {
      // While developing they are read when they are asked for.
      if (this.environment.mode !== 'build') return;
      for (const [path, source] of await readTldrawFiles()) {
        this.emitFile({ type: 'asset', fileName: path.slice(1), source });
      }
    },
    configureServer(server) {
      let files: ReturnType<typeof readTldrawFiles> | undefined;
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (!path.startsWith(`${TLDRAW_PATH}/`)) return next();
        files ??= readTldrawFiles();
        files.then((found) => {
          const file = found.get(path);
          if (file === undefined) return next();
          response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? '');
          response.end(file);
        }, next);
      });
    },
  };
}

/** Path on our host → content. Throws when another version is installed than the path says. */
export async function readTldrawFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const manifest = createRequire(import.meta.url).resolve('@tldraw/assets/package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  if (version !== TLDRAW_VERSION) {
    throw new Error(`@tldraw/assets is ${version}; client/canvas says ${TLDRAW_VERSION}.`);
  }
  const root = dirname(manifest);
  const fonts = (await readdir(join(root, 'fonts'))).map((name) => `fonts/${name}`);
  const files = await Promise.all(
    [ICONS_FILE, ...fonts].map(
      async (name) => [`${TLDRAW_PATH}/${name}`, await readFile(join(root, name))] as const,
    ),
  );
  const icons = await readFile(join(root, ICONS_FILE), 'utf8');
  return new Map<string, Uint8Array>([
    ...files,
    [`${TLDRAW_PATH}/${FIRST_ICONS_FILE}`, bytesOf(iconSubset(icons, FIRST_ICONS))],
    [`${TLDRAW_PATH}/${WORDS_FILE}`, bytesOf('{}\n')],
  ]);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
