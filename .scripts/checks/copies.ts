/**
 * Finds packages that are installed more than once. Two copies of these break at run time without
 * a word: `instanceof` fails between two yjs, hooks between two react, plugins between two
 * prosemirror-state.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SINGLE =
  /^(yjs|lib0|y-protocols|y-prosemirror|react|react-dom|prosemirror-.+|@tiptap\/(core|pm)|tldraw|@tldraw\/.+)$/;

/** Package name → its places under root, for each single package that has more than one. */
export function doubledPackages(root: string): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const collect = (modules: string): void => {
    for (const name of packagesIn(join(root, modules))) {
      const place = `${modules}/${name}`;
      if (SINGLE.test(name)) places.set(name, [...(places.get(name) ?? []), place]);
      if (existsSync(join(root, place, 'node_modules'))) collect(`${place}/node_modules`);
    }
  };
  collect('node_modules');
  return new Map([...places].filter(([, found]) => found.length > 1));
}

function packagesIn(modules: string): string[] {
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : name,
  );
}
