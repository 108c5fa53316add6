/** The years that a programme's portfolio is about. */
import { type Period, planPeriod } from '../../../shared/gevinst/amounts.ts';
import type { ProgramRows } from '../programRows.ts';

/** Nobody plans further; a mistyped year must not make a thousand columns. */
const MOST_YEARS = 20;
const PLAN_YEARS = 4;

/** As the programme says, else the økonomiplan that is made this year. `today` is `YYYY-MM-DD`. */
export function periodOf(
  { periodFrom, periodTo }: Pick<ProgramRows, 'periodFrom' | 'periodTo'>,
  today: string,
): Period {
  if (periodFrom === null) {
    return periodTo === null
      ? planPeriod(today)
      : { from: periodTo - PLAN_YEARS + 1, to: periodTo };
  }
  const to = periodTo === null || periodTo < periodFrom ? periodFrom + PLAN_YEARS - 1 : periodTo;
  return { from: periodFrom, to: Math.min(to, periodFrom + MOST_YEARS - 1) };
}
