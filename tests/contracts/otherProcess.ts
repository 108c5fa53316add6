/**
 * Another process that meets the same database file, started by `startOther`:
 *
 * - `serve FILE`: opens the store and keeps it, as another server would.
 * - `try FILE`: opens the store, appends a little until refused, tells how it went, and ends.
 * - `lock FILE`: keeps everybody out, as a tool in exclusive mode would.
 * - `write FILE`: holds the write lock.
 *
 * It prints one JSON line when that is done, and lets go when its standard input ends.
 */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StoreStartError } from '../../server/sqlite/startError.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { Refusal } from '../../shared/errors/catalogue.ts';
import { aSheetId } from './support.ts';

export interface OtherSays {
  readonly done: string;
  /** Of a store that could not start. */
  readonly kind?: string;
  readonly message?: string;
  /** Of `try`: how many appends were acknowledged, how many loaded after the first refusal. */
  readonly acknowledged?: number;
  readonly loaded?: number;
  readonly refusedWith?: string;
}

const MOST_APPENDS = 100;
const APPEND_BYTES = 64 * 1024;

const [mode, file] = process.argv.slice(2);
if (import.meta.main && file !== undefined) {
  if (mode === 'serve') await serve(file);
  else if (mode === 'try') await tryToStore(file);
  else if (mode === 'lock') hold(file, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  else if (mode === 'write') hold(file, 'BEGIN IMMEDIATE');
}

function say(what: OtherSays): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

async function serve(file: string): Promise<void> {
  const store = await openSqliteStore({ file });
  say({ done: 'serve' });
  process.stdin.on('end', () => void store.close()).resume();
}

function hold(file: string, sql: string): void {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(sql);
  say({ done: sql });
  process.stdin.on('end', () => db.close()).resume();
}

async function tryToStore(file: string): Promise<void> {
  try {
    const store = await openSqliteStore({ file, busyTimeoutMs: 200 });
    const sheet = aSheetId();
    let acknowledged = 0;
    try {
      for (; acknowledged < MOST_APPENDS; acknowledged += 1) {
        await store.journal.append(sheet, [new Uint8Array(APPEND_BYTES)]);
      }
      say({ done: 'try', acknowledged });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const loaded = (await store.journal.load(sheet))?.updates.length ?? 0;
      say({ done: 'try', acknowledged, loaded, refusedWith: error.code });
    }
    await store.close();
  } catch (error) {
    if (!(error instanceof StoreStartError)) throw error;
    say({ done: 'try', kind: error.kind, message: error.message });
  }
}
