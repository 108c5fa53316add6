/** How far a måling has come from its nullpunkt to its ønsket verdi, and whether it is measured in time. */

import type { Measured } from '../document/schema/fields.ts';
import type { Maaling } from '../sheet/schema/entities.ts';
import type { Frequency } from '../sheet/schema/vocabulary.ts';

/** Which way is better; it follows from nullpunkt and ønsket verdi. */
export type Direction = 'opp' | 'ned';

const DAYS_PER_WEEK = 7;

const LAST_YEAR = 9999;
const LAST_DAY = `${LAST_YEAR}-12-31`;

const MONTHS: Readonly<Record<Exclude<Frequency, 'ukentlig'>, number>> = {
  maanedlig: 1,
  kvartalsvis: 3,
  tertialvis: 4,
  halvaarlig: 6,
  aarlig: 12,
};

/** The newest measured value, or undefined when nothing is measured. */
export function latestMeasured({ series }: Pick<Maaling, 'series'>): Measured | undefined {
  return series.at(-1);
}

/** Undefined while an end is missing, and where both are the same value. */
export function directionOf({
  start,
  target,
}: Pick<Maaling, 'start' | 'target'>): Direction | undefined {
  if (start.value === null || target.value === null || start.value === target.value) {
    return undefined;
  }
  return target.value > start.value ? 'opp' : 'ned';
}

/**
 * (siste målte − start) / (ønsket − start), as DOMAIN.md has it: may be under 0 and over 1. Undefined
 * when ønsket equals start, an end is missing, or nothing is measured yet.
 */
export function maaloppnaaelse(
  maaling: Pick<Maaling, 'start' | 'target' | 'series'>,
): number | undefined {
  const { start, target } = maaling;
  const latest = latestMeasured(maaling);
  if (start.value === null || target.value === null || latest === undefined) return undefined;
  const way = target.value - start.value;
  const share = way === 0 ? Number.NaN : (latest.value - start.value) / way;
  return Number.isFinite(share) ? share : undefined;
}

/**
 * The last day on which the next value is in time: one interval after the newest value, or after the
 * nullpunkt while nothing is measured. Undefined without a frekvens, or with no day to count from.
 * All days are `YYYY-MM-DD`.
 */
export function nextMeasurementDue(
  maaling: Pick<Maaling, 'start' | 'series' | 'frequency'>,
): string | undefined {
  const { frequency, start } = maaling;
  const from = latestMeasured(maaling)?.date ?? start.date;
  if (frequency === null || from === null) return undefined;
  return frequency === 'ukentlig'
    ? addDays(from, DAYS_PER_WEEK)
    : addMonths(from, MONTHS[frequency]);
}

/** Whether the next value should have come before today. */
export function isMeasurementLate(
  maaling: Pick<Maaling, 'start' | 'series' | 'frequency'>,
  today: string,
): boolean {
  const due = nextMeasurementDue(maaling);
  return due !== undefined && due < today;
}

function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return isoDay(year, month, day + days);
}

/** The same day some months later, or that month's last day where there is no such day. */
function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  // Day 0 of the next month is the last day of this one.
  const lastDay = utc(year, month + months + 1, 0).getUTCDate();
  return isoDay(year, month + months, Math.min(day, lastDay));
}

function partsOf(date: string): Readonly<Record<'year' | 'month' | 'day', number>> {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

/** `month` counts from 1 and, like `day`, may run over. */
function isoDay(year: number, month: number, day: number): string {
  const date = utc(year, month, day);
  // No year has five digits: what is due after the last day there is, is due on it.
  return date.getUTCFullYear() > LAST_YEAR ? LAST_DAY : date.toISOString().slice(0, 10);
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  // Unlike `Date.UTC`, which takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
