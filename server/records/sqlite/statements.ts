/**
 * The records inside the store threads: their SQL. Every row read is checked against the types it
 * claims, because a damaged page may yield anything.
 */
import type { DatabaseSync } from 'node:sqlite';
import { isRole, type Role } from '../../../shared/access/roles.ts';
import { type ProgramId, parseId } from '../../../shared/ids/ids.ts';
import type { JournalWrites } from '../../journal/sqlite/statements.ts';
import { Damage } from '../../sqlite/problem.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type KeyRecord,
  type NewDocument,
  type Reseal,
  type SheetRecord,
} from '../port.ts';
import {
  type DecisionReads,
  type DecisionWrites,
  decisionReads,
  decisionWrites,
} from './decisions.ts';
import { numberFrom, type Row, sheetIdFrom, textFrom } from './rows.ts';

export interface RecordsWrites extends DecisionWrites {
  createSheets(input: { documents: readonly NewDocument[] }): void;
  moveSheet(input: { sheetId: string; from: string | undefined; to: string | undefined }): boolean;
  rotateKeys(input: {
    sheetId: string;
    roles: readonly Role[];
    added: readonly KeyRecord[];
    at: number;
    resealed: readonly Reseal[];
  }): readonly string[];
  setSetting(input: { name: string; value: string }): void;
}

export interface RecordsReads extends DecisionReads {
  findSheet(input: { sheetId: string }): SheetRecord | undefined;
  listSheets(input: { programId: string }): readonly SheetRecord[];
  findKey(input: { sheetId: string; hash: string }): KeyRecord | undefined;
  listKeys(input: { sheetId: string }): readonly KeyRecord[];
  getSetting(input: { name: string }): string | undefined;
}

const SELECT_SHEET = 'SELECT sheet_id, kind, created_at, program_id FROM sheet';
const SELECT_KEY = `
  SELECT key_id, sheet_id, role, hash, sealed, created_at, revoked_at FROM sheet_key`;

export function recordsWrites(db: DatabaseSync, journal: JournalWrites): RecordsWrites {
  const insertSheet = db.prepare(
    'INSERT INTO sheet (sheet_id, kind, created_at, program_id) VALUES (?, ?, ?, ?)',
  );
  const setProgram = db.prepare(
    'UPDATE sheet SET program_id = ? WHERE sheet_id = ? AND program_id IS ?',
  );
  const insertKey = db.prepare(`
    INSERT INTO sheet_key (key_id, sheet_id, role, hash, sealed, created_at, revoked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const revokeKeys = db.prepare(`
    UPDATE sheet_key SET revoked_at = ?
    WHERE sheet_id = ? AND role = ? AND revoked_at IS NULL
    RETURNING key_id`);
  const setSeal = db.prepare('UPDATE sheet_key SET sealed = ? WHERE key_id = ? AND sheet_id = ?');
  const putSetting = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');

  function addKey(key: KeyRecord, sheetId: string): void {
    if (key.sheetId !== sheetId) throw new RangeError('The key belongs to another sheet.');
    insertKey.run(
      key.keyId,
      key.sheetId,
      key.role,
      key.hash,
      key.sealed ?? null,
      key.createdAt,
      key.revokedAt ?? null,
    );
  }

  return {
    ...decisionWrites(db),

    createSheets({ documents }) {
      for (const { sheet, keys, state } of documents) {
        // The journal first: once the sheet is on record, a journal without it means damage.
        journal.compact({ sheetId: sheet.sheetId, through: 0, state });
        insertSheet.run(sheet.sheetId, sheet.kind, sheet.createdAt, sheet.programId ?? null);
        for (const key of keys) addKey(key, sheet.sheetId);
      }
    },

    moveSheet: ({ sheetId, from, to }) =>
      setProgram.run(to ?? null, sheetId, from ?? null).changes === 1,

    rotateKeys({ sheetId, roles, added, at, resealed }) {
      const revoked = roles.flatMap((role) => revokeKeys.all(at, sheetId, role));
      for (const key of added) addKey(key, sheetId);
      for (const { keyId, sealed } of resealed) {
        const { changes } = setSeal.run(sealed, keyId, sheetId);
        if (changes !== 1) throw new RangeError('The key to seal anew is not on this sheet.');
      }
      return revoked.map((row) => textFrom(row, 'key_id'));
    },

    setSetting({ name, value }) {
      putSetting.run(name, value);
    },
  };
}

export function recordsReads(db: DatabaseSync): RecordsReads {
  const selectSheet = db.prepare(`${SELECT_SHEET} WHERE sheet_id = ?`);
  const selectSheets = db.prepare(
    `${SELECT_SHEET} WHERE program_id = ? ORDER BY created_at, sheet_id`,
  );
  const selectKey = db.prepare(`${SELECT_KEY} WHERE sheet_id = ? AND hash = ?`);
  const selectKeys = db.prepare(`${SELECT_KEY} WHERE sheet_id = ? ORDER BY created_at, rowid`);
  const selectSetting = db.prepare('SELECT value FROM setting WHERE name = ?');

  return {
    ...decisionReads(db),

    findSheet({ sheetId }) {
      const row = selectSheet.get(sheetId);
      return row === undefined ? undefined : sheetFrom(row);
    },
    listSheets: ({ programId }) => selectSheets.all(programId).map(sheetFrom),
    findKey({ sheetId, hash }) {
      const row = selectKey.get(sheetId, hash);
      return row === undefined ? undefined : keyFrom(row);
    },
    listKeys: ({ sheetId }) => selectKeys.all(sheetId).map(keyFrom),
    getSetting({ name }) {
      const row = selectSetting.get(name);
      return row === undefined ? undefined : textFrom(row, 'value');
    },
  };
}

function sheetFrom(row: Row): SheetRecord {
  const kind = row['kind'];
  if (!isDocumentKind(kind)) throw new Damage('A sheet has no known kind.');
  const program = row['program_id'];
  const programId = program === null ? undefined : parseId<ProgramId>(program);
  if (program !== null && programId === undefined) throw new Damage('A programme id is no id.');
  return { sheetId: sheetIdFrom(row), kind, createdAt: numberFrom(row, 'created_at'), programId };
}

function keyFrom(row: Row): KeyRecord {
  const { role, sealed, revoked_at: revokedAt } = row;
  if (!isRole(role)) throw new Damage('A key has no known role.');
  if (sealed !== null && !(sealed instanceof Uint8Array)) throw new Damage('sealed is no blob.');
  return {
    keyId: textFrom(row, 'key_id'),
    sheetId: sheetIdFrom(row),
    role,
    hash: textFrom(row, 'hash'),
    sealed: sealed ?? undefined,
    createdAt: numberFrom(row, 'created_at'),
    revokedAt: revokedAt === null ? undefined : numberFrom(row, 'revoked_at'),
  };
}

function isDocumentKind(value: unknown): value is DocumentKind {
  return typeof value === 'string' && (DOCUMENT_KINDS as readonly string[]).includes(value);
}
