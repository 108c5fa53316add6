/** Which columns of a table hold the days, the values and the comments. */
import { type Cell, isBlank, type TableRow } from './table.ts';
import { cellText, dayOf, isPlainlyDay, numberOf } from './values.ts';

/** Columns by their place, counted from 0. */
export interface Columns {
  readonly date: number;
  readonly value: number;
  readonly comment?: number | undefined;
}

/** What people call the columns, in the languages of the interface; in order of how much they say. */
const DATE_NAMES = [/^m[åa]led(ato|ag)/i, /dato|date|^dag$|^day$/i];
const VALUE_NAMES = [
  /^(m[åa]lt )?verdi|^m[åa]lt|value/i,
  /resultat|result|prosent|antall|%|kr|timer/i,
];
const COMMENT_NAMES = [/kommentar|comment/i, /merknad|notat|note/i];

/** Letters of a heading that are looked at. */
const HEADING_LETTERS = 64;
/** A column's cells are looked at in so many rows at most. */
const SAMPLE = 500;

/**
 * By what stands in the rows, and, where several columns would do, by their headings and then from
 * the left. Undefined when no column holds days, or no other holds numbers.
 */
export function findColumns(
  heading: TableRow | undefined,
  rows: readonly TableRow[],
): Columns | undefined {
  const sample = rows.slice(0, SAMPLE);
  const places = [...Array(widthOf(sample)).keys()];
  const count = (at: number, is: (cell: Cell | undefined) => boolean): number =>
    sample.filter(({ cells }) => is(cells[at])).length;
  const best = (
    among: readonly number[],
    is: (cell: Cell | undefined) => boolean,
    names: readonly RegExp[],
  ) =>
    bestOf(
      among,
      (at) => count(at, is),
      (at) => rank(heading?.cells[at], names),
    );

  const date =
    best(places, isPlainlyDay, DATE_NAMES) ??
    best(places, (cell) => dayOf(cell) !== undefined, DATE_NAMES);
  if (date === undefined) return undefined;
  const others = places.filter((at) => at !== date);
  const value = best(others, (cell) => numberOf(cell) !== undefined, VALUE_NAMES);
  if (value === undefined) return undefined;
  const rest = others.filter((at) => at !== value);
  const comment =
    rest.find((at) => rank(heading?.cells[at], COMMENT_NAMES) < COMMENT_NAMES.length) ??
    best(rest, isWords, COMMENT_NAMES);
  return { date, value, comment };
}

function isWords(cell: Cell | undefined): boolean {
  return !isBlank(cell) && dayOf(cell) === undefined && numberOf(cell) === undefined;
}

/** The place of the first pattern that a heading fits; past the end when it fits none. */
function rank(heading: Cell | undefined, names: readonly RegExp[]): number {
  const words = cellText(heading).trim().slice(0, HEADING_LETTERS);
  const at = names.findIndex((name) => name.test(words));
  return at < 0 ? names.length : at;
}

/**
 * The column with the lowest rank of heading among those that hold at least half as much as the
 * fullest; then the fullest; then the first.
 */
function bestOf(
  places: readonly number[],
  holds: (at: number) => number,
  rankOf: (at: number) => number,
): number | undefined {
  const counted = places.map((at) => ({ at, holds: holds(at), rank: rankOf(at) }));
  const most = Math.max(0, ...counted.map((each) => each.holds));
  if (most === 0) return undefined;
  const fit = counted.filter((each) => each.holds * 2 >= most);
  fit.sort((a, b) => a.rank - b.rank || b.holds - a.holds || a.at - b.at);
  return fit[0]?.at;
}

/** How many columns a table has. */
export function widthOf(rows: readonly TableRow[]): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}
