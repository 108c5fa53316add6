/** How far a måling has come from its nullpunkt to its ønsket verdi, and whether it is measured in time. */

import type { Measured } from '../document/schema/fields.ts';
import type { Maaling } from '../sheet/schema/entities.ts';
import type { Frequency } from '../sheet/schema/vocabulary.ts';

/** Which way is better; it follows from nullpunkt and ønsket verdi. */
export type Direction = 'opp' | 'ned';

const MS_PER_DAY = 86_400_000;

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
  return frequency === 'ukentlig' ? addDays(from, 7) : addMonths(from, MONTHS[frequency]);
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
  return isoDay(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY);
}

/** The same day some months later, or that month's last day where there is no such day. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
