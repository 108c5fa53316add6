/**
 * What records can only know of one another: which parent a shape is shown in, its place among its
 * siblings, and which bindings have both their ends. The same records give everybody the same
 * answer, in whatever order they came. Pure.
 */
import type { TLPageId } from 'tldraw';
import { LAPP } from '../shapes/lapp/lappShape.ts';
import { repairedIndices } from './indices.ts';

export interface ShapeNode {
  readonly kind: 'shape';
  readonly id: string;
  readonly type: string;
  readonly parentId: string;
  /** As stored; perhaps no key at all. */
  readonly index: string;
}

export interface BindingNode {
  readonly kind: 'binding';
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  /** Which end of the arrow. */
  readonly terminal: string;
}

export type Node = ShapeNode | BindingNode;

export interface Arrangement {
  readonly shapes: ReadonlyMap<string, { readonly parentId: string; readonly index: string }>;
  readonly bindings: ReadonlySet<string>;
}

/** Shapes that lie in one another deeper than this are shown on the page. */
const DEEPEST = 32;

/** What an arrow can have no end on: measuring these could come back to the arrow itself. */
const UNBINDABLE: readonly string[] = ['arrow', 'group'];

export function arrange(nodes: Iterable<Node>, pageId: TLPageId): Arrangement {
  const shapes = new Map<string, ShapeNode>();
  const bindings: BindingNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'shape') shapes.set(node.id, node);
    else bindings.push(node);
  }
  const parents = parentsOf(shapes, pageId);
  return { shapes: placesOf(shapes, parents), bindings: shownBindings(bindings, shapes) };
}

function parentsOf(
  shapes: ReadonlyMap<string, ShapeNode>,
  pageId: TLPageId,
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const shape of shapes.values()) {
    parents.set(shape.id, isSound(shape, shapes) ? shape.parentId : pageId);
  }
  return parents;
}

/** Whether the shape can be shown in its parent: that is there, not in a circle, not too deep. */
function isSound(shape: ShapeNode, shapes: ReadonlyMap<string, ShapeNode>): boolean {
  let above = parentOf(shape, shapes);
  if (above === undefined || shape.type === LAPP) return false;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (above === shape) return false;
    above = parentOf(above, shapes);
    if (above === undefined) return true;
  }
  return false;
}

/** A note is nobody's parent. */
function parentOf(shape: ShapeNode, shapes: ReadonlyMap<string, ShapeNode>): ShapeNode | undefined {
  const parent = shapes.get(shape.parentId);
  return parent?.type === LAPP ? undefined : parent;
}

function placesOf(
  shapes: ReadonlyMap<string, ShapeNode>,
  parents: ReadonlyMap<string, string>,
): Arrangement['shapes'] {
  const families = Map.groupBy(shapes.values(), ({ id }) => parents.get(id) ?? '');
  const places = new Map<string, { parentId: string; index: string }>();
  for (const [parentId, family] of families) {
    const siblings = family.map(({ id, index }) => ({ id, order: index }));
    for (const [id, index] of repairedIndices(siblings)) places.set(id, { parentId, index });
  }
  return places;
}

/** Bindings from an arrow to something it can end on; of two on one end, the first by id. */
function shownBindings(
  bindings: readonly BindingNode[],
  shapes: ReadonlyMap<string, ShapeNode>,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const { id, fromId, toId, terminal } of bindings) {
    const to = shapes.get(toId);
    if (shapes.get(fromId)?.type !== 'arrow' || to === undefined) continue;
    if (UNBINDABLE.includes(to.type)) continue;
    const end = `${fromId} ${terminal}`;
    const known = first.get(end);
    if (known === undefined || id < known) first.set(end, id);
  }
  return new Set(first.values());
}
