/** The groups that lapper stand in, as people speak of them: by number. */
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';

/**
 * The number of each group of two or more, by its word, in the order in which the groups begin in
 * the sheet's list. A word that one lapp alone is left with is no group.
 */
export function groupNumbers(lapper: readonly Pick<Lapp, 'group'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of lapper) {
    if (group !== '') counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([group], index) => [group, index + 1]));
}
