/**
 * A table as people paste or import it, before anybody knows what its columns mean: rows of cells
 * with the line on which each begins, so that a fault can be pointed at.
 */

/** A day that its source says is one, such as a date cell of a spreadsheet: `YYYY-MM-DD`. */
export interface DayCell {
  readonly day: string;
}

/** Words, a number that its source says is one, a day, or nothing. */
export type Cell = string | number | DayCell | null;

export interface TableRow {
  /** The line of the text, or the row of the spreadsheet, counted from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Rows that are read at most; a series of one value a day is then 27 years long. */
export const MAX_ROWS = 10_000;
/** Cells of a row that are read at most. */
export const MAX_COLUMNS = 64;

export interface Table {
  readonly rows: readonly TableRow[];
  /** There were more rows than are read: then none of them may be imported. */
  readonly isCut: boolean;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
