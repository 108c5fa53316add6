/** The ways through a gevinstkart: the thread of one thing, and all chains as something to be read. */
import {
  type ChainMap,
  type ChainNode,
  COLUMNS,
  keyOf,
  linkedTo,
  type NodeRef,
  type Side,
} from './chain.ts';

/**
 * The whole thread of a node: itself, all that leads to it from the left, and all that follows from
 * it to the right, as keys (`keyOf`). Not its neighbours' other neighbours.
 */
export function threadOf(map: ChainMap, ref: NodeRef): ReadonlySet<string> {
  const thread = new Set<string>();
  const follow = (at: NodeRef, way: Side): void => {
    const found = map.get(at);
    if (found === undefined) return;
    thread.add(keyOf(at));
    for (const next of linkedTo(found, way)) if (!thread.has(keyOf(next))) follow(next, way);
  };
  follow(ref, 'before');
  follow(ref, 'after');
  return thread;
}

export interface ChainTree {
  readonly node: ChainNode;
  /** Shown with its branches further up already; then it has none here. */
  readonly isRepeated: boolean;
  readonly branches: readonly ChainTree[];
}

/**
 * The map as chains that can be read from top to bottom: each rotårsak with its tiltak, their
 * gevinster and målinger under them; then, in the same way, what nothing leads to. Every node stands
 * there once with its branches; where it comes again it is only named.
 */
export function chainTrees(map: ChainMap): readonly ChainTree[] {
  const shown = new Set<string>();
  const grow = (node: ChainNode): ChainTree => {
    const isRepeated = shown.has(keyOf(node));
    shown.add(keyOf(node));
    const next = isRepeated ? [] : linkedTo(node, 'after');
    const branches = next.flatMap((ref) => map.get(ref) ?? []).map(grow);
    return { node, isRepeated, branches };
  };
  return COLUMNS.flatMap((column) =>
    map.columns[column].filter((each) => each.before.length === 0).map(grow),
  );
}
