import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openForReading, openForWriting } from '../../sqlite/database.ts';
import { Damage } from '../../sqlite/problem.ts';
import { type Look, storedDocuments } from './documents.ts';
import { journalWrites } from './statements.ts';

const WORDS: Look<string> = {
  isCurrent: () => true,
  bringUpToDate: () => {},
  read: (doc) => doc.getText('words').toString(),
};

describe('documents as the journal has them', () => {
  let folder: string;
  let writer: DatabaseSync;
  let reader: DatabaseSync;
  let journal: ReturnType<typeof journalWrites>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'a3-documents-'));
    const options = { file: join(folder, 'helhetsmodellen.sqlite'), busyTimeoutMs: 100 };
    writer = openForWriting(options);
    reader = openForReading(options);
    journal = journalWrites(writer);
  });

  afterEach(() => {
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Somebody who writes, and whose every word is appended. */
  function aWriter(sheetId: string) {
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => journal.append({ sheetId, updates: [update] }));
    return {
      doc,
      write: (words: string) => doc.getText('words').insert(doc.getText('words').length, words),
      compact: (through: number) =>
        journal.compact({ sheetId, through, state: Y.encodeStateAsUpdate(doc) }),
    };
  }

  it('are seen as they are now, each time', () => {
    const documents = storedDocuments(reader, 1_000_000);
    const { write, compact } = aWriter('first-sheet');
    expect(documents.see('first-sheet', WORDS)).toBeUndefined();
    write('en');
    expect(documents.see('first-sheet', WORDS)).toEqual({ seen: 'en', lastSeq: 1 });
    write(' to');
    write(' tre');
    expect(documents.see('first-sheet', WORDS)).toEqual({ seen: 'en to tre', lastSeq: 3 });
    compact(3);
    write(' fire');
    expect(documents.see('first-sheet', WORDS)).toEqual({ seen: 'en to tre fire', lastSeq: 4 });
    write(' fem');
    compact(5);
    write(' seks');
    const seen = { seen: 'en to tre fire fem seks', lastSeq: 6 };
    expect(documents.see('first-sheet', WORDS)).toEqual(seen);
    expect(documents.see('first-sheet', WORDS)).toEqual(seen);
  });

  it('are read anew when there was no room to keep them', () => {
    const documents = storedDocuments(reader, 10);
    const [first, second] = [aWriter('first-sheet'), aWriter('second-sheet')];
    for (let round = 1; round <= 3; round += 1) {
      first.write('a');
      second.write('b');
      expect(documents.see('first-sheet', WORDS)?.seen).toBe('a'.repeat(round));
      expect(documents.see('second-sheet', WORDS)?.seen).toBe('b'.repeat(round));
    }
  });

  it('are brought up to date on a copy, so that what comes later still fits', () => {
    const documents = storedDocuments(reader, 1_000_000);
    const { write } = aWriter('first-sheet');
    const older: Look<string> = {
      ...WORDS,
      isCurrent: (doc) => doc.getMap('header').has('version'),
      bringUpToDate: (copy) => {
        copy.getMap('header').set('version', 1);
        copy.getText('words').insert(0, 'ny: ');
      },
    };
    write('en');
    expect(documents.see('first-sheet', older)?.seen).toBe('ny: en');
    write(' to');
    expect(documents.see('first-sheet', older)?.seen).toBe('ny: en to');
    expect(documents.see('first-sheet', WORDS)?.seen).toBe('en to');
  });

  it('are never shown when what is stored is damaged', () => {
    const documents = storedDocuments(reader, 1_000_000);
    const { write } = aWriter('first-sheet');
    write('en');
    documents.see('first-sheet', WORDS);
    write(' to');
    writer.exec('UPDATE journal_update SET bytes = zeroblob(9) WHERE (place & 0xffffffff) = 2');
    expect(() => documents.see('first-sheet', WORDS)).toThrow(Damage);
    expect(() => documents.see('first-sheet', WORDS)).toThrow(Damage);
  });
});
