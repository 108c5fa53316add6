/**
 * The writes of a prose section, one small change at a time, as an editor makes them. Each is done
 * inside the caller's transaction, and names the nodes it is about by themselves, never by an
 * index that somebody else may have moved.
 */
import type * as Y from 'yjs';
import { type ProseNode, storeProse } from '../snapshot/prose.ts';

export type ProseChild = Y.XmlElement | Y.XmlText;

/** The marks of a text by name, as y-prosemirror stores them: an object, or null for none. */
export type MarkAttributes = Readonly<Record<string, Readonly<Record<string, never>> | null>>;

/**
 * Inserts nodes among the children of `parent`, right behind `after`, or first when it is null.
 * Answers the types they are stored as. `after` must not have been deleted.
 */
export function insertProse(
  parent: Y.XmlFragment,
  after: ProseChild | null,
  nodes: readonly ProseNode[],
): readonly ProseChild[] {
  const types = storeProse(nodes);
  parent.insertAfter(after, types);
  return types;
}

/** Takes a node out, with all it holds. One that is gone already stays gone. */
export function removeProse(node: ProseChild): void {
  const { parent } = node;
  if (parent === null || isDeleted(node) || !('delete' in parent)) return;
  const index = (parent as Y.XmlFragment).toArray().indexOf(node);
  if (index >= 0) (parent as Y.XmlFragment).delete(index, 1);
}

/** Sets an attribute; null takes it away. */
export function setProseAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  if (isDeleted(element)) return;
  if (value === null || value === undefined) element.removeAttribute(name);
  // y-prosemirror keeps numbers as numbers; Yjs' own type for attributes knows strings only.
  else element.setAttribute(name, value as string);
}

/** Removes from a text. Beyond its end there is nothing to remove. */
export function removeFromProse(text: Y.XmlText, index: number, length: number): void {
  if (isDeleted(text) || index >= text.length) return;
  text.delete(index, Math.min(length, text.length - index));
}

/** Inserts into a text, with these marks and no others. */
export function insertIntoProse(
  text: Y.XmlText,
  index: number,
  insert: string,
  marks: MarkAttributes,
): void {
  if (isDeleted(text) || insert === '') return;
  text.insert(Math.min(index, text.length), insert.toWellFormed(), { ...marks });
}

/** Inserts into a text, with the marks of what stands before. */
export function appendToProse(text: Y.XmlText, index: number, insert: string): void {
  if (!isDeleted(text)) text.insert(Math.min(index, text.length), insert.toWellFormed());
}

/** Sets and takes away marks, leaving the others as they are. */
export function markProse(
  text: Y.XmlText,
  index: number,
  length: number,
  marks: MarkAttributes,
): void {
  const fits = Math.min(length, text.length - index);
  if (isDeleted(text) || fits <= 0) return;
  text.format(index, fits, { ...marks });
}

function isDeleted(type: ProseChild): boolean {
  return type._item?.deleted === true;
}
