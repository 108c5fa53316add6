/**
 * Tells the browser that all of a chunk is run at once, so that it compiles it while it comes,
 * beside the page's own thread, and not function by function when each is first called.
 * https://v8.dev/blog/explicit-compile-hints
 */
import type { Plugin } from 'vite';

const HINT = '//# allFunctionsCalledOnLoad';

/** @param chunkNames as the bundler knows them */
export function compileHint(...chunkNames: readonly string[]): Plugin {
  return {
    name: 'compile-hint',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || !chunkNames.includes(file.name)) continue;
          file.code = `${HINT}\n${file.code}`;
        }
      },
    },
  };
}
