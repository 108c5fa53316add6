/**
 * Lists what the page is made of, for the service worker to keep: `/offline.json`, a version and
 * the paths. The version follows from the names, which follow from the contents.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/'))
          .map((name) => `/${name}`)
          .sort();
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
        this.emitFile({
          type: 'asset',
          fileName: 'offline.json',
          source: `${JSON.stringify({ version, files })}\n`,
        });
      },
    },
  };
}
