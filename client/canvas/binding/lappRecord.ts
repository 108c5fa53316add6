/**
 * A note as the canvas shows it: the entity in `lapper` is what counts, and its shape is made of it.
 * Only place, section, order and removal ever flow back. Pure, but for the reading of the document.
 */
import type { TLPageId } from 'tldraw';
import type * as Y from 'yjs';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { BECAME_COLLECTIONS } from '../../../shared/sheet/snapshot/became.ts';
import { readEntity } from '../../../shared/sheet/snapshot/snapshot.ts';
import { LAPP, shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';

/** The note under an id; undefined when it is not there or ill-typed. */
export function readLapp(doc: Y.Doc, id: string): Lapp | undefined {
  return readEntity('lapper', id, collectionOf(doc, 'lapper').get(id));
}

/** The shape that shows a note, not yet validated; its index is repaired among its siblings. */
export function lappRecord(doc: Y.Doc, lapp: Lapp, pageId: TLPageId, index: string): unknown {
  const [x, y] = lapp.xy;
  return {
    id: shapeIdOfLapp(lapp.id),
    typeName: 'shape',
    type: LAPP,
    x,
    y,
    rotation: 0,
    index,
    parentId: pageId,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      text: lapp.text,
      color: lapp.color,
      author: lapp.author,
      section: lapp.section ?? '',
      group: lapp.group,
      became: becameType(doc, lapp),
    },
  };
}

/** What the note was turned into, while that is there. */
function becameType(doc: Y.Doc, { became }: Lapp): string {
  if (became === null) return '';
  return collectionOf(doc, BECAME_COLLECTIONS[became.type]).has(became.id) ? became.type : '';
}

/** The roots in which something that a note became may come or go. */
export const BECAME_ROOTS = Object.values(BECAME_COLLECTIONS);
