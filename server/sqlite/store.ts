/**
 * The embedded store: one SQLite file with the journal and the records, one thread that writes it
 * and one that reads it. Start here; `journal/SPEC.md` has the rules.
 */
import { Worker } from 'node:worker_threads';
import type { Journal } from '../journal/port.ts';
import { createSqliteJournal } from '../journal/sqlite/journal.ts';
import type { Records } from '../records/port.ts';
import { createSqliteRecords } from '../records/sqlite/records.ts';
import type { DatabaseOptions } from './database.ts';
import type { StoreEventListener, StoreThreadName } from './events.ts';
import { takeInstanceLock } from './instanceLock.ts';
import type { OperationsOf } from './protocol.ts';
import type { StoreReads } from './readerThread.ts';
import { createThreadClient } from './threadClient.ts';
import type { StoreWrites } from './writerThread.ts';

export interface SqliteStoreOptions {
  /** The database file; its folder is created when missing. */
  readonly file: string;
  /** How long to wait for another process's lock before refusing. */
  readonly busyTimeoutMs?: number;
  /** How long to wait for another server to leave the folder before refusing to start. */
  readonly lockWaitMs?: number;
  readonly onEvent?: StoreEventListener;
  /** Starts a store thread; tests pass their own to get hold of it. */
  readonly startThread?: (name: StoreThreadName, options: DatabaseOptions) => Worker;
}

export interface Store {
  readonly journal: Journal;
  readonly records: Records;
  /** Makes durable what was appended, then lets go of the file. Later calls are refused. */
  close(): Promise<void>;
}

const DEFAULT_BUSY_TIMEOUT_MS = 5_000;
const DEFAULT_LOCK_WAIT_MS = 2_000;

const THREADS = {
  writer: new URL('./writerThread.ts', import.meta.url),
  reader: new URL('./readerThread.ts', import.meta.url),
} as const satisfies Record<StoreThreadName, URL>;

/**
 * Opens (or creates) the store. Rejects with StoreStartError, whose Norwegian message says what is
 * wrong and what to do; nothing is then left open.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, startThread = startStoreThread, onEvent = () => {} } = options;
  const database = { file, busyTimeoutMs: options.busyTimeoutMs ?? DEFAULT_BUSY_TIMEOUT_MS };
  const lock = await takeInstanceLock(file, options.lockWaitMs ?? DEFAULT_LOCK_WAIT_MS);
  const open: { refuse(): void; close(): Promise<void> }[] = [];

  async function start<Ops extends OperationsOf<Ops>>(name: StoreThreadName) {
    const startThis = () => startThread(name, database);
    const client = createThreadClient<Ops>({ name, file, startThread: startThis, onEvent });
    await client.ready;
    open.unshift(client); // the writer is closed last and tidies the log away
    return client;
  }

  async function close(): Promise<void> {
    for (const client of open) client.refuse();
    for (const client of open) await client.close();
    lock.release();
  }

  try {
    const writer = await start<StoreWrites>('writer');
    const reader = await start<StoreReads>('reader');
    return {
      journal: createSqliteJournal({ writer, reader, onEvent }),
      records: createSqliteRecords({ writer, reader }),
      close: once(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts the real thread of this name; a test may keep hold of it. */
export function startStoreThread(name: StoreThreadName, options: DatabaseOptions): Worker {
  return new Worker(THREADS[name], { name: `store-${name}`, workerData: options });
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
