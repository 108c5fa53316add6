/** The years that a programme counts, from what its header says. */
import { type Period, planPeriod } from '../gevinst/amounts.ts';
import type { ProgramHeader } from './schema/entities.ts';
import { YEARS } from './schema/vocabulary.ts';

/** Longer than any plan, and short enough to show as columns. */
const MOST_YEARS = 30;

/**
 * The programme's period; the years of an økonomiplan made on the day where an end is not set. Two
 * people who change one end each can put them the wrong way round: then it is the years between.
 */
export function programPeriod(
  { periodFrom, periodTo }: Pick<ProgramHeader, 'periodFrom' | 'periodTo'>,
  today: string,
): Period {
  const plan = planPeriod(today);
  const length = plan.to - plan.from;
  const from = periodFrom ?? (periodTo === null ? plan.from : periodTo - length);
  const to = periodTo ?? from + length;
  const first = Math.max(Math.min(from, to), YEARS.first);
  return { from: first, to: Math.min(Math.max(from, to), first + MOST_YEARS - 1, YEARS.last) };
}
