/**
 * Writes what changed in one textblock: marks set or taken away, then one edit at the caret. Texts
 * stay the types they are, so that what others write in them at the same time stays with them.
 */
import type { Mark, Node as PmNode } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { TextEdit } from '../../../../../shared/document/commands/textDiff.ts';
import {
  insertIntoProse,
  insertProse,
  type MarkAttributes,
  markProse,
  removeFromProse,
  removeProse,
} from '../../../../../shared/sheet/commands/prose.ts';
import type { ProseNode } from '../../../../../shared/sheet/snapshot/prose.ts';
import { editDelta, editsOf } from '../../../text/delta.ts';
import { inputEdit } from '../../../text/diff.ts';
import type { Part, TextblockShadow, TextPart } from './shadow.ts';
import { proseJson, type Writing } from './writing.ts';

/** Stands for a line break where a textblock is compared as one text. */
const LEAF = '\ufffc';

/** Answers whether the shadow tells the truth afterwards. */
export function writeTextblock(shadow: TextblockShadow, node: PmNode, writing: Writing): boolean {
  writing.onTouched(shadow.type);
  const before = flatText(shadow.node);
  const after = flatText(node);
  const caret = writing.caret?.block === node ? writing.caret.offset : after.length;
  const edit = inputEdit(before, after, caret);
  writeMarks(shadow, node, edit, writing);
  const isTextRemoved = remove(shadow, edit, writing);
  const added = node.content.cut(edit.index, edit.index + edit.insert.length).content;
  const isTextAdded = added.every((child) => child.isText)
    ? insertTexts(shadow, edit.index, added, writing)
    : insertMixed(shadow, edit.index, added, writing);
  return isTextRemoved && isTextAdded;
}

function flatText(node: PmNode): string {
  return node.content.content
    .map((child) => (child.isText ? (child.text ?? '').replaceAll(LEAF, '\ufffd') : LEAF))
    .join('');
}

/** Marks of the characters that stay, in the places they had before the edit. */
function writeMarks(
  shadow: TextblockShadow,
  node: PmNode,
  { index, remove: removed, insert }: TextEdit,
  { pending }: Writing,
): void {
  const shift = insert.length - removed;
  for (const [from, to, was] of textRanges(shadow.node)) {
    for (const [start, end, now] of textRanges(node)) {
      // The part before the edit has not moved, the part behind it has.
      const same: [number, number][] = [
        [Math.max(from, start), Math.min(to, end, index)],
        [Math.max(from, start - shift, index + removed), Math.min(to, end - shift)],
      ];
      const changes = markChanges(was, now);
      if (Object.keys(changes).length === 0) continue;
      for (const [first, last] of same) {
        for (const [text, a, b] of textsWithin(shadow.parts, first, last)) {
          const at = pending.position(text, a, 'after');
          markProse(text, at, pending.position(text, b, 'before') - at, changes);
        }
      }
    }
  }
}

function textRanges(node: PmNode): (readonly [from: number, to: number, marks: readonly Mark[]])[] {
  const ranges: [number, number, readonly Mark[]][] = [];
  node.forEach((child, offset) => {
    if (child.isText) ranges.push([offset, offset + child.nodeSize, child.marks]);
  });
  return ranges;
}

function markChanges(was: readonly Mark[], now: readonly Mark[]): MarkAttributes {
  const changes: Record<string, Record<string, never> | null> = {};
  for (const mark of was) if (!mark.isInSet(now)) changes[mark.type.name] = null;
  for (const mark of now) if (!mark.isInSet(was)) changes[mark.type.name] = {};
  return changes;
}

/** The texts in a range of the textblock, each with the range within it. */
function textsWithin(
  parts: readonly Part[],
  from: number,
  to: number,
): (readonly [text: Y.XmlText, from: number, to: number])[] {
  let start = 0;
  return parts.flatMap((part) => {
    const partStart = start;
    start += part.length;
    const a = Math.max(from, partStart) - partStart;
    const b = Math.min(to, start) - partStart;
    return 'text' in part && a < b ? [[part.text, a, b] as const] : [];
  });
}

