/** The enheter of a programme as a tree. Whatever people have linked to whatever, it is one. */
import type { EnhetId } from '../../../shared/ids/ids.ts';
import { type ProgramEnhet, WITHOUT } from '../../../shared/portfolio/portfolio.ts';

export interface EnhetNode extends ProgramEnhet {
  /** 0 for those that stand under no other. */
  readonly depth: number;
  /** Itself first, then the one above, up to the top. */
  readonly chain: readonly EnhetId[];
}

export type EnhetTree = ReadonlyMap<EnhetId, EnhetNode>;

/** The enheter that a sheet counts under: its own and all above, else `WITHOUT`. */
export function enhetKeys(tree: EnhetTree, enhetId: EnhetId | null): readonly string[] {
  return (enhetId === null ? undefined : tree.get(enhetId)?.chain) ?? [WITHOUT];
}

/**
 * Every enhet once, each right before those below it. One whose parent is unknown stands on top, and
 * so does the first of those that stand in a circle.
 */
export function enhetTree(enheter: readonly ProgramEnhet[]): EnhetTree {
  const known = new Set(enheter.map(({ id }) => id));
  const below = Map.groupBy(enheter, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const nodes = new Map<EnhetId, EnhetNode>();
  const place = (enhet: ProgramEnhet, above: EnhetNode | undefined): void => {
    if (nodes.has(enhet.id)) return;
    const chain = [enhet.id, ...(above?.chain ?? [])];
    const node = { ...enhet, parentId: above?.id ?? null, depth: chain.length - 1, chain };
    nodes.set(enhet.id, node);
    for (const child of below.get(enhet.id) ?? []) place(child, node);
  };
  for (const enhet of [...(below.get(null) ?? []), ...enheter]) place(enhet, undefined);
  return nodes;
}
