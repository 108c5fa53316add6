/**
 * Enheter as a tree. Each names the one that it stands under; people who move enheter apart can
 * make a ring, and can remove what others stand under. A parent that is gone, and every parent
 * within a ring, reads as none: those enheter stand at the top until somebody places them. So do
 * those further down than any organisation goes.
 */
import type { EnhetId } from '../ids/ids.ts';
import type { Enhet } from './schema/entities.ts';

const MOST_LEVELS = 50;

export interface EnhetNode {
  readonly enhet: Enhet;
  /** 0 at the top. */
  readonly depth: number;
  readonly children: readonly EnhetNode[];
}

/** The enheter with only those parents that hold. The order stays. */
export function withTrueParents(enheter: readonly Enhet[]): Enhet[] {
  const parents = parentsOf(enheter);
  return enheter.map((enhet) => {
    const isTrue = enhet.parent === null || hasTrueParent(parents, enhet.id);
    return isTrue ? enhet : { ...enhet, parent: null };
  });
}

/** The enheter as trees, those beside each other in their order. */
export function enhetTree(enheter: readonly Enhet[]): readonly EnhetNode[] {
  const under = Map.groupBy(withTrueParents(enheter), (enhet) => enhet.parent);
  const nodesUnder = (parent: EnhetId | null, depth: number): readonly EnhetNode[] =>
    (under.get(parent) ?? []).map((enhet) => ({
      enhet,
      depth,
      children: nodesUnder(enhet.id, depth + 1),
    }));
  return nodesUnder(null, 0);
}

/** Whether an enhet is another one, or stands anywhere under it. */
export function isUnder(enheter: readonly Enhet[], id: EnhetId, ancestor: EnhetId): boolean {
  const parents = parentsOf(withTrueParents(enheter));
  for (let at: EnhetId | null = id; at !== null; at = parents.get(at) ?? null) {
    if (at === ancestor) return true;
  }
  return false;
}

function parentsOf(enheter: readonly Enhet[]): ReadonlyMap<EnhetId, EnhetId | null> {
  return new Map(enheter.map(({ id, parent }) => [id, parent]));
}

/** Whether the parent is there, and going upward from it does not lead back and has an end. */
function hasTrueParent(parents: ReadonlyMap<EnhetId, EnhetId | null>, id: EnhetId): boolean {
  const seen = new Set<EnhetId>();
  let at = parents.get(id) ?? null;
  if (at === null || !parents.has(at)) return false;
  while (at !== null && !seen.has(at)) {
    if (at === id || seen.size === MOST_LEVELS) return false;
    seen.add(at);
    at = parents.get(at) ?? null;
  }
  return true;
}
