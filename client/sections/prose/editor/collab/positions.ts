/**
 * Positions in the editor's document and in the shared prose. A shared position is a place in a
 * Yjs type; as a relative position it stays with its neighbour, whatever others write.
 */
import * as Y from 'yjs';
import { type ContainerShadow, isTextblock, type Shadow, type TextblockShadow } from './shadow.ts';

/** An index in a text, or among the children of a node. */
export interface SharedPlace {
  readonly type: Y.XmlFragment | Y.XmlText;
  readonly index: number;
}

/** The place of an editor position; `root` must show what the editor shows. */
export function placeOfPosition(root: ContainerShadow, position: number): SharedPlace {
  let container: ContainerShadow = root;
  let rest = position;
  for (;;) {
    const found = childAt(container, rest);
    if (found === undefined) return { type: container.type, index: container.type.length };
    const { child, offset } = found;
    if (offset === 0) return { type: container.type, index: indexOf(container.type, child.type) };
    // One step into the child: past its opening.
    if (isTextblock(child)) return placeInTextblock(child, offset - 1);
    container = child;
    rest = offset - 1;
  }
}

/** The child that holds a position, which may be right before it. */
function childAt(
  container: ContainerShadow,
  position: number,
): { readonly child: Shadow; readonly offset: number } | undefined {
  let start = 0;
  for (const child of container.children) {
    const end = start + child.node.nodeSize;
    if (position < end) return { child, offset: position - start };
    start = end;
  }
  return undefined;
}

/** The place of an offset in a textblock's words. */
export function placeInTextblock({ type, parts }: TextblockShadow, offset: number): SharedPlace {
  let start = 0;
  for (const part of parts) {
    const end = start + part.length;
    if ('text' in part && offset <= end) return { type: part.text, index: offset - start };
    if ('leaf' in part && offset === start) return { type, index: indexOf(type, part.leaf) };
    start = end;
  }
  return { type, index: type.length };
}

function indexOf(parent: Y.XmlFragment, child: unknown): number {
  return (parent.toArray() as unknown[]).indexOf(child);
}

/** The editor position of a place; undefined when what holds it is not shown (any more). */
export function positionOfPlace(root: ContainerShadow, place: SharedPlace): number | undefined {
  const path = pathTo(root.type, place.type);
  if (path === undefined) return undefined;
  let shadow: Shadow = root;
  let position = 0;
  for (const step of path) {
    if (isTextblock(shadow)) {
      const before = lengthBefore(shadow, (part) => 'text' in part && part.text === step);
      return before === undefined ? undefined : position + before + clampTo(step, place.index);
    }
    const index: number = shadow.children.findIndex((child) => child.type === step);
    const child: Shadow | undefined = shadow.children[index];
    if (child === undefined) return undefined;
    position += sizeOf(shadow.children.slice(0, index)) + 1;
    shadow = child;
  }
  return position + offsetOfChild(shadow, place.index);
}

/** The types from just below the root down to the one that holds the place. */
function pathTo(root: Y.XmlFragment, type: Y.XmlFragment | Y.XmlText): unknown[] | undefined {
  const path: unknown[] = [];
  let step: unknown = type;
  while (step !== root) {
    if (!(step instanceof Y.XmlFragment || step instanceof Y.XmlText)) return undefined;
    path.unshift(step);
    step = step.parent;
  }
  return path;
}

/** Where a node's child of an index begins, counted from the beginning of its content. */
function offsetOfChild(shadow: Shadow, index: number): number {
  const next: unknown = shadow.type.toArray()[index];
  if (isTextblock(shadow)) {
    const isNext = (part: TextblockShadow['parts'][number]) =>
      ('text' in part ? part.text : part.leaf) === next;
    return lengthBefore(shadow, isNext) ?? shadow.node.content.size;
  }
  // Filling counts as one's own place too: its first position is the first in the parent.
  if (shadow.children.length === 0) return 1;
  const at = shadow.children.findIndex((child) => child.type === next);
  return at === -1 ? sizeOf(shadow.children) : sizeOf(shadow.children.slice(0, at));
}

function lengthBefore(
  { parts }: TextblockShadow,
  isSought: (part: TextblockShadow['parts'][number]) => boolean,
): number | undefined {
  const index = parts.findIndex(isSought);
  if (index === -1) return undefined;
  return parts.slice(0, index).reduce((sum, { length }) => sum + length, 0);
}

function sizeOf(shadows: readonly Shadow[]): number {
  return shadows.reduce((sum, { node }) => sum + node.nodeSize, 0);
}

function clampTo(type: unknown, index: number): number {
  return type instanceof Y.XmlText ? Math.min(index, type.length) : index;
}

/**
 * A place that stays with its neighbour: with the one before it (`before`: what others insert
 * there comes behind), or with the one after it.
 */
export function toRelative(place: SharedPlace, stay: 'before' | 'after'): Y.RelativePosition {
  const { type, index } = place;
  return Y.createRelativePositionFromTypeIndex(type, index, stay === 'before' ? -1 : 0);
}

/** The place now; undefined when it is gone, or was never a position in this document. */
export function fromRelative(relative: Y.RelativePosition, doc: Y.Doc): SharedPlace | undefined {
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
  if (absolute === null) return undefined;
  const type: unknown = absolute.type;
  return type instanceof Y.XmlFragment || type instanceof Y.XmlText
    ? { type, index: absolute.index }
    : undefined;
}
