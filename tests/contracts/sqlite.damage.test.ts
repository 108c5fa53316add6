/** Damaged database files: what the journal makes of them. Rules: `server/journal/SPEC.md`. */
import { createHash } from 'node:crypto';
import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../server/journal/port.ts';
import { journalReads, journalWrites, unpacked } from '../../server/journal/sqlite/statements.ts';
import { recordsWrites } from '../../server/records/sqlite/statements.ts';
import { OpenFailure, openForWriting } from '../../server/sqlite/database.ts';
import type { StoreEvent } from '../../server/sqlite/events.ts';
import { problemOf } from '../../server/sqlite/problem.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { appendUntilKilled, numbersIn } from './kill.ts';
import { aSheetId, chooseSeed, seeded, temporaryFolder, textBytes, textOf } from './support.ts';

const PAGE = 4096;
const UNREADABLE = { code: 'sheet.unreadable' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'helhetsmodellen.sqlite');
});

afterEach(() => folder.remove());

function unpackedFrom(reads: ReturnType<typeof journalReads>, sheetId: SheetId) {
  const stored = reads.load({ sheetId });
  return stored === undefined ? undefined : unpacked(stored);
}

describe('one damaged sheet', () => {
  /** Long enough that each sheet has pages of its own. */
  const long = (text: string) => textBytes(text.repeat(2000));
  let hurt: SheetId;
  let spared: SheetId;

  beforeEach(async () => {
    hurt = aSheetId();
    spared = aSheetId();
    const store = await openSqliteStore({ file });
    for (const [sheetId, name] of [
      [spared, 'spared'],
      [hurt, 'hurt'],
    ] as const) {
      const sheet = { sheetId, kind: 'dypdykk', createdAt: 1, programId: undefined } as const;
      await store.records.createSheet(sheet, [], long(`${name} state `));
      for (const number of [1, 2, 3]) {
        await store.journal.append(sheetId, [long(`${name} update ${number} `)]);
      }
    }
    await store.close();
  });

  function withSql(sql: string): void {
    const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    const hurtRow = db.prepare('SELECT sheet FROM journal_sheet WHERE sheet_id = ?').get(hurt);
    db.exec(sql.replaceAll('$hurt', String(hurtRow?.['sheet'])));
    db.close();
  }

  async function withBytes(change: (bytes: Buffer) => void): Promise<void> {
    const bytes = await readFile(file);
    change(bytes);
    await writeFile(file, bytes);
  }

  function placeOf(bytes: Buffer, text: string, times = 3): number {
    const at = bytes.indexOf(text.repeat(times));
    if (at < 0) throw new Error(`Not in the file: ${text}`);
    return at;
  }

  const damages: [string, () => Promise<void> | void][] = [
    [
      'a flipped bit in an update',
      () =>
        withBytes((bytes) => {
          const at = placeOf(bytes, 'hurt update 2 ');
          bytes[at] = (bytes[at] ?? 0) ^ 1;
        }),
    ],
    [
      'a flipped bit in the snapshot',
      () =>
        withBytes((bytes) => {
          const at = placeOf(bytes, 'hurt state ');
          bytes[at] = (bytes[at] ?? 0) ^ 0x80;
        }),
    ],
    [
      'a page of zeros',
      () =>
        withBytes((bytes) => {
          // A page that is full of it, which no neighbour shares.
          const page = Math.floor(placeOf(bytes, 'hurt update 2 ', 250) / PAGE);
          bytes.fill(0, page * PAGE, (page + 1) * PAGE);
        }),
    ],
    ['a lost update', () => withSql('DELETE FROM journal_update WHERE place = $hurt << 32 | 2')],
    [
      'a lost last update',
      () => withSql('DELETE FROM journal_update WHERE place = $hurt << 32 | 3'),
    ],
    ['a lost snapshot', () => withSql('DELETE FROM journal_snapshot WHERE sheet = $hurt')],
    [
      'an update in the wrong place',
      () =>
        withSql(`
          UPDATE journal_update SET place = place + 10 WHERE place >> 32 = $hurt;
          UPDATE journal_update SET place = ($hurt << 33 | 14) - place WHERE place >> 32 = $hurt`),
    ],
    [
      'a count that is too low',
      () => withSql('UPDATE journal_sheet SET last_seq = 2 WHERE sheet = $hurt'),
    ],
    [
      'a count that is too high',
      () => withSql('UPDATE journal_sheet SET last_seq = 9 WHERE sheet = $hurt'),
    ],
    [
      'a count past all numbers',
      () => withSql(`UPDATE journal_sheet SET last_seq = ${2n ** 60n} WHERE sheet = $hurt`),
    ],
    ['a lost head', () => withSql('DELETE FROM journal_sheet WHERE sheet = $hurt')],
  ];

  it.each(damages)('SQ-7 SQ-8 is found and left alone: %s', async (_what, damage) => {
    await damage();
    const events: StoreEvent[] = [];
    const store = await openSqliteStore({ file, onEvent: (event) => events.push(event) });
    const { journal } = store;
    await expect(journal.load(hurt)).rejects.toMatchObject(UNREADABLE);
    await expect(journal.append(hurt, [textBytes('over it')])).rejects.toMatchObject(UNREADABLE);
    await expect(journal.compact(hurt, 0, textBytes('over it'))).rejects.toMatchObject(UNREADABLE);
    await expect(journal.load(hurt)).rejects.toMatchObject(UNREADABLE);
    const told = events.filter((event) => event.type === 'sheet.damaged');
    expect(told).toMatchObject([{ sheetId: hurt }]);

    await journal.append(spared, [textBytes('goes on')]);
    const stored = await journal.load(spared);
    expect(stored?.snapshot).toEqual(long('spared state '));
    expect(stored?.updates.map(textOf).at(-1)).toBe('goes on');
    await store.close();
    expect((await readFile(file)).includes('over it')).toBe(false);
  });

  it('SQ-7 calls the store unavailable when damage is no sheet', async () => {
    const store = await openSqliteStore({ file });
    const other = new DatabaseSync(file, { timeout: 5_000 });
    other.exec('DELETE FROM heartbeat');
    other.close();
    await expect(store.journal.check()).rejects.toMatchObject({ code: 'store.unavailable' });
    await store.journal.append(spared, [textBytes('goes on')]);
    await store.close();
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('SQ-8 refuses appends to a sheet whose damage the append itself meets', async () => {
    withSql('UPDATE journal_sheet SET last_seq = 1 WHERE sheet = $hurt');
    const store = await openSqliteStore({ file });
    await expect(store.journal.append(hurt, [textBytes('x')])).rejects.toMatchObject(UNREADABLE);
    await expect(store.journal.load(hurt)).rejects.toMatchObject(UNREADABLE);
    await store.close();
  });
});

describe('random damage', () => {
  const TRIALS = 150;
  const SHEETS = 15;

  /** A database of some sheets, each with a snapshot or without, and what each of them holds. */
  function buildDatabase(random: () => number): Map<SheetId, StoredDocument> {
    const db = openForWriting({ file, busyTimeoutMs: 100 });
    const journal = journalWrites(db);
    const records = recordsWrites(db, journal);
    const reads = journalReads(db);
    const bytes = (most: number) => {
      return Uint8Array.from({ length: Math.floor(random() ** 3 * most) }, () => random() * 256);
    };
    const expected = new Map<SheetId, StoredDocument>();
    for (let i = 0; i < SHEETS; i += 1) {
      const sheetId = aSheetId(random);
      const sheet = { sheetId, kind: 'dypdykk', createdAt: 1, programId: undefined } as const;
      db.exec('BEGIN');
      records.createSheets({ documents: [{ sheet, keys: [], state: bytes(20_000) }] });
      for (let n = 0; n < 40; n += 1) journal.append({ sheetId, updates: [bytes(1500)] });
      const through = Math.floor(random() * 40);
      if (random() < 0.5) journal.compact({ sheetId, through, state: bytes(30_000) });
      db.exec('COMMIT');
      const stored = unpackedFrom(reads, sheetId);
      if (stored !== undefined) expected.set(sheetId, stored);
    }
    db.close();
    return expected;
  }

  function damage(bytes: Buffer, random: () => number): Buffer {
    const any = (limit: number) => Math.floor(random() * limit);
    const page = any(bytes.length / PAGE) * PAGE;
    const kinds = [
      () => {
        const at = any(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << any(8));
        return bytes;
      },
      () => bytes.fill(any(256), page + any(PAGE / 2), page + PAGE),
      () => bytes.fill(0, page, page + PAGE),
      () => {
        const other = any(bytes.length / PAGE) * PAGE;
        bytes.copy(bytes, page, other, other + PAGE);
        return bytes;
      },
      () => bytes.subarray(0, PAGE + any(bytes.length - PAGE)),
    ];
    return kinds[any(kinds.length)]?.() ?? bytes;
  }

  const seed = chooseSeed();
  it(`SQ-7 never yields what was not stored (SEED=${seed})`, async () => {
    const random = seeded(seed);
    const expected = buildDatabase(random);
    const original = await readFile(file);
    const seen = { refusedToOpen: 0, intact: 0, unreadable: 0 };
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const copy = join(folder.path, `copy-${trial}.sqlite`);
      await writeFile(copy, damage(Buffer.from(original), random));
      const db = openOrRefuse(copy);
      if (db === undefined) {
        seen.refusedToOpen += 1;
        continue;
      }
      const reads = journalReads(db);
      for (const [sheetId, document] of expected) {
        const found = loadOrProblem(reads, sheetId);
        if (found === 'damaged') seen.unreadable += 1;
        else {
          expect(digestOf(found), `trial ${trial}, sheet ${sheetId}`).toBe(digestOf(document));
          seen.intact += 1;
        }
      }
      db.close();
    }
    // The damage was neither harmless nor total.
    expect(seen.unreadable).toBeGreaterThan(TRIALS / 10);
    expect(seen.intact).toBeGreaterThan(TRIALS);
  });

  function digestOf(document: StoredDocument | undefined): string | undefined {
    if (document === undefined) return undefined;
    const { snapshot, updates, lastSeq } = document;
    const hash = createHash('sha256').update(snapshot ?? 'none');
    for (const update of updates) hash.update(`;${update.length};`).update(update);
    return hash.update(`;${lastSeq}`).digest('hex');
  }

  function openOrRefuse(copy: string): DatabaseSync | undefined {
    try {
      const db = openForWriting({ file: copy, busyTimeoutMs: 100 });
      journalReads(db);
      return db;
    } catch (error) {
      if (!(error instanceof OpenFailure)) expect(problemOf(error).kind).toBe('damaged');
      return undefined;
    }
  }

  function loadOrProblem(reads: ReturnType<typeof journalReads>, sheetId: SheetId) {
    try {
      return unpackedFrom(reads, sheetId);
    } catch (error) {
      const { kind, message } = problemOf(error);
      if (kind !== 'damaged' && kind !== 'notADatabase') throw new Error(message, { cause: error });
      return 'damaged';
    }
  }
});

describe('a damaged log', () => {
  const TRIALS = 60;
  const ACKS = 500;

  const seed = chooseSeed();
  it(`SQ-9 leaves each sheet a prefix, or unreadable (SEED=${seed})`, async () => {
    const random = seeded(seed);
    const sheets = new Map([1, 2, 3].map(() => [aSheetId(random), 0]));
    await appendUntilKilled(['sqlite', file], sheets, ACKS);
    const log = await readFile(`${file}-wal`);
    let shortened = 0;

    for (let trial = 0; trial < TRIALS; trial += 1) {
      const copy = join(folder.path, `copy-${trial}.sqlite`);
      await copyFile(file, copy);
      await writeFile(`${copy}-wal`, log);
      if (random() < 0.5) await truncate(`${copy}-wal`, Math.floor(random() * log.length));
      else await flipByte(`${copy}-wal`, log, random);

      const db = openForWriting({ file: copy, busyTimeoutMs: 100 });
      const reads = journalReads(db);
      for (const [sheetId, acknowledged] of sheets) {
        const numbers = numbersOrDamage(reads, sheetId);
        if (numbers === undefined) continue;
        expect(numbers, `trial ${trial}`).toEqual(numbers.map((_, i) => i + 1));
        if (numbers.length < acknowledged) shortened += 1;
      }
      db.close();
    }
    expect(shortened).toBeGreaterThan(0);
  });

  async function flipByte(path: string, log: Buffer, random: () => number): Promise<void> {
    const damaged = Buffer.from(log);
    const at = Math.floor(random() * damaged.length);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    await writeFile(path, damaged);
  }

  function numbersOrDamage(reads: ReturnType<typeof journalReads>, sheetId: SheetId) {
    try {
      return numbersIn(unpackedFrom(reads, sheetId));
    } catch (error) {
      expect(problemOf(error).kind).toBe('damaged');
      return undefined;
    }
  }
});
