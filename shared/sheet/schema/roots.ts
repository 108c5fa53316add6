/** Typed access to the root types of a sheet's Y.Doc: the names are the contract. */
import type * as Y from 'yjs';
import type { CollectionName } from './entities.ts';
import type { ProseSection } from './vocabulary.ts';

/** The version that this code writes. Older documents are migrated before anyone joins. */
export const SCHEMA_VERSION = 4;

export type EntityMap = Y.Map<unknown>;

export function headerOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('sheet');
}

export function collectionOf(
  doc: Y.Doc,
  name: CollectionName | 'comments' | 'canvas',
): Y.Map<unknown> {
  return doc.getMap(name);
}

export function proseOf(doc: Y.Doc, section: ProseSection): Y.XmlFragment {
  return doc.getXmlFragment(`section:${section}`);
}

/** Every root type of a sheet: what an undo manager watches. */
export function rootsOf(doc: Y.Doc): readonly Y.AbstractType<unknown>[] {
  return [
    headerOf(doc),
    ...(
      ['rotaarsaker', 'tiltak', 'gevinster', 'maalinger', 'lapper', 'comments', 'canvas'] as const
    ).map((name) => collectionOf(doc, name)),
    ...(['begrunnelse', 'naasituasjon', 'onsket', 'rotaarsaker', 'maaling'] as const).map(
      (section) => proseOf(doc, section),
    ),
  ] as unknown as readonly Y.AbstractType<unknown>[];
}
