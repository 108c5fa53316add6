/** Whether a måltall is reached, by what was measured last. */
import type { Maaltall } from './schema/entities.ts';

export type Standing =
  /** There is no target to reach. */
  | { readonly state: 'utenMaal' }
  /** Nothing is measured yet. */
  | { readonly state: 'ikkeMaalt' }
  | { readonly state: 'naadd' }
  /** `missing` is how far from the target, in the måltall's own unit; always above 0. */
  | { readonly state: 'ikkeNaadd'; readonly missing: number };

/** A target is reached on the line too: `minst` 7 % by 7 %, `hoyst` 150 % by 150 %. */
export function standingOf({
  comparison,
  target,
  series,
}: Pick<Maaltall, 'comparison' | 'target' | 'series'>): Standing {
  const latest = series.at(-1);
  if (target.value === null) return { state: 'utenMaal' };
  if (latest === undefined) return { state: 'ikkeMaalt' };
  const missing =
    comparison === 'minst' ? target.value - latest.value : latest.value - target.value;
  return missing > 0 ? { state: 'ikkeNaadd', missing } : { state: 'naadd' };
}
