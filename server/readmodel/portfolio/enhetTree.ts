/** The enheter of a programme as a tree. Their parents hold (see `shared/program/enheter.ts`). */
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

/** Every enhet once, each right before those below it. */
export function enhetTree(enheter: readonly ProgramEnhet[]): EnhetTree {
  const below = Map.groupBy(enheter, ({ parentId }) => parentId);
  const tree = new Map<EnhetId, EnhetNode>();
  const placeUnder = (above: EnhetNode | undefined): void => {
    for (const enhet of below.get(above?.id ?? null) ?? []) {
      const chain = [enhet.id, ...(above?.chain ?? [])];
      const node = { ...enhet, depth: chain.length - 1, chain };
      tree.set(enhet.id, node);
      placeUnder(node);
    }
  };
  placeUnder(undefined);
  return tree;
}
