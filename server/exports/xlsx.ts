/**
 * A sheet as an Excel workbook: one tab with the words, and one for each table. Numbers and days
 * are numbers and days, and text is never a formula: cells are typed, whatever they begin with.
 */
import type { CellObject, Row as ExcelRow, Sheet as ExcelSheet } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { formatDate } from '../../shared/format/date.ts';
import { PROSE_SECTIONS } from '../../shared/sheet/schema/vocabulary.ts';
import { proseText } from '../../shared/sheet/snapshot/prose.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { templateFor } from '../../shared/sheet/template/template.ts';
import { cleanText } from './cleanText.ts';
import {
  type Cell,
  gevinstTable,
  maalingTable,
  type Row,
  rotaarsakTable,
  seriesTable,
  type Table,
  tiltakTable,
} from './tables.ts';
import { HEADER_WORDS, SHEET_KIND, sectionTitle } from './words.ts';

/** What one cell of Excel can hold is 32 767 characters; longer text goes on in the row below. */
const MAX_CELL_LENGTH = 32_000;
/** Widths in characters. */
const [MIN_WIDTH, MAX_WIDTH, LABEL_WIDTH, PROSE_WIDTH] = [10, 50, 28, 95];
/** Heights in points; Excel knows none above the last. */
const [LINE_HEIGHT, MAX_HEIGHT] = [15, 409];
/** Excel's calendar begins in 1900 with a day that never was; earlier days are written as text. */
const FIRST_DAY = '1900-03-01';
const HEADER_COLOR = '#002c54';

/** The whole file. */
export function writeXlsx(snapshot: Snapshot): Promise<Uint8Array> {
  const sheets = [
    wordsSheet(snapshot),
    tableSheet('Rotårsaker', rotaarsakTable(snapshot)),
    tableSheet('Tiltak', tiltakTable(snapshot)),
    tableSheet('Gevinster', gevinstTable(snapshot)),
    tableSheet('Målinger', maalingTable(snapshot)),
    tableSheet('Målte verdier', measuredTable(snapshot)),
  ];
  return writeFile(sheets);
}

/** A workbook with a tab for each table, by name. */
export function writeWorkbook(tables: Readonly<Record<string, Table>>): Promise<Uint8Array> {
  return writeFile(Object.entries(tables).map(([name, table]) => tableSheet(name, table)));
}

function writeFile(sheets: ExcelSheet<Buffer>[]): Promise<Uint8Array> {
  return writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

/** The header and the prose, a row for each fact, paragraph or point. */
function wordsSheet({ sheet, sections, rotaarsaker }: Snapshot): ExcelSheet<Buffer> {
  const proseKeys: ReadonlySet<string> = new Set(PROSE_SECTIONS);
  const template = templateFor(sheet.kind, { hasRotaarsaker: rotaarsaker.length > 0 });
  // A note may stand under rotårsaker though the template shows no such box.
  const keys = [...new Set([...template.map(({ key }) => key), ...PROSE_SECTIONS])];
  const prose = keys.flatMap((key): Row[] => {
    if (!proseKeys.has(key)) return [];
    const text = proseText(sections[key as (typeof PROSE_SECTIONS)[number]]);
    const number = template.find((section) => section.key === key)?.number ?? null;
    const lines = text.split('\n');
    const isShown = template.some((section) => section.key === key);
    if (text === '' && !isShown) return [];
    return lines.map((line, index) => [index === 0 ? sectionTitle(sheet, key, number) : '', line]);
  });
  const rows: Row[] = [
    [HEADER_WORDS.title, sheet.title],
    [HEADER_WORDS.kind, SHEET_KIND[sheet.kind]],
    [HEADER_WORDS.date, sheet.date === null ? null : { day: sheet.date }],
    [HEADER_WORDS.edition, sheet.edition],
    [HEADER_WORDS.owner, sheet.owner],
    [HEADER_WORDS.mentor, sheet.mentor],
    ...prose,
  ];
  return tableSheet('Ark', { header: ['Felt', 'Innhold'], rows }, [LABEL_WIDTH, PROSE_WIDTH]);
}

function measuredTable({ maalinger }: Snapshot): Table {
  return {
    header: ['Måling', 'Måleenhet', 'Målt dato', 'Målt verdi', 'Kommentar'],
    rows: maalinger.flatMap((maaling) =>
      seriesTable(maaling).rows.map((row) => [maaling.name, maaling.unit, ...row]),
    ),
  };
}

function tableSheet(
  name: string,
  { header, rows }: Table,
  widths = header.map((title, column) =>
    widthOf([title, ...rows.map((row) => row[column] ?? null)]),
  ),
): ExcelSheet<Buffer> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      header.map(headerCell),
      ...rows.flatMap(splitLong).map((row) => {
        const height = heightOf(row, widths);
        return row.map((cell) => bodyCell(cell, height));
      }),
    ],
  };
}

/**
 * In points, for all lines of the row's longest text. Excel finds this out by itself and other
 * programs do not; rather a little too high than one line too few.
 */
function heightOf(row: Row, widths: readonly number[]): number {
  const lines = row.map((cell, column) => {
    if (typeof cell !== 'string') return 1;
    const lineLength = (widths[column] ?? MIN_WIDTH) * 0.9;
    return cell
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0);
  });
  return Math.min(Math.max(1, ...lines) * LINE_HEIGHT, MAX_HEIGHT);
}

/** Wide enough for the longest line, within reason. */
function widthOf(cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, lengthOf(cell)), 0);
  return Math.min(Math.max(longest + 2, MIN_WIDTH), MAX_WIDTH);
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'number') return String(cell).length + 2;
  if (typeof cell !== 'string') return cell.day.length;
  return cell.split('\n').reduce((most, line) => Math.max(most, line.length), 0);
}

/** One row, or as many as its longest text needs. */
function splitLong(row: Row): Row[] {
  const columns = row.map((cell) => (typeof cell === 'string' ? piecesOf(cell) : [cell]));
  const count = Math.max(1, ...columns.map((pieces) => pieces.length));
  return Array.from({ length: count }, (_, index) =>
    columns.map((pieces) => pieces[index] ?? null),
  );
}

function piecesOf(text: string): string[] {
  const rest = literal(cleanText(text));
  const pieces: string[] = [];
  for (let start = 0; start < rest.length; ) {
    let end = Math.min(start + MAX_CELL_LENGTH, rest.length);
    // A surrogate pair stays in one cell.
    if (end < rest.length && /[\uD800-\uDBFF]/.test(rest.charAt(end - 1))) end -= 1;
    pieces.push(rest.slice(start, end));
    start = end;
  }
  return pieces;
}

/** Excel reads `_x0041_` as the letter A; the underscore written so keeps the text as it is. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function headerCell(text: string): CellObject {
  return {
    value: text,
    type: String,
    fontWeight: 'bold',
    textColor: '#ffffff',
    backgroundColor: HEADER_COLOR,
    wrap: true,
    alignVertical: 'top',
  };
}

function bodyCell(cell: Cell, height: number): ExcelRow[number] {
  if (cell === null || cell === '') return null;
  const look = { alignVertical: 'top', height } as const;
  if (typeof cell === 'number') {
    const format = Number.isInteger(cell) ? '#,##0' : '#,##0.##########';
    return { ...look, value: cell, type: Number, format };
  }
  if (typeof cell === 'string') return { ...look, value: cell, type: String, wrap: true };
  if (cell.day < FIRST_DAY) return bodyCell(formatDate(cell.day), height);
  const value = new Date(`${cell.day}T00:00:00Z`);
  return { ...look, value, type: Date, format: 'dd.mm.yyyy', align: 'left' };
}