function remove(shadow: TextblockShadow, edit: TextEdit, writing: Writing): boolean {
  const end = edit.index + edit.remove;
  let isTextOnly = true;
  let start = 0;
  for (const part of shadow.parts) {
    const from = Math.max(edit.index, start) - start;
    const to = Math.min(end, start + part.length) - start;
    start += part.length;
    if (from >= to) continue;
    if ('leaf' in part) {
      removeProse(part.leaf);
      isTextOnly = false;
    } else {
      const local = editDelta({ index: from, remove: to - from, insert: '' });
      for (const { index, remove: length } of editsOf(writing.pending.move(part.text, local))) {
        removeFromProse(part.text, index, length);
      }
      part.length -= to - from;
    }
  }
  return isTextOnly;
}

function insertTexts(
  shadow: TextblockShadow,
  index: number,
  texts: readonly PmNode[],
  writing: Writing,
): boolean {
  if (texts.length === 0) return true;
  const place = placeOf(shadow.parts, index);
  if (place.part === undefined) {
    const [text] = insertBehindPart(shadow, place.behind, texts.map(proseJson));
    const length = texts.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    shadow.parts.splice(place.behind + 1, 0, { text: text as Y.XmlText, length });
    return true;
  }
  insertAt(place.part, place.offset, texts, writing);
  return true;
}

/** Line breaks among what is inserted: the text they fall into is parted in two. */
function insertMixed(
  shadow: TextblockShadow,
  index: number,
  nodes: readonly PmNode[],
  writing: Writing,
): boolean {
  const place = placeOf(shadow.parts, index);
  if (place.part === undefined) {
    insertBehindPart(shadow, place.behind, nodes.map(proseJson));
    return false;
  }
  const firstLeaf = nodes.findIndex((node) => !node.isText);
  const { text } = place.part;
  insertAt(place.part, place.offset, nodes.slice(0, firstLeaf), writing);
  const head = nodes.slice(0, firstLeaf).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const cut = writing.pending.position(text, place.offset + head, 'before');
  const tail = tailOf(text, cut);
  removeFromProse(text, cut, text.length - cut);
  const behind = shadow.parts.indexOf(place.part);
  insertBehindPart(shadow, behind, [...nodes.slice(firstLeaf).map(proseJson), ...tail]);
  return false;
}

function insertAt(
  part: TextPart,
  offset: number,
  texts: readonly PmNode[],
  { pending }: Writing,
): void {
  let at = offset;
  for (const { text: insert = '', marks } of texts) {
    const local = editDelta({ index: at, remove: 0, insert });
    const attributes = Object.fromEntries(marks.map((mark) => [mark.type.name, {}]));
    for (const edit of editsOf(pending.move(part.text, local))) {
      insertIntoProse(part.text, edit.index, edit.insert, attributes);
    }
    at += insert.length;
    part.length += insert.length;
  }
}

/**
 * Where an insertion goes: into the text that ends or goes on there, else into the one that begins
 * there, else behind a part (-1: first).
 */
function placeOf(
  parts: readonly Part[],
  index: number,
):
  | { readonly part: TextPart; readonly offset: number }
  | { readonly part: undefined; readonly behind: number } {
  let start = 0;
  let behind = -1;
  for (const [position, part] of parts.entries()) {
    const end = start + part.length;
    const isHere = 'text' in part && start <= index && index <= end;
    if (isHere && part.text._item?.deleted === false) return { part, offset: index - start };
    if (end <= index) behind = position;
    start = end;
  }
  return { part: undefined, behind };
}

function insertBehindPart(
  shadow: TextblockShadow,
  behind: number,
  nodes: readonly ProseNode[],
): readonly unknown[] {
  const after = shadow.parts
    .slice(0, behind + 1)
    .map((part) => ('text' in part ? part.text : part.leaf))
    .findLast((type) => type._item?.deleted === false);
  return insertProse(shadow.type, after ?? null, nodes);
}

/** A text from an index on, with every mark it has, those of newer versions included. */
function tailOf(text: Y.XmlText, from: number): ProseNode[] {
  const pieces: readonly { insert?: unknown; attributes?: Readonly<Record<string, unknown>> }[] =
    text.toDelta();
  let start = 0;
  return pieces.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return [];
    const rest = insert.slice(Math.max(0, from - start));
    start += insert.length;
    const marks = Object.entries(attributes).flatMap(([type, value]) =>
      typeof value === 'object' && value !== null ? [{ type, attrs: { ...value } }] : [],
    );
    return rest === '' ? [] : [{ type: 'text', text: rest, marks }];
  });
}
