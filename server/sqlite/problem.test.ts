import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Damage, problemOf } from './problem.ts';

function sqliteError(errcode: number): Error {
  return Object.assign(new Error('as SQLite says it'), { code: 'ERR_SQLITE_ERROR', errcode });
}

describe('problems', () => {
  it.each([
    [5, 'busy'],
    [517, 'busy'], // BUSY_SNAPSHOT
    [13, 'full'],
    [8, 'readOnly'],
    [1544, 'readOnly'], // READONLY_DIRECTORY
    [14, 'readOnly'],
    [10, 'io'],
    [1034, 'io'], // IOERR_FSYNC
    [522, 'damaged'], // IOERR_SHORT_READ: the file ends before the page does
    [11, 'damaged'],
    [267, 'damaged'], // CORRUPT_VTAB
    [26, 'notADatabase'],
    [2067, 'bug'], // CONSTRAINT_UNIQUE
    [1, 'bug'],
  ])('tells what result code %i means', (code, kind) => {
    expect(problemOf(sqliteError(code))).toEqual({
      kind,
      message: `as SQLite says it (SQLite ${code})`,
    });
  });

  it('reads the code of a real error', () => {
    const db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE t (bytes BLOB); PRAGMA max_page_count = 4');
    const fill = () => db.exec('INSERT INTO t VALUES (randomblob(100000))');
    expect(caught(fill)).toMatchObject({ kind: 'full' });
    db.close();
  });

  it('knows damage that our own checks found, and mistakes', () => {
    expect(problemOf(new Damage('row 3')).kind).toBe('damaged');
    expect(problemOf(new RangeError('no')).kind).toBe('bug');
    expect(problemOf('thrown text')).toEqual({ kind: 'bug', message: 'thrown text' });
  });

  it('takes a number past all we store for damage', () => {
    const db = new DatabaseSync(':memory:');
    const read = () => db.prepare('SELECT 1 << 60 AS number').get();
    expect(caught(read)).toMatchObject({ kind: 'damaged' });
    db.close();
  });
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return problemOf(error);
  }
}
