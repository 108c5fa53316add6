/**
 * Keeps a second server away from a data folder that is in use.
 *
 * The lock is an exclusive SQLite transaction on an empty file beside the database, held as long
 * as the store is open. It rests on the operating system's file locks, so the system frees it when
 * the process ends in whatever way, `kill -9` included: no stale lock is ever left for a human to
 * remove, as a file with a process id would. The database itself is not locked with
 * `locking_mode = EXCLUSIVE`, because that would shut out our own reading connection and every
 * backup tool. The main thread holds it, so that a restart of the writing thread does not open a
 * gap. Works on local disks, where a database with a write-ahead log must lie anyway.
 *
 * Never open or read the lock file elsewhere in this process: closing it would free the lock.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { problemOf } from './problem.ts';
import { type StartErrorKind, StoreStartError } from './startError.ts';

const TRY_AGAIN_MS = 50;

export interface InstanceLock {
  release(): void;
}

/**
 * Creates the folder when it is missing and takes the lock, waiting at most `waitMs` for a server
 * that is just stopping. Rejects with StoreStartError.
 */
export async function takeInstanceLock(file: string, waitMs: number): Promise<InstanceLock> {
  makeFolder(file);
  const giveUpAt = performance.now() + waitMs;
  for (;;) {
    const lock = tryToTake(file);
    if (lock !== undefined) return lock;
    if (performance.now() >= giveUpAt) throw new StoreStartError('inUse', { file });
    await pause(TRY_AGAIN_MS);
  }
}

function makeFolder(file: string): void {
  try {
    // Only the server's own user may look in: the sheets are nobody else's business.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreStartError('folder', { file, technical: String(error), cause: error });
  }
}

function tryToTake(file: string): InstanceLock | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    // Nothing is ever written to it, so that it needs no room on the disk either.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    const held = db;
    return { release: () => held.close() };
  } catch (error) {
    db?.close();
    const { kind, message } = problemOf(error);
    if (kind === 'busy') return undefined;
    const startKind: StartErrorKind = kind === 'readOnly' || kind === 'full' ? kind : 'unexpected';
    throw new StoreStartError(startKind, {
      file: `${file}.lock`,
      technical: message,
      cause: error,
    });
  }
}
