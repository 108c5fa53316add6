import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beat, openForReading, openForWriting, readBeats } from './database.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';

describe('the database file', () => {
  let folder: string;
  let options: { file: string; busyTimeoutMs: number };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'a3-database-'));
    options = { file: join(folder, 'helhetsmodellen.sqlite'), busyTimeoutMs: 100 };
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function pragma(db: DatabaseSync, name: string): unknown {
    return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  }

  it('SQ-1 is opened so that every commit is synced', () => {
    const db = openForWriting(options);
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'foreign_keys')).toBe(1);
    db.close();
  });

  it('SQ-13 says whose it is and which migrations it has run', () => {
    const db = openForWriting(options);
    expect(pragma(db, 'application_id')).toBe(APPLICATION_ID);
    expect(pragma(db, 'user_version')).toBe(MIGRATIONS.length);
    db.close();
  });

  it('SQ-13 brings a database of every earlier schema up to date, with its content', () => {
    for (let version = 0; version <= MIGRATIONS.length; version += 1) {
      const file = join(folder, `schema-${version}.sqlite`);
      const old = new DatabaseSync(file);
      for (const migration of MIGRATIONS.slice(0, version)) old.exec(migration);
      old.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version}`);
      if (version > 0) old.exec("INSERT INTO setting (name, value) VALUES ('old', 'kept')");
      old.close();

      const db = openForWriting({ ...options, file });
      expect(pragma(db, 'user_version')).toBe(MIGRATIONS.length);
      const kept = db.prepare("SELECT value FROM setting WHERE name = 'old'").get()?.['value'];
      expect(kept).toBe(version > 0 ? 'kept' : undefined);
      db.close();
    }
  });

  it('SQ-13 runs no migration twice', () => {
    openForWriting(options).close();
    const db = openForWriting(options);
    expect(readBeats(db)).toBe(2);
    db.close();
  });

  it('reads on a connection that cannot write', () => {
    const writer = openForWriting(options);
    const reader = openForReading(options);
    const beats = beat(writer);
    expect(readBeats(reader)).toBe(beats);
    expect(() => beat(reader)).toThrow(/readonly/);
    reader.close();
    writer.close();
  });
});
