/** Rows out of pasted text or a chosen file, or why there are none. Nothing is read in part. */
import {
  type BinaryKind,
  decodeText,
  type Encoding,
} from '../../../../../shared/maaling/decode.ts';
import type { SeriesTableOptions } from '../../../../../shared/maaling/seriesTable.ts';
import { optionsFor, readSeriesText } from '../../../../../shared/maaling/seriesText.ts';
import type { TableRow } from '../../../../../shared/maaling/table.ts';
import { MAX_FILE_BYTES } from '../xlsx/limits.ts';
import { type ReadingFault, readInWorker } from '../xlsx/readInWorker.ts';

export interface Source {
  readonly rows: readonly TableRow[];
  readonly options: SeriesTableOptions;
  /** How a text file was read. */
  readonly text?: { readonly encoding: Encoding; readonly looksWrong: boolean };
  /** The sheets of a workbook, and which of them this is. */
  readonly workbook?: { readonly sheets: readonly string[]; readonly index: number };
}

/**
 * `tooLarge`: refused before anything was read; `unreadable`: the browser could not read the file;
 * `tooManyRows`: see `MAX_ROWS`.
 */
export type SourceFault =
  | ReadingFault
  | Exclude<BinaryKind, 'zip'>
  | 'tooLarge'
  | 'unreadable'
  | 'empty'
  | 'tooManyRows';

export function sourceOfText(text: string): Source | SourceFault {
  if (text.length > MAX_FILE_BYTES) return 'tooLarge';
  const { rows, isCut, separator } = readSeriesText(text);
  if (isCut) return 'tooManyRows';
  return { rows, options: optionsFor(separator) };
}

/** `index` is the sheet of a workbook that is read. Never rejects. */
export async function sourceOfFile(
  file: File,
  index: number,
  signal: AbortSignal,
): Promise<Source | SourceFault> {
  if (file.size > MAX_FILE_BYTES) return 'tooLarge';
  const bytes = await bytesOf(file);
  if (bytes === undefined) return 'unreadable';
  if (bytes.length === 0) return 'empty';
  const decoded = decodeText(bytes);
  if (decoded.is === 'binary') {
    return decoded.kind === 'zip' ? sourceOfWorkbook(bytes, index, signal) : decoded.kind;
  }
  const source = sourceOfText(decoded.text);
  if (typeof source === 'string') return source;
  return { ...source, text: { encoding: decoded.encoding, looksWrong: decoded.looksWrong } };
}

async function sourceOfWorkbook(
  bytes: Uint8Array,
  index: number,
  signal: AbortSignal,
): Promise<Source | SourceFault> {
  const read = await readInWorker(bytes, index, signal);
  if (typeof read === 'string') return read;
  const { table, ...workbook } = read;
  if (table.isCut) return 'tooManyRows';
  return { rows: table.rows, options: {}, workbook };
}

/** A file may be moved or locked after it was chosen. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
