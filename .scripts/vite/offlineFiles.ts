/**
 * Lists what the page is made of, for the service worker to keep: `/offline.json`, a version and
 * the paths. The version follows from the names, which follow from the contents.
 *
 * `files` are kept at the first visit. `later` are kept once somebody has used them: whatever only
 * the canvas needs, which is more than all the rest.
 */
import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

export function offlineFiles(): Plugin {
  return {
    name: 'offline-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
        const started = entries.flatMap((id) => [
          id,
          ...(this.getModuleInfo(id)?.importedIds ?? []),
        ]);
        const { files, later } = sortOut(bundle, new Set(started));
        const version = createHash('sha256')
          .update([...files, ...later].join('\n'))
          .digest('hex')
          .slice(0, 16);
        this.emitFile({
          type: 'asset',
          fileName: 'offline.json',
          source: `${JSON.stringify({ version, files, later })}\n`,
        });
      },
    },
  };
}

/**
 * The bundle's assets as paths, sorted: what the page needs, and what only its canvas needs.
 *
 * @param started the modules that a page starts with. They may lie in a chunk that is no entry: a
 *   page that does nothing but import it has lost its own.
 */
function sortOut(
  bundle: Bundle,
  started: ReadonlySet<string>,
): { files: string[]; later: string[] } {
  const entries = Object.values(bundle).filter(
    (file) => file.type === 'chunk' && file.moduleIds.some((id) => started.has(id)),
  );
  const canvas = Object.values(bundle).filter(isOfTheCanvas);
  const first = reached(bundle, names(entries), (name) => !isOfTheCanvas(bundle[name]));
  const lateOnes = reached(bundle, names(canvas), () => true);
  const isLate = (name: string) =>
    name.startsWith('assets/tldraw/') || (lateOnes.has(name) && !first.has(name));
  const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
  return {
    files: paths(assets.filter((name) => !isLate(name))),
    later: paths(assets.filter(isLate)),
  };
}

/** What is fetched when the canvas is opened: the part that the page asks for by `import()`. */
function isOfTheCanvas(file: Bundle[string] | undefined): boolean {
  return file?.type === 'chunk' && file.facadeModuleId?.includes('/client/canvas/') === true;
}

/** All that follows from these parts, without those fetched later that are not wanted. */
function reached(
  bundle: Bundle,
  from: readonly string[],
  isWanted: (name: string) => boolean,
): Set<string> {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const file = bundle[name];
    if (file?.type !== 'chunk') continue;
    waiting.push(...file.imports, ...file.dynamicImports.filter(isWanted));
    waiting.push(...(file.viteMetadata?.importedCss ?? []));
    waiting.push(...(file.viteMetadata?.importedAssets ?? []));
  }
  return seen;
}

function names(files: readonly { readonly fileName: string }[]): string[] {
  return files.map(({ fileName }) => fileName);
}

function paths(names: readonly string[]): string[] {
  return names.map((name) => `/${name}`).sort();
}
