/** Typed access to the root types of a sheet's Y.Doc: the names are the contract. */
import type * as Y from 'yjs';
import { mapsOf } from '../../document/kind.ts';
import { type CollectionName, SHEET } from './entities.ts';
import { PROSE_SECTIONS, type ProseSection } from './vocabulary.ts';

export { SCHEMA_VERSION } from './entities.ts';

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
    ...mapsOf(SHEET, doc),
    collectionOf(doc, 'comments'),
    collectionOf(doc, 'canvas'),
    ...PROSE_SECTIONS.map((section) => proseOf(doc, section)),
  ] as unknown as readonly Y.AbstractType<unknown>[];
}
