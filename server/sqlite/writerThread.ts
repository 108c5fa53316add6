/**
 * The thread that writes: the only connection that ever changes the database file. All quick calls
 * that wait together share one transaction and so one sync of the disk.
 */
import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { type JournalWrites, journalWrites } from '../journal/sqlite/statements.ts';
import { type RecordsWrites, recordsWrites } from '../records/sqlite/statements.ts';
import { beat, type DatabaseOptions, openForWriting } from './database.ts';
import { type Operation, operationsByName } from './operations.ts';
import { problemOf } from './problem.ts';
import type { Answer, Call } from './protocol.ts';
import { serve } from './serve.ts';

export interface StoreWrites extends JournalWrites, RecordsWrites {
  beat(input: undefined): number;
}

/** Slow calls get a transaction of their own, so that appends do not wait for their bytes. */
const SLOW: ReadonlySet<string> = new Set<keyof StoreWrites>(['compact']);

if (parentPort !== null) {
  const options: DatabaseOptions = workerData;
  serve(parentPort, () => {
    const db = openForWriting(options);
    const journal = journalWrites(db);
    const writes: StoreWrites = {
      ...journal,
      ...recordsWrites(db, journal),
      beat: () => beat(db),
    };
    const operations = operationsByName(writes);
    return {
      isSlow: (operation) => SLOW.has(operation),
      run: (calls) => commitTogether(db, operations, calls),
      close: () => db.close(),
    };
  });
}

/**
 * Runs the calls in one transaction. When one of them makes it fail, each is tried alone, so that
 * a call that cannot succeed (too large for what is left of the disk, refused by a constraint)
 * does not take its neighbours with it. What strikes all alike is not tried again: waiting out a
 * lock once per call would stop the thread for minutes.
 */
function commitTogether(
  db: DatabaseSync,
  operations: ReadonlyMap<string, Operation>,
  calls: readonly Call[],
): Answer[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const answers = calls.map((call): Answer => {
      const run = operations.get(call.operation);
      if (run === undefined) throw new RangeError(`No operation ${call.operation}.`);
      return { id: call.id, ok: true, value: run(call.input) };
    });
    db.exec('COMMIT');
    return answers;
  } catch (error) {
    // SQLite itself has already rolled back after some errors, such as a full disk.
    if (db.isTransaction) db.exec('ROLLBACK');
    const problem = problemOf(error);
    const strikesAll =
      problem.kind === 'busy' || problem.kind === 'io' || problem.kind === 'readOnly';
    if (calls.length > 1 && !strikesAll) {
      return calls.flatMap((call) => commitTogether(db, operations, [call]));
    }
    return calls.map(({ id }) => ({ id, ok: false, problem }));
  }
}
