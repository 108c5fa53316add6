/**
 * The journal inside the store threads: its SQL, and the checks that find damage. Everything here
 * runs inside a transaction that the thread holds (writes) or that `load` opens (reads).
 */
import type { DatabaseSync } from 'node:sqlite';
import { Damage } from '../../sqlite/problem.ts';
import type { StoredDocument } from '../port.ts';
import { type Checksums, checksumsOf } from './checksum.ts';

export interface JournalWrites {
  append(input: { sheetId: string; updates: readonly Uint8Array[] }): void;
  compact(input: { sheetId: string; through: number; state: Uint8Array }): void;
}

export interface JournalReads {
  load(input: { sheetId: string }): PackedDocument | undefined;
}

/** What has been appended since somebody last looked. */
export interface StoredChanges {
  /** All there is, the snapshot first, where that is not known to be more than what is new. */
  readonly isWhole: boolean;
  readonly updates: readonly Uint8Array[];
  readonly lastSeq: number;
}

/** A StoredDocument whose updates lie end to end in one array, to cross threads cheaply. */
export interface PackedDocument extends Omit<StoredDocument, 'updates'> {
  readonly packed: Uint8Array;
  /** The length of each update, in order. */
  readonly lengths: Uint32Array;
}

/** The updates as views of the packed array. */
export function unpacked({ snapshot, packed, lengths, lastSeq }: PackedDocument): StoredDocument {
  let offset = 0;
  const updates = Array.from(lengths, (length) => {
    offset += length;
    return packed.subarray(offset - length, offset);
  });
  return { snapshot, updates, lastSeq };
}

/** What `journal_sheet` says of a sheet; all its other rows must agree. */
interface Head {
  readonly sheet: number;
  readonly sheetId: string;
  readonly lastSeq: number;
  readonly snapshotSeq: number;
  readonly hasSnapshot: boolean;
}

/** The highest number an update can have. */
const LAST_SEQ = 2 ** 32 - 1;

const SELECT_HEAD = `
  SELECT sheet, sheet_id, last_seq, snapshot_seq, has_snapshot
  FROM journal_sheet WHERE sheet_id = ?`;

export function journalWrites(db: DatabaseSync): JournalWrites {
  const selectHead = db.prepare(SELECT_HEAD);
  const isKnownSheet = db.prepare('SELECT 1 FROM sheet WHERE sheet_id = ?');
  const insertHead = db.prepare(`
    INSERT INTO journal_sheet (sheet_id, last_seq, snapshot_seq, has_snapshot)
    VALUES (?, 0, 0, 0)
    RETURNING sheet, sheet_id, last_seq, snapshot_seq, has_snapshot`);
  const setLastSeq = db.prepare('UPDATE journal_sheet SET last_seq = ? WHERE sheet = ?');
  const setSnapshotSeq = db.prepare(
    'UPDATE journal_sheet SET snapshot_seq = ?, has_snapshot = 1 WHERE sheet = ?',
  );
  const insertUpdate = db.prepare(
    'INSERT OR IGNORE INTO journal_update (place, checksum, bytes) VALUES (? << 32 | ?, ?, ?)',
  );
  const deleteUpdates = db.prepare(
    'DELETE FROM journal_update WHERE place BETWEEN ?1 << 32 AND ?1 << 32 | ?2',
  );
  const putSnapshot = db.prepare(
    'INSERT OR REPLACE INTO journal_snapshot (sheet, checksum, state) VALUES (?, ?, ?)',
  );

  function findOrCreateHead(sheetId: string): Head {
    const found = headFrom(selectHead.get(sheetId), sheetId);
    if (found !== undefined) return found;
    // A sheet on record always has a head: one that is missing was lost, not never written.
    if (isKnownSheet.get(sheetId) !== undefined) throw new Damage('The head row is missing.');
    const created = headFrom(insertHead.get(sheetId), sheetId);
    if (created === undefined) throw new Damage('A new head row is missing.');
    return created;
  }

  return {
    append({ sheetId, updates }) {
      const head = findOrCreateHead(sheetId);
      const checksums = checksumsOf(sheetId);
      let seq = head.lastSeq;
      for (const bytes of updates) {
        seq += 1;
        const { changes } = insertUpdate.run(
          head.sheet,
          seq,
          checksums.ofUpdate(seq, bytes),
          bytes,
        );
        if (changes !== 1) throw new Damage(`Update ${seq} is there before it was written.`);
      }
      setLastSeq.run(seq, head.sheet);
    },

    compact({ sheetId, through, state }) {
      const head = findOrCreateHead(sheetId);
      if (!Number.isSafeInteger(through) || through < 0 || through > head.lastSeq) {
        throw new RangeError(
          `No update ${through} to compact through; the last is ${head.lastSeq}.`,
        );
      }
      // Somebody compacted further meanwhile: this state lacks what theirs already replaced.
      if (through < head.snapshotSeq) return;
      putSnapshot.run(head.sheet, checksumsOf(sheetId).ofSnapshot(through, state), state);
      setSnapshotSeq.run(through, head.sheet);
      deleteUpdates.run(head.sheet, through);
    },
  };
}

