/**
 * What can go wrong in SQLite, as a value that crosses threads. Every error that SQLite, or a
 * check of ours on what it returned, raises in a store thread becomes one of these kinds.
 */

export type ProblemKind =
  /** Another process holds a lock for longer than the busy timeout. */
  | 'busy'
  /** No room on the disk. */
  | 'full'
  /** The file or its folder may not be written. */
  | 'readOnly'
  /** The operating system failed to read, write or sync. */
  | 'io'
  /** What is stored is not what was stored: a damaged page, row or file. */
  | 'damaged'
  /** The file is no SQLite database. */
  | 'notADatabase'
  /** A mistake in the program: a broken constraint, an impossible argument. */
  | 'bug';

export interface Problem {
  readonly kind: ProblemKind;
  /** For the log, in English. Never holds document content. */
  readonly message: string;
}

/** Thrown in a store thread when what was read contradicts itself. */
export class Damage extends Error {
  override readonly name = 'Damage';
}

/** The low byte of SQLite's result code → kind (https://www.sqlite.org/rescode.html). */
const KINDS: Readonly<Record<number, ProblemKind>> = {
  3: 'readOnly', // PERM
  5: 'busy', // BUSY
  6: 'busy', // LOCKED
  7: 'io', // NOMEM
  8: 'readOnly', // READONLY
  10: 'io', // IOERR
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'readOnly', // CANTOPEN: most often a folder without the right to write
  15: 'busy', // PROTOCOL: lost a race for the lock of the write-ahead log
  26: 'notADatabase', // NOTADB
};

/** Extended codes that say more than their low byte: the file is shorter than it was, or spoilt. */
const EXTENDED_KINDS: Readonly<Record<number, ProblemKind>> = {
  522: 'damaged', // IOERR_SHORT_READ
  8202: 'damaged', // IOERR_DATA
  8458: 'damaged', // IOERR_CORRUPTFS
};

export function problemOf(error: unknown): Problem {
  if (error instanceof Damage) return { kind: 'damaged', message: error.message };
  if (error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE') {
    return { kind: 'damaged', message: error.message }; // no number we store is past 2^53
  }
  const code = resultCode(error);
  const kind = code === undefined ? 'bug' : kindOf(code);
  const message = error instanceof Error ? error.message : String(error);
  return { kind, message: code === undefined ? message : `${message} (SQLite ${code})` };
}

function kindOf(code: number): ProblemKind {
  return EXTENDED_KINDS[code] ?? KINDS[code & 0xff] ?? 'bug';
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}
