/**
 * Dates as people in Norway write them (`01.03.2025`) and as the sheet keeps them (`2025-03-01`).
 * No clock, no time zone and no locale of the machine: a date here is a day in the calendar.
 */

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** Day, month, year with a dot, a slash, a hyphen or a space between. */
const DAY_FIRST = /^(\d{1,2})[./\s-]\s*(\d{1,2})[./\s-]\s*(\d{4}|\d{2})\.?$/;
/** Digits only, as a number keypad gives them: `010325` or `01032025`. */
const DIGITS = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

/**
 * The day that a text names, as `YYYY-MM-DD`, or undefined when it names none. Reads `1.3.25`,
 * `01.03.2025`, `1/3 2025`, `010325` and `2025-03-01`. Two digits of a year are in this century.
 */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso !== null) return toIso(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(trimmed) ?? DIGITS.exec(trimmed);
  if (dayFirst === null) return undefined;
  return toIso(dayFirst[3], dayFirst[2], dayFirst[1]);
}

/** `2025-03-01` as `01.03.2025`. What is not such a date is given back as it is. */
export function formatDate(value: string): string {
  const match = ISO.exec(value);
  if (match === null) return value;
  return `${match[3]?.padStart(2, '0')}.${match[2]?.padStart(2, '0')}.${match[1]}`;
}

/** Whether a text names its day so fully that no more typing could change which day it is. */
export function isFullDate(text: string): boolean {
  return /^\s*\d{1,2}\.\d{1,2}\.\d{4}\s*$/.test(text) && parseDate(text) !== undefined;
}

function toIso(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): string | undefined {
  const typedYear = Number(yearText);
  const year = yearText?.length === 2 ? 2000 + typedYear : typedYear;
  const month = Number(monthText);
  const day = Number(dayText);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `month` counts from 1. */
function daysInMonth(year: number, month: number): number {
  // Day 0 of the next month is the last day of this one.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
