/** When rows last changed, inside the store threads: their SQL. */
import type { DatabaseSync } from 'node:sqlite';
import type { TouchChange, Touches, TouchRecord } from '../port.ts';
import { numberFrom, textFrom } from './rows.ts';

export interface TouchWrites {
  recordTouches(input: { changes: readonly TouchChange[] }): void;
}

export interface TouchReads {
  listTouches(input: { sheetId: string }): Touches;
}

export function touchWrites(db: DatabaseSync): TouchWrites {
  const put = db.prepare(
    'INSERT OR REPLACE INTO touched (sheet_id, entity, fingerprint, at) VALUES (?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM touched WHERE sheet_id = ? AND entity = ?');
  return {
    recordTouches({ changes }) {
      for (const { sheetId, touched, gone } of changes) {
        for (const [entity, { fingerprint, at }] of touched) {
          put.run(sheetId, entity, fingerprint, at);
        }
        for (const entity of gone) remove.run(sheetId, entity);
      }
    },
  };
}

export function touchReads(db: DatabaseSync): TouchReads {
  const select = db.prepare('SELECT entity, fingerprint, at FROM touched WHERE sheet_id = ?');
  return {
    listTouches: ({ sheetId }) =>
      new Map(
        select
          .all(sheetId)
          .map((row): [string, TouchRecord] => [
            textFrom(row, 'entity'),
            { fingerprint: textFrom(row, 'fingerprint'), at: numberFrom(row, 'at') },
          ]),
      ),
  };
}
