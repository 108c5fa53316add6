/**
 * What was measured, out of a table that somebody pasted or imported: which column holds the days,
 * which the values and which the comments, which rows are understood, and why the others are not.
 * Every row that says anything is accounted for; nothing throws.
 */
import type { Measured } from '../document/schema/fields.ts';
import { namesOtherUnit } from './amount.ts';
import { type Columns, findColumns } from './columns.ts';
import { isBlank, type TableRow } from './table.ts';
import { cellText, dayOf, numberOf } from './values.ts';

/**
 * Why a row is not taken: `noDate`, `notDate`: no day, or words that name none; `noValue`,
 * `notNumber`: likewise; `otherUnit`: the value says that it is in another unit than the måling;
 * `conflict`: another row has another value for the same day; `repeated`: another row says the
 * same; `decimalComma`: a comma parts the columns, and one more may be a decimal comma.
 */
export type Refusal =
  | 'noDate'
  | 'notDate'
  | 'noValue'
  | 'notNumber'
  | 'otherUnit'
  | 'conflict'
  | 'repeated'
  | 'decimalComma';

export interface UnderstoodRow extends Measured {
  readonly line: number;
}

export interface RefusedRow {
  readonly line: number;
  /** What stands in the row, as it would be read aloud. */
  readonly cells: readonly string[];
  readonly reason: Refusal;
  /** The text that could not be read, or the line of the other row. */
  readonly about: string | number;
}

export interface SeriesTable {
  /** In order of line. No day twice. */
  readonly understood: readonly UnderstoodRow[];
  readonly refused: readonly RefusedRow[];
  /** The rows above the first that holds a day or a number: titles and column headings. */
  readonly headings: readonly TableRow[];
  /** Undefined when no column holds days, or none holds numbers. */
  readonly columns: Columns | undefined;
}

export interface SeriesTableOptions {
  /** The columns as a person has chosen them; found when left out. */
  readonly columns?: Columns;
  /** A bare comma parts the cells, so that a decimal comma would part a number. */
  readonly isCommaSeparated?: boolean;
  /** The måling's måleenhet, which a value may not contradict. */
  readonly unit?: string;
}

export function parseSeriesTable(
  rows: readonly TableRow[],
  options: SeriesTableOptions = {},
): SeriesTable {
  const filled = rows.filter(({ cells }) => !cells.every(isBlank));
  const first = filled.findIndex(holdsData);
  const headings = filled.slice(0, Math.max(0, first));
  const data = filled.slice(headings.length);
  const columns = options.columns ?? findColumns(headings.at(-1), data);
  if (columns === undefined) {
    return { understood: [], refused: data.map(refuseWithoutColumns), headings, columns };
  }
  const heading = headings.at(-1)?.cells.length;
  const read = data.map((row) => {
    const isParted = options.isCommaSeparated && mayBeParted(row, columns.value, heading);
    return isParted
      ? refusal(row, 'decimalComma', words(row)[columns.value])
      : readRow(row, columns, options.unit);
  });
  return { ...withoutClashes(read), headings, columns };
}

/** A cell that names a day, or is a number, in any column. */
function holdsData({ cells }: TableRow): boolean {
  return cells.some((cell) => dayOf(cell) !== undefined || numberOf(cell) !== undefined);
}

function refuseWithoutColumns(row: TableRow): RefusedRow {
  const hasDay = row.cells.some((cell) => dayOf(cell) !== undefined);
  return refusal(row, hasDay ? 'noValue' : 'noDate');
}

/** An entry of a row and what it says, while rows are read; the row is kept for a later refusal. */
type ReadRow = RefusedRow | { readonly row: TableRow; readonly measured: UnderstoodRow };

function readRow(row: TableRow, columns: Columns, unit = ''): ReadRow {
  const [dateCell, valueCell] = [row.cells[columns.date] ?? null, row.cells[columns.value] ?? null];
  if (isBlank(dateCell)) return refusal(row, 'noDate');
  const date = dayOf(dateCell);
  if (date === undefined) return refusal(row, 'notDate', cellText(dateCell));
  if (isBlank(valueCell)) return refusal(row, 'noValue');
  const value = numberOf(valueCell);
  if (value === undefined) return refusal(row, 'notNumber', cellText(valueCell));
  if (typeof valueCell === 'string' && namesOtherUnit(valueCell, unit)) {
    return refusal(row, 'otherUnit', valueCell);
  }
  const comment =
    columns.comment === undefined ? '' : cellText(row.cells[columns.comment] ?? null).trim();
  return { row, measured: { line: row.line, date, value, comment } };
}

/**
 * Whether `32,8` may have been parted into `32` and `8`: a whole number, digits after it, and a row
 * that is longer than its headings, or has none.
 */
function mayBeParted({ cells }: TableRow, value: number, headings: number | undefined): boolean {
  const [whole, rest] = [cells[value], cells[value + 1]];
  if (typeof whole !== 'string' || typeof rest !== 'string') return false;
  if (headings !== undefined && headings >= cells.length) return false;
  return /^\s*[−+-]?\d[\d\s]*$/.test(whole) && /^\d+\s*%?\s*$/.test(rest);
}

function withoutClashes(read: readonly ReadRow[]): Pick<SeriesTable, 'understood' | 'refused'> {
  const days = byDay(read);
  const understood: UnderstoodRow[] = [];
  const refused: RefusedRow[] = [];
  for (const each of read) {
    if (!('measured' in each)) {
      refused.push(each);
      continue;
    }
    const day = days.get(each.measured.date);
    if (day?.different !== undefined) {
      const other = each.measured.value === day.first.value ? day.different : day.first;
      refused.push(refusal(each.row, 'conflict', other.line));
    } else if (day !== undefined && day.first !== each.measured) {
      refused.push(refusal(each.row, 'repeated', day.first.line));
    } else understood.push(each.measured);
  }
  return { understood, refused };
}

interface Day {
  readonly first: UnderstoodRow;
  /** The first row of the day that has another value. */
  readonly different: UnderstoodRow | undefined;
}

function byDay(read: readonly ReadRow[]): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const each of read) {
    if (!('measured' in each)) continue;
    const { measured } = each;
    const day = days.get(measured.date);
    if (day === undefined) days.set(measured.date, { first: measured, different: undefined });
    else if (day.different === undefined && day.first.value !== measured.value) {
      days.set(measured.date, { ...day, different: measured });
    }
  }
  return days;
}

function refusal(row: TableRow, reason: Refusal, about: string | number = ''): RefusedRow {
  return { line: row.line, cells: words(row), reason, about };
}

function words({ cells }: TableRow): string[] {
  return cells.map(cellText);
}
