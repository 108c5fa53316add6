/**
 * Opens the database file inside a store thread. The writer checks that the file is ours, brings
 * its schema up to date and proves that it can write; nothing is changed before the checks pass.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';
import { Damage, problemOf } from './problem.ts';
import type { StartErrorKind } from './startError.ts';

/** How large a log file may stay on disk after a checkpoint has emptied it. */
const LOG_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;
/** A database has at least one page, and no page is smaller. */
const SMALLEST_PAGE_BYTES = 512;

export interface DatabaseOptions {
  readonly file: string;
  readonly busyTimeoutMs: number;
}

/** Why opening failed, on its way to the main thread, where it becomes a StoreStartError. */
export class OpenFailure extends Error {
  readonly kind: StartErrorKind;

  constructor(message: string, about: { kind: StartErrorKind; cause?: unknown }) {
    super(message, { cause: about.cause });
    this.name = 'OpenFailure';
    this.kind = about.kind;
  }
}

/** The connection that writes. Throws OpenFailure. */
export function openForWriting(options: DatabaseOptions): DatabaseSync {
  return opening(() => {
    refuseTruncated(options.file);
    createPrivately(options.file);
    const db = new DatabaseSync(options.file, { timeout: options.busyTimeoutMs });
    try {
      refuseForeign(db);
      setUp(db);
      migrate(db);
      beat(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** A connection that can only read, for after the writer has opened. Throws OpenFailure. */
export function openForReading(options: DatabaseOptions): DatabaseSync {
  return opening(() => {
    const db = new DatabaseSync(options.file, { timeout: options.busyTimeoutMs, readOnly: true });
    numberFrom(db, 'PRAGMA user_version');
    return db;
  });
}

/** One small durable write: proof that the store can write. Returns how many there have been. */
export function beat(db: DatabaseSync): number {
  return numberFrom(db, 'UPDATE heartbeat SET beats = beats + 1 WHERE id = 1 RETURNING beats');
}

/** How many beats are durable: proof that the store can read. */
export function readBeats(db: DatabaseSync): number {
  return numberFrom(db, 'SELECT beats FROM heartbeat WHERE id = 1');
}

function opening(open: () => DatabaseSync): DatabaseSync {
  try {
    return open();
  } catch (error) {
    if (error instanceof OpenFailure) throw error;
    const { kind, message } = problemOf(error);
    const startKinds = {
      busy: 'locked',
      full: 'full',
      readOnly: 'readOnly',
      io: 'unexpected',
      damaged: 'damaged',
      notADatabase: 'notADatabase',
      bug: 'unexpected',
    } as const satisfies Record<typeof kind, StartErrorKind>;
    throw new OpenFailure(message, { kind: startKinds[kind], cause: error });
  }
}

/**
 * SQLite takes a file shorter than a page for a new one and writes over it, and throws away the
 * log beside an empty one. An empty file without a log is what a crash at the very first start
 * leaves, and is fine. Sizes only: opening the file here would drop SQLite's locks when closed.
 */
function refuseTruncated(file: string): void {
  const size = sizeOf(file);
  if (size > 0 && size < SMALLEST_PAGE_BYTES) {
    throw new OpenFailure(`The file is only ${size} bytes.`, { kind: 'notADatabase' });
  }
  if (size === 0 && sizeOf(`${file}-wal`) > 0) {
    throw new OpenFailure('The file is empty or missing, but its log is not.', { kind: 'damaged' });
  }
}

/** Nobody else's business, wherever the folder lies; SQLite gives its other files the same rights. */
function createPrivately(file: string): void {
  if (existsSync(file)) return;
  try {
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
  } catch {
    // SQLite meets the same obstacle and names it better.
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function refuseForeign(db: DatabaseSync): void {
  const applicationId = numberFrom(db, 'PRAGMA application_id');
  const tables = numberFrom(db, 'SELECT count(*) FROM sqlite_schema');
  if (applicationId !== APPLICATION_ID && (applicationId !== 0 || tables > 0)) {
    throw new OpenFailure(`Its application id is ${applicationId}.`, { kind: 'foreign' });
  }
  const version = numberFrom(db, 'PRAGMA user_version');
  if (version > MIGRATIONS.length) {
    throw new OpenFailure(`schema ${version}, known ${MIGRATIONS.length}`, { kind: 'newer' });
  }
}

function setUp(db: DatabaseSync): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  if (mode !== 'wal') throw new OpenFailure(`journal mode ${String(mode)}`, { kind: 'unexpected' });
  // FULL syncs the log at every commit. On macOS a sync reaches the disk only with fullfsync.
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA journal_size_limit = ${LOG_SIZE_LIMIT_BYTES};
  `);
}

function migrate(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    const version = numberFrom(db, 'PRAGMA user_version');
    for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
    db.exec(`
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${MIGRATIONS.length};
    `);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function numberFrom(db: DatabaseSync, sql: string): number {
  const row = db.prepare(sql).get();
  const value = row === undefined ? undefined : Object.values(row)[0];
  if (typeof value !== 'number') throw new Damage(`No number from: ${sql}`);
  return value;
}
