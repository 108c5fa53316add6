/**
 * The read model's own file. All in it follows from the main database, so it is never mended or
 * migrated: one that is of another version, or damaged, is thrown away and filled anew.
 */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { problemOf } from '../../sqlite/problem.ts';

/** Counts the changes of `TABLES`, and of what the rows hold. */
const VERSION = 1;
const BUSY_TIMEOUT_MS = 5000;
const LOG_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;

const TABLES = `
  CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
  ) STRICT;
  INSERT INTO state (id, version) VALUES (1, 0);
  CREATE TABLE document (
    document_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    program_id TEXT,
    last_seq INTEGER NOT NULL,
    problems INTEGER NOT NULL,
    unreadable TEXT,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_by_version ON document (version);
  CREATE INDEX document_of_program ON document (program_id);

  CREATE TABLE program (
    program_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    period_from INTEGER,
    period_to INTEGER,
    hours_per_aarsverk REAL NOT NULL,
    gevinst_word TEXT NOT NULL,
    enheter TEXT NOT NULL,
    maaltall TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sheet (
    sheet_id TEXT PRIMARY KEY,
    program_id TEXT,
    created_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    edition TEXT NOT NULL,
    owner TEXT NOT NULL,
    enhet_id TEXT,
    parent_sheet_id TEXT,
    parent_tiltak_id TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sheet_by_parent ON sheet (parent_sheet_id) WHERE parent_sheet_id IS NOT NULL;
  CREATE TABLE tiltak (
    sheet_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    slag TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    ansvar TEXT NOT NULL,
    frist TEXT,
    status TEXT NOT NULL,
    beslutning TEXT NOT NULL,
    dypdykk_id TEXT,
    gevinstpotensial INTEGER,
    gjennomforbarhet INTEGER,
    touched_at INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE gevinst (
    sheet_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    slag TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    tiltak TEXT NOT NULL,
    eier TEXT NOT NULL,
    ansvarlig TEXT NOT NULL,
    realiseres_dato TEXT,
    calculation TEXT NOT NULL,
    estimate TEXT NOT NULL,
    realised TEXT NOT NULL,
    budsjettvirkning TEXT NOT NULL,
    touched_at INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE maaling (
    sheet_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    start TEXT NOT NULL,
    target TEXT NOT NULL,
    frequency TEXT,
    gevinster TEXT NOT NULL,
    series TEXT NOT NULL,
    touched_at INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, position)
  ) STRICT, WITHOUT ROWID;
`;

/** The connection that writes; the file is made anew where it cannot be used. */
export function openRows(file: string): DatabaseSync {
  try {
    const db = open(file);
    if (db !== undefined) return db;
  } catch (error) {
    const { kind } = problemOf(error);
    if (kind !== 'damaged' && kind !== 'notADatabase') throw error;
  }
  forgetRows(file);
  const made = open(file);
  if (made === undefined) throw new Error(`${file} is of another version as soon as it is made.`);
  return made;
}

/** Takes the file away, while nobody has it open. */
export function forgetRows(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

/** A connection that reads, for after the writer has opened. */
export function openRowsForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly: true });
}

/** Undefined when the file is of another version. */
function open(file: string): DatabaseSync | undefined {
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    // What a loss of power takes was projected from what is still there, and is projected again.
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA journal_size_limit = ${LOG_SIZE_LIMIT_BYTES};
    `);
    const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n']);
    if (tables === 0) db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${VERSION}; COMMIT`);
    if (db.prepare('PRAGMA user_version').get()?.['user_version'] === VERSION) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return undefined;
}
