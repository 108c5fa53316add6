/**
 * One sheet of an .xlsx file as rows of cells: words, numbers, and days where the workbook says that
 * a number is one. Written for files that may be anything: only what is needed is unpacked, counted
 * while it is; only cells that hold something take room; reading ends at the first row too many.
 */
import {
  type Cell,
  isBlank,
  MAX_COLUMNS,
  MAX_ROWS,
  type Table,
  type TableRow,
} from '../../../../../shared/maaling/table.ts';
import { ArchiveFault, unpack } from './archive.ts';
import { MAX_INFLATED_BYTES } from './limits.ts';
import { cellOf, meaningOf, type NumberMeaning } from './numberFormat.ts';
import { walkXml } from './xml.ts';

export interface WorkbookSheet {
  /** The names of all sheets that are not hidden, in order. */
  readonly sheets: readonly string[];
  /** Which of them this is. */
  readonly index: number;
  readonly table: Table;
}

/** `notWorkbook`: an archive, but no workbook. */
export type WorkbookFault = ArchiveFault['code'] | 'notWorkbook';

/**
 * Letters in all cells together. Many cells may show the same words, which are then sent from the
 * worker once for each.
 */
const MAX_LETTERS = 10_000_000;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Never throws. `index` counts the sheets that are not hidden. */
export function readWorkbook(
  bytes: Uint8Array,
  index: number,
  maxBytes = MAX_INFLATED_BYTES,
): WorkbookSheet | WorkbookFault {
  try {
    const frame = unpack(bytes, (path) => path === WORKBOOK || path === RELATIONS, maxBytes);
    const book = readBook(frame.get(WORKBOOK), frame.get(RELATIONS));
    const sheet = book.sheets[index] ?? book.sheets[0];
    if (sheet === undefined) return 'notWorkbook';
    const { strings, styles } = book;
    const wanted = new Set([sheet.path, strings, styles]);
    const parts = unpack(bytes, (path) => wanted.has(path), maxBytes);
    const table = readSheet(parts.get(sheet.path), {
      strings: readStrings(parts.get(strings)),
      meanings: readMeanings(parts.get(styles)),
      isFrom1904: book.isFrom1904,
    });
    const names = book.sheets.map(({ name }) => name);
    return { sheets: names, index: book.sheets.indexOf(sheet), table };
  } catch (error) {
    return error instanceof ArchiveFault ? error.code : 'damaged';
  }
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly strings: string;
  readonly styles: string;
  readonly isFrom1904: boolean;
}

function readBook(workbook: Uint8Array | undefined, relations: Uint8Array | undefined): Book {
  const paths = new Map<string, string>();
  const kinds = new Map<string, string>();
  visit(relations, (name, attribute) => {
    const [id, target, type] = [attribute('Id'), attribute('Target'), attribute('Type')];
    if (name !== 'Relationship' || id === undefined || target === undefined) return;
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const kind = type?.slice(type.lastIndexOf('/') + 1) ?? '';
    paths.set(id, path);
    kinds.set(kind, path);
  });
  const sheets: { name: string; path: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  visit(workbook, (name, attribute) => {
    if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    const path = name === 'sheet' ? paths.get(attribute('id') ?? '') : undefined;
    if (path === undefined || path.includes('chartsheets/')) return;
    const isHidden = (attribute('state') ?? 'visible') !== 'visible';
    sheets.push({ name: attribute('name') ?? '', path, isHidden });
  });
  return {
    sheets: sheets.filter(({ isHidden }) => !isHidden),
    strings: kinds.get('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: kinds.get('styles') ?? 'xl/styles.xml',
    isFrom1904,
  };
}

/** The strings that cells refer to by number; readings of Asian letters are left out. */
function readStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let words = '';
  let isReading = false;
  walkXml(part, {
    open: (name) => {
      if (name === 'si') words = '';
      if (name === 'rPh') isReading = true;
      return undefined;
    },
    close: (name, text) => {
      if (name === 't' && !isReading) words += text;
      if (name === 'rPh') isReading = false;
      if (name === 'si') strings.push(words);
      return undefined;
    },
  });
  return strings;
}

/** What the numbers of cells mean, by the number of their style. */
function readMeanings(part: Uint8Array | undefined): readonly NumberMeaning[] {
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let isOfCells = false;
  if (part === undefined) return meanings;
  walkXml(part, {
    open: (name, attribute) => {
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'numFmt') {
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      }
      if (name === 'xf' && isOfCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        meanings.push(meaningOf(id, codes.get(id)));
      }
      return undefined;
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
      return undefined;
    },
  });
  return meanings;
}

interface CellReading {
  readonly strings: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly isFrom1904: boolean;
}

function readSheet(part: Uint8Array | undefined, reading: CellReading): Table {
  if (part === undefined) throw new ArchiveFault('damaged');
  const reader = new SheetReader(reading);
  walkXml(part, reader);
  return reader.table;
}

class SheetReader {
  readonly #reading: CellReading;
  readonly #rows: TableRow[] = [];
  #isCut = false;
  #letters = 0;
  #line = 0;
  #column = -1;
  #cells: Cell[] = [];
  #type = 'n';
  #style = 0;
  #words = '';

  constructor(reading: CellReading) {
    this.#reading = reading;
  }

  get table(): Table {
    return { rows: this.#rows, isCut: this.#isCut };
  }

  readonly open = (name: string, attribute: (name: string) => string | undefined): undefined => {
    if (name === 'row') {
      this.#line = positive(attribute('r')) ?? this.#line + 1;
      this.#column = -1;
      this.#cells = [];
    } else if (name === 'c') {
      this.#column = columnOf(attribute('r')) ?? this.#column + 1;
      this.#type = attribute('t') ?? 'n';
      this.#style = Number(attribute('s') ?? 0);
      this.#words = '';
    }
  };

  readonly close = (name: string, text: string): 'stop' | undefined => {
    if (name === 'v' || name === 't') this.#words += text;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') return this.#endRow();
    return name === 'sheetData' ? 'stop' : undefined;
  };

  #endCell(): void {
    const cell = this.#cell();
    if (this.#column >= MAX_COLUMNS || isBlank(cell)) return;
    if (typeof cell === 'string') this.#letters += cell.length;
    if (this.#letters > MAX_LETTERS) throw new ArchiveFault('tooMuch');
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
  }

  #endRow(): 'stop' | undefined {
    if (this.#cells.length === 0) return undefined;
    this.#isCut = this.#rows.length === MAX_ROWS;
    if (this.#isCut) return 'stop';
    this.#rows.push({ line: this.#line, cells: this.#cells });
    return undefined;
  }

  #cell(): Cell {
    const { strings, meanings, isFrom1904 } = this.#reading;
    switch (this.#type) {
      case 'n': {
        if (this.#words === '') return null;
        return cellOf(Number(this.#words), meanings[this.#style] ?? 'number', isFrom1904);
      }
      case 's':
        return strings[Number(this.#words)] ?? null;
      case 'd':
        return { day: this.#words.slice(0, 10) };
      default:
        // Words in the cell itself, the words of a formula, an error such as `#DIV/0!`.
        return this.#words;
    }
  }
}

/** Calls for each element of a part that may be missing. */
function visit(
  part: Uint8Array | undefined,
  open: (name: string, attribute: (name: string) => string | undefined) => void,
): void {
  if (part === undefined) return;
  walkXml(part, {
    open: (name, attribute) => {
      open(name, attribute);
      return undefined;
    },
  });
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
