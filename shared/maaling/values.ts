/** What one cell says: a day, a number, or words. */
import { formatDate, parseDate } from '../format/date.ts';
import { formatNumber, parseNumber } from '../format/number.ts';
import type { Cell } from './table.ts';

/** Longer words name no day and are no number; reading them would only take time. */
const MAX_LETTERS = 64;

/** A time of day after a date, as programs write it: `T12:00:00Z`, ` 12:00`, ` kl. 12.30`. */
const TIME =
  /(?:T|\s+(?:kl\.?\s*)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** The day that a cell names, `YYYY-MM-DD`. A bare number is no day: nobody said what it counts. */
export function dayOf(cell: Cell | undefined): string | undefined {
  if (typeof cell === 'string') {
    if (cell.length > MAX_LETTERS) return undefined;
    const text = tidy(cell);
    return parseDate(text) ?? parseDate(text.replace(TIME, ''));
  }
  return typeof cell === 'object' && cell !== null ? parseDate(cell.day) : undefined;
}

/** Whether a cell is a day and can hardly be meant as a number, as `010325` can. */
export function isPlainlyDay(cell: Cell | undefined): boolean {
  return dayOf(cell) !== undefined && numberOf(cell) === undefined;
}

/** The number in a cell; never infinite, never NaN, never minus zero. */
export function numberOf(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'string' && cell.length > MAX_LETTERS) return undefined;
  const value = typeof cell === 'string' ? parseNumber(tidy(cell)) : cell;
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined;
}

/** What stands in a cell, as it is written here. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? formatNumber(cell, { maxDecimals: 10 }) : formatDate(cell.day);
}

/** Without the marks that spreadsheets put before text that looks like something else. */
function tidy(text: string): string {
  return text.trim().replace(/^'/, '').trim();
}
