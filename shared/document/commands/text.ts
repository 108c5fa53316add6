/**
 * Edits of one shared text, as a field that a person types in makes them: small inserts and
 * removals at an index, so that what others write in the same text at the same time stays.
 * Replacing a text as a whole is `setEntityText` and its like.
 */
import type * as Y from 'yjs';
import { storedText } from '../schema/json.ts';
import type { Origin } from './command.ts';
import type { TextEdit } from './textDiff.ts';

export { storedText };

/**
 * Applies edits to a text in one transaction, each on the result of the one before it. Indices
 * count UTF-16 units as Yjs does; a range beyond the end is cut off, and one that begins or ends
 * inside a surrogate pair is widened to hold the pair, which Yjs would otherwise spoil. What is
 * inserted is stored as `storedText` gives it. A text that has been deleted takes no edits.
 */
export function editText(
  text: Y.Text,
  edits: TextEdit | readonly TextEdit[],
  origin: Origin,
): void {
  const { doc } = text;
  if (doc === null || text._item?.deleted === true) return;
  doc.transact(() => {
    for (const edit of 'index' in edits ? [edits] : edits) applyEdit(text, edit);
  }, origin);
}

/** Stands in a plain text for what is not text, such as an embedded object. */
const OBJECT_CHARACTER = '\ufffc';

/** The text with one UTF-16 unit for each index that Yjs counts. */
export function plainText(text: Y.Text): string {
  const plain = text.toString();
  if (plain.length === text.length) return plain;
  const pieces: readonly { insert?: unknown }[] = text.toDelta();
  return pieces
    .map(({ insert }) => (typeof insert === 'string' ? insert : OBJECT_CHARACTER))
    .join('');
}

function applyEdit(text: Y.Text, edit: TextEdit): void {
  const before = plainText(text);
  const start = outsidePair(before, clamp(edit.index, before.length), -1);
  const end = outsidePair(before, clamp(edit.index + edit.remove, before.length), +1);
  // A mere insertion never takes anything away: inside a pair it moves in front of it.
  if (edit.remove > 0 && end > start) text.delete(start, end - start);
  const insert = storedText(edit.insert);
  if (insert !== '') text.insert(start, insert);
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length));
}

function outsidePair(text: string, index: number, step: -1 | 1): number {
  const left = text.charCodeAt(index - 1);
  const right = text.charCodeAt(index);
  const isInside = left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
  return isInside ? index + step : index;
}
