/** The scale along the bottom of a chart: days, and which of them are written there. */

export interface TimeTick {
  readonly day: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export interface TimeAxis {
  /** The ends, as days since 1970. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly TimeTick[];
  /** How much of a tick's date tells it from its neighbours. */
  readonly shows: 'day' | 'month' | 'year';
}

const DAY_MS = 86_400_000;
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;
/** Room around a single day. */
const LONELY_DAYS = 15;

/** The days since 1970 of a date, `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** An axis over all days, with at most `most` of them written. There is one date at least. */
export function timeAxis(dates: readonly string[], most: number): TimeAxis {
  const days = dates.map(dayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [from, to] = first === last ? [first - LONELY_DAYS, last + LONELY_DAYS] : [first, last];
  const wanted = (to - from) / Math.max(1, most);
  const days1 = DAY_STEPS.find((step) => step >= wanted);
  if (days1 !== undefined) return { from, to, ...dayTicks(from, to, days1) };
  const months = MONTH_STEPS.find((step) => step * DAYS_PER_MONTH >= wanted);
  if (months !== undefined) return { from, to, ...monthTicks(from, to, months) };
  const years = YEAR_STEPS.find((step) => step * DAYS_PER_YEAR >= wanted) ?? 5000;
  return { from, to, ...yearTicks(from, to, years) };
}

type Ticks = Pick<TimeAxis, 'ticks' | 'shows'>;

function dayTicks(from: number, to: number, step: number): Ticks {
  const ticks: TimeTick[] = [];
  for (let day = from; day <= to; day += step) ticks.push({ day, date: isoOf(day) });
  return { ticks, shows: 'day' };
}

function monthTicks(from: number, to: number, step: number): Ticks {
  const start = new Date(from * DAY_MS);
  const first = Math.floor(start.getUTCMonth() / step) * step;
  return { ticks: ticksOf(start.getUTCFullYear(), first, step, from, to), shows: 'month' };
}

function yearTicks(from: number, to: number, step: number): Ticks {
  const year = new Date(from * DAY_MS).getUTCFullYear();
  return { ticks: ticksOf(Math.floor(year / step) * step, 0, step * 12, from, to), shows: 'year' };
}

/** The first days of every so many months, from one month of a year on. */
function ticksOf(
  year: number,
  month: number,
  months: number,
  from: number,
  to: number,
): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let count = 0; ; count += months) {
    const day = Date.UTC(year, month + count, 1) / DAY_MS;
    if (!(day <= to)) return ticks;
    if (day >= from) ticks.push({ day, date: isoOf(day) });
  }
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
