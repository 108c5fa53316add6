/**
 * The tables of a sheet for a spreadsheet: tiltak, gevinster and målinger, one under the other.
 * Semicolons and decimal commas, as Norwegian Excel reads them, and a byte order mark, so that it
 * sees the letters right.
 */
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import {
  type Cell,
  gevinstTable,
  maalingTable,
  type Row,
  seriesTable,
  type Table,
  tiltakTable,
} from './tables.ts';

const BYTE_ORDER_MARK = '﻿';
const LINE_END = '\r\n';

/** The whole file as text. */
export function writeCsv(snapshot: Snapshot): string {
  return csvOf([tiltakTable(snapshot), gevinstTable(snapshot), measuredTable(snapshot)]);
}

/** Tables, one under the other, as a file. */
export function csvOf(tables: readonly Table[]): string {
  const lines = tables.flatMap(({ header, rows }, index) => [
    ...(index === 0 ? [] : ['']),
    ...[header, ...rows].map((row) => row.map(writeCell).join(';')),
  ]);
  return BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END;
}

/** One row for each measured value, so that a series can be drawn; one where nothing is measured. */
function measuredTable(snapshot: Snapshot): Table {
  const { header, rows } = maalingTable(snapshot);
  const measured = snapshot.maalinger.map(seriesTable);
  return {
    header: [...header, 'Målt dato', 'Målt verdi', 'Kommentar'],
    rows: rows.flatMap((about, index): readonly Row[] => {
      const values = measured[index]?.rows ?? [];
      if (values.length === 0) return [[...about, null, null, null]];
      return values.map((value) => [...about, ...value]);
    }),
  };
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return quote(disarm(typeof cell === 'string' ? cell : cell.day));
}

/** A spreadsheet would run text that begins like a formula; an apostrophe makes it text again. */
function disarm(text: string): string {
  return /^[\s\0]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
