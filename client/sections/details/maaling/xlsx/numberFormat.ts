/**
 * What a cell's number format makes of its number: a day, hundredths, or just the number. A workbook
 * keeps days as counted days and 32,8 % as 0,328; only the format tells (ECMA-376, 18.8.30).
 */
import type { Cell } from '../../../../../shared/maaling/table.ts';

export type NumberMeaning = 'day' | 'percent' | 'number';

/** The formats that have a number instead of a code, apart from those of times alone. */
const DAY_IDS = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
] as const;
const PERCENT_IDS = [9, 10];

/** Text in quotes, escaped and padding characters, colours, conditions and locales. */
const NOT_CODE = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** Digits that a workbook keeps; what comes after them is how computers count. */
const DIGITS = 15;
const DAY_MS = 86_400_000;
/** The last day that a workbook can count, 31.12.9999. */
const LAST_DAY = 2_958_465;

/** `code` is the workbook's own format for this id, if it has one. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) {
    if (PERCENT_IDS.includes(id)) return 'percent';
    return DAY_IDS.some(([from, to]) => id >= from && id <= to) ? 'day' : 'number';
  }
  const bare = code.replace(NOT_CODE, '');
  // Minutes are written like months, so a format of `m` alone tells nothing, and one of hours no day.
  if (/[yd]|mmm/i.test(bare)) return 'day';
  return bare.includes('%') ? 'percent' : 'number';
}

/** `isFrom1904`: the workbook counts its days from 1904, as old ones from a Mac do. */
export function cellOf(stored: number, meaning: NumberMeaning, isFrom1904: boolean): Cell {
  if (!Number.isFinite(stored)) return null;
  if (meaning === 'day') return dayCell(stored, isFrom1904) ?? stored;
  return Number((meaning === 'percent' ? stored * 100 : stored).toPrecision(DIGITS));
}

function dayCell(stored: number, isFrom1904: boolean): Cell | undefined {
  const count = Math.floor(stored);
  if (count < 1 || count > LAST_DAY) return undefined;
  // A workbook believes in 29.02.1900, so days from March on are counted one too far.
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, count > 60 ? 30 : 31);
  return { day: new Date(first + count * DAY_MS).toISOString().slice(0, 10) };
}
