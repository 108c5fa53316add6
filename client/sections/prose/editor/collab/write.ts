/**
 * Writes what changed in the editor's document into the shared prose: the difference between what
 * was shown (the shadows) and what stands there now, as small changes. Changes name the Yjs types
 * that the shadows tell of, so they are right also when others have changed the document meanwhile
 * and the editor does not show it yet (`Pending`).
 */
import type { Node as PmNode } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import {
  insertProse,
  type ProseChild,
  removeProse,
  setProseAttribute,
} from '../../../../../shared/sheet/commands/prose.ts';
import { align } from './align.ts';
import { isAlike } from './alike.ts';
import { type ContainerShadow, isTextblock, type Shadow } from './shadow.ts';
import { writeTextblock } from './writeText.ts';
import { proseJson, type Writing } from './writing.ts';

/**
 * Writes `node` over what `shadow` shows. Answers whether the shadows tell the truth afterwards,
 * which they do when only text was typed; else they must be read anew.
 */
export function writeNode(shadow: Shadow, node: PmNode, writing: Writing): boolean {
  if (isAlike(shadow.node, node)) return true;
  const isSameMarkup = writeAttributes(shadow, node, writing);
  const isStillTrue = isTextblock(shadow)
    ? writeTextblock(shadow, node, writing)
    : writeChildren(shadow, node, writing);
  // Else the shadows are read anew, so that they tell of what is really stored.
  if (isStillTrue && writing.isBehind) shadow.node = node;
  return isStillTrue && isSameMarkup;
}

function writeChildren(shadow: ContainerShadow, node: PmNode, writing: Writing): boolean {
  const after = withoutFilling(node, writing.isFilling);
  const pairs = align(
    shadow.children.map((child) => child.node),
    after,
  );
  const beforeOf = new Map(pairs.map(([before, now]) => [now, shadow.children[before]]));
  const kept = new Set(beforeOf.values());
  let isStillTrue = after.length === shadow.children.length && pairs.length === after.length;
  const placed: ProseChild[] = [];
  for (const [index, child] of after.entries()) {
    const before = beforeOf.get(index);
    if (before === undefined) placed.push(insertBehind(shadow.type, placed, child, writing));
    else {
      isStillTrue = writeNode(before, child, writing) && isStillTrue;
      placed.push(before.type as Y.XmlElement);
    }
  }
  for (const child of shadow.children) {
    if (kept.has(child)) continue;
    removeProse(child.type as Y.XmlElement);
    writing.onTouched(shadow.type);
  }
  return isStillTrue;
}

function insertBehind(
  parent: Y.XmlFragment,
  placed: readonly ProseChild[],
  node: PmNode,
  writing: Writing,
): ProseChild {
  writing.onTouched(parent);
  // What somebody has removed meanwhile is no place to stand behind.
  const after = placed.findLast((type) => type._item?.deleted === false) ?? null;
  const [inserted] = insertProse(parent, after, [proseJson(node)]);
  if (inserted === undefined) throw new RangeError(`Nothing to store in a ${node.type.name}`);
  return inserted;
}

/** Answers whether there was nothing to write. */
function writeAttributes(shadow: Shadow, node: PmNode, writing: Writing): boolean {
  const before = shadow.node.attrs;
  const changed = Object.keys(node.attrs).filter((name) => before[name] !== node.attrs[name]);
  for (const name of changed) {
    setProseAttribute(shadow.type as Y.XmlElement, name, node.attrs[name]);
    writing.onTouched(shadow.type);
  }
  return changed.length === 0;
}

/**
 * Filling stays in the editor: an only paragraph, and cells at the end of a row, until something is
 * written in or behind them. Anywhere else it has been moved there, and is written as all else is.
 */
function withoutFilling(node: PmNode, isFilling: (child: PmNode) => boolean): readonly PmNode[] {
  const children = node.content.content;
  if (node.type.name !== 'tableRow' && children.length > 1) return children;
  return children.slice(0, children.findLastIndex((child) => !isFilling(child)) + 1);
}
