/** Where an enhet comes to stand when it is moved one step in the tree. Pure. */
import type { EnhetId } from '../../../shared/ids/ids.ts';
import type { Enhet } from '../../../shared/program/schema/entities.ts';

export const STEPS = ['up', 'down', 'in', 'out'] as const;
export type Step = (typeof STEPS)[number];

/** The enhet that it stands under, and the row that it comes right after; null is first of all. */
export interface EnhetPlace {
  readonly parent: EnhetId | null;
  readonly after: EnhetId | null;
}

/**
 * `enheter` are all rows in their order, with the parents that hold. Undefined where there is no such
 * step: up from the first among its own, in under nothing, out from the top.
 */
export function stepTo(enheter: readonly Enhet[], id: EnhetId, step: Step): EnhetPlace | undefined {
  const enhet = enheter.find((row) => row.id === id);
  if (enhet === undefined) return undefined;
  const { parent } = enhet;
  const beside = enheter.filter((row) => row.parent === parent);
  const at = beside.findIndex((row) => row.id === id);
  const before = beside[at - 1];
  switch (step) {
    case 'up':
      return before && { parent, after: rowBefore(enheter, before.id, id) };
    case 'down': {
      const next = beside[at + 1];
      return next && { parent, after: next.id };
    }
    case 'in': {
      const under = before && enheter.findLast((row) => row.parent === before.id);
      return before && { parent: before.id, after: under?.id ?? before.id };
    }
    case 'out': {
      const above = enheter.find((row) => row.id === parent);
      return above && { parent: above.parent, after: above.id };
    }
  }
}

/** Where an enhet lands that is dropped beside a row: among that row's own, or first under it. */
export function landingPlace(
  enheter: readonly Enhet[],
  id: EnhetId,
  landing: { readonly id: string; readonly side: 'before' | 'after' },
): EnhetPlace | undefined {
  const row = enheter.find((candidate) => candidate.id === landing.id);
  if (row === undefined || row.id === id) return undefined;
  if (landing.side === 'before') {
    return { parent: row.parent, after: rowBefore(enheter, row.id, id) };
  }
  const hasOwn = enheter.some((other) => other.parent === row.id && other.id !== id);
  return { parent: hasOwn ? row.id : row.parent, after: row.id };
}

/** The row right before another one, the moved one not counted. */
function rowBefore(enheter: readonly Enhet[], id: EnhetId, moved: EnhetId): EnhetId | null {
  const others = enheter.filter((row) => row.id !== moved);
  return others[others.findIndex((row) => row.id === id) - 1]?.id ?? null;
}
