/**
 * Rows out of text with something between the cells: what a spreadsheet puts on the clipboard, or a
 * CSV file. Cells in quotes may hold separators, line breaks and doubled quotes (RFC 4180). Text that
 * breaks the rules is read as well as it can be; nothing throws.
 */
import { type Cell, MAX_COLUMNS, MAX_ROWS, type Table, type TableRow } from './table.ts';

/** What stands between the cells. With `space` the first word is one cell and the rest another. */
export type Separator = '\t' | ';' | ',' | 'space';

const LINE_BREAK = /\r\n|\r|\n/;
/** The first line by which Excel is told the separator: `sep=;`. */
const SEP_LINE = /^\uFEFF?sep=([;,\t])(?:\r\n|\r|\n|$)/i;

/** The separator that a first line `sep=;` names, if there is such a line. */
export function namedSeparator(text: string): Separator | undefined {
  return SEP_LINE.exec(text)?.[1] as Separator | undefined;
}

/** The rows of a text, at most `maxRows` of them; a byte order mark and a `sep=` line are left out. */
export function readDelimited(text: string, separator: Separator, maxRows = MAX_ROWS): Table {
  const named = SEP_LINE.exec(text);
  const start = named === null ? (text.startsWith('\uFEFF') ? 1 : 0) : named[0].length;
  const reader = new Reader(text, start, named === null ? 1 : 2);
  const rows: TableRow[] = [];
  while (!reader.isDone) {
    if (rows.length === maxRows) return { rows, isCut: hasWords(text, reader.at) };
    rows.push(separator === 'space' ? reader.spacedRow() : reader.row(separator));
  }
  return { rows, isCut: false };
}

function hasWords(text: string, from: number): boolean {
  return /\S/.test(text.slice(from));
}

class Reader {
  readonly #text: string;
  #at: number;
  #line: number;
  /** Once a quote had no end, the quotes after it are taken as they stand, so that time stays linear. */
  #isQuoteLiteral = false;

  constructor(text: string, start: number, line: number) {
    this.#text = text;
    this.#at = start;
    this.#line = line;
  }

  get at(): number {
    return this.#at;
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  row(separator: Exclude<Separator, 'space'>): TableRow {
    const line = this.#line;
    const cells: Cell[] = [];
    for (;;) {
      const cell = this.#quoted(separator) ?? this.#bare(separator);
      if (cells.length < MAX_COLUMNS) cells.push(cell);
      if (this.#text[this.#at] !== separator) break;
      this.#at += 1;
    }
    this.#endLine();
    return { line, cells };
  }

  spacedRow(): TableRow {
    const line = this.#line;
    const words = this.#bare('\n').trim();
    this.#endLine();
    const [, first = words, rest] = /^(\S+)\s+(.+)$/.exec(words) ?? [];
    return { line, cells: rest === undefined ? [first] : [first, rest] };
  }

  /** What stands before the separator or the end of the line. */
  #bare(separator: string): string {
    const from = this.#at;
    let to = from;
    for (; to < this.#text.length; to += 1) {
      const char = this.#text[to];
      if (char === separator || char === '\n' || char === '\r') break;
    }
    this.#at = to;
    return this.#text.slice(from, to);
  }

  /** A cell in quotes, or undefined when none begins here or its quote never ends. */
  #quoted(separator: string): string | undefined {
    if (this.#text[this.#at] !== '"' || this.#isQuoteLiteral) return undefined;
    let from = this.#at + 1;
    for (;;) {
      const quote = this.#text.indexOf('"', from);
      if (quote < 0) {
        this.#isQuoteLiteral = true;
        return undefined;
      }
      const next = this.#text[quote + 1];
      if (next === undefined || next === separator || next === '\n' || next === '\r') {
        return this.#take(quote);
      }
      from = next === '"' ? quote + 2 : quote + 1;
    }
  }

  #take(quote: number): string {
    const inside = this.#text.slice(this.#at + 1, quote);
    this.#line += inside.split(LINE_BREAK).length - 1;
    this.#at = quote + 1;
    return inside.replaceAll('""', '"');
  }

  #endLine(): void {
    if (this.isDone) return;
    const isPair = this.#text[this.#at] === '\r' && this.#text[this.#at + 1] === '\n';
    this.#at += isPair ? 2 : 1;
    this.#line += 1;
  }
}
