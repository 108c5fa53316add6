/**
 * The thread that reads, on a connection that cannot write. With a write-ahead log it never waits
 * for the writer: opening a sheet or checking a key takes as long as the read itself.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type JournalReads, journalReads } from '../journal/sqlite/statements.ts';
import { type RecordsReads, recordsReads } from '../records/sqlite/statements.ts';
import { type DatabaseOptions, openForReading, readBeats } from './database.ts';
import { operationsByName } from './operations.ts';
import { answerEach, serve } from './serve.ts';

export interface StoreReads extends JournalReads, RecordsReads {
  readBeats(input: undefined): number;
}

/** Whole documents come after the small questions that every newcomer asks. */
const SLOW: ReadonlySet<string> = new Set<keyof StoreReads>(['load']);

if (parentPort !== null) {
  const options: DatabaseOptions = workerData;
  serve(parentPort, () => {
    const db = openForReading(options);
    const reads: StoreReads = {
      ...journalReads(db),
      ...recordsReads(db),
      readBeats: () => readBeats(db),
    };
    const operations = operationsByName(reads);
    return {
      isSlow: (operation) => SLOW.has(operation),
      run: (calls) => answerEach(operations, calls),
      close: () => db.close(),
    };
  });
}