export function journalReads(db: DatabaseSync): JournalReads {
  const { inOneReading, headOf, snapshotOf, updatesAfter } = reads(db);

  return {
    load: ({ sheetId }) =>
      inOneReading(() => {
        const head = headOf(sheetId);
        if (head === undefined) return undefined;
        const snapshot = snapshotOf(head);
        return { snapshot, ...packed(updatesAfter(head, head.snapshotSeq)), lastSeq: head.lastSeq };
      }),
  };
}

/**
 * What was appended to a document after update number `seq`, for a reader that keeps documents;
 * undefined when the journal has never heard of it.
 */
export function changesReader(
  db: DatabaseSync,
): (documentId: string, seq: number | undefined) => StoredChanges | undefined {
  const { inOneReading, headOf, snapshotOf, updatesAfter } = reads(db);
  return (documentId, seq) =>
    inOneReading(() => {
      const head = headOf(documentId);
      if (head === undefined) return undefined;
      const { lastSeq } = head;
      if (seq !== undefined && seq >= head.snapshotSeq && seq <= lastSeq) {
        return { isWhole: false, updates: updatesAfter(head, seq), lastSeq };
      }
      const snapshot = snapshotOf(head);
      const updates = updatesAfter(head, head.snapshotSeq);
      return {
        isWhole: true,
        updates: snapshot === undefined ? updates : [snapshot, ...updates],
        lastSeq,
      };
    });
}

function reads(db: DatabaseSync) {
  const selectHead = db.prepare(SELECT_HEAD);
  const isKnownSheet = db.prepare('SELECT 1 FROM sheet WHERE sheet_id = ?');
  const selectSnapshot = db.prepare('SELECT checksum, state FROM journal_snapshot WHERE sheet = ?');
  const selectUpdates = db.prepare(
    `SELECT place & ${LAST_SEQ} AS seq, checksum, bytes FROM journal_update
    WHERE place > ?1 << 32 | ?2 AND place <= ?1 << 32 | ${LAST_SEQ} ORDER BY place`,
  );

  return {
    /** One read transaction, so that a compaction between two statements is not seen as damage. */
    inOneReading<T>(read: () => T): T {
      db.exec('BEGIN');
      try {
        return read();
      } finally {
        if (db.isTransaction) db.exec('ROLLBACK');
      }
    },

    headOf(sheetId: string): Head | undefined {
      const head = headFrom(selectHead.get(sheetId), sheetId);
      if (head === undefined && isKnownSheet.get(sheetId) !== undefined) {
        throw new Damage('The head row is missing.');
      }
      return head;
    },

    snapshotOf: (head: Head) =>
      snapshotFrom(selectSnapshot.get(head.sheet), head, checksumsOf(head.sheetId)),

    updatesAfter: (head: Head, seq: number) =>
      updatesFrom(selectUpdates.all(head.sheet, seq), head, seq),
  };
}

type Row = Readonly<Record<string, unknown>>;

function headFrom(row: Row | undefined, sheetId: string): Head | undefined {
  if (row === undefined) return undefined;
  const sheet = row['sheet'];
  const lastSeq = row['last_seq'];
  const snapshotSeq = row['snapshot_seq'];
  if (
    typeof sheet !== 'number' ||
    typeof lastSeq !== 'number' ||
    typeof snapshotSeq !== 'number' ||
    row['sheet_id'] !== sheetId ||
    snapshotSeq < 0 ||
    snapshotSeq > lastSeq
  ) {
    throw new Damage('The head row contradicts itself.');
  }
  return { sheet, sheetId, lastSeq, snapshotSeq, hasSnapshot: row['has_snapshot'] === 1 };
}

function snapshotFrom(
  row: Row | undefined,
  head: Head,
  checksums: Checksums,
): Uint8Array | undefined {
  if (row === undefined) {
    if (head.hasSnapshot) throw new Damage('The snapshot is missing.');
    if (head.snapshotSeq !== 0) throw new Damage('The head row contradicts itself.');
    return undefined;
  }
  const state = row['state'];
  if (
    !head.hasSnapshot ||
    !(state instanceof Uint8Array) ||
    row['checksum'] !== checksums.ofSnapshot(head.snapshotSeq, state)
  ) {
    throw new Damage('The snapshot is not what was stored.');
  }
  return state;
}

/** The updates after a number, each checked, in order and without gaps. */
function updatesFrom(rows: readonly Row[], head: Head, after: number): Uint8Array[] {
  const checksums = checksumsOf(head.sheetId);
  const updates = rows.map((row, index) => {
    const seq = after + 1 + index;
    const bytes = row['bytes'];
    if (row['seq'] !== seq) throw new Damage(`Update ${seq} is missing.`);
    if (!(bytes instanceof Uint8Array) || row['checksum'] !== checksums.ofUpdate(seq, bytes)) {
      throw new Damage(`Update ${seq} is not what was stored.`);
    }
    return bytes;
  });
  const expected = head.lastSeq - after;
  if (updates.length !== expected) {
    throw new Damage(`There are ${updates.length} updates where ${expected} were stored.`);
  }
  return updates;
}

function packed(updates: readonly Uint8Array[]): Pick<PackedDocument, 'packed' | 'lengths'> {
  const lengths = Uint32Array.from(updates, (bytes) => bytes.length);
  const all = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const bytes of updates) {
    all.set(bytes, offset);
    offset += bytes.length;
  }
  return { packed: all, lengths };
}
