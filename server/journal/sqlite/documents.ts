/**
 * The documents as the journal has them, for a thread that looks at many of them again and again:
 * those used last are kept, and only what has been appended since is applied to them.
 */
import type { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { changesReader } from './statements.ts';

/** How to look at a document of one kind. None of these may write to a document that is current. */
export interface Look<T> {
  readonly isCurrent: (doc: Y.Doc) => boolean;
  /** Brings a copy to the newest schema; what is stored is migrated when somebody opens it. */
  readonly bringUpToDate: (copy: Y.Doc) => void;
  readonly read: (doc: Y.Doc) => T;
}

export interface StoredDocuments {
  /**
   * What is seen in a document, and the number of its last update; undefined when the journal has
   * never heard of it. Throws Damage, what SQLite throws, and what Yjs throws at spoiled bytes.
   */
  see<T>(
    documentId: string,
    look: Look<T>,
  ): { readonly seen: T; readonly lastSeq: number } | undefined;
  /** Reads it from the beginning when it is next looked at. */
  forget(documentId: string): void;
  forgetAll(): void;
}

interface Kept {
  readonly doc: Y.Doc;
  bytes: number;
  lastSeq: number;
}

/** Documents are kept up to so many bytes, encoded; in memory they take about twelve times that. */
export function storedDocuments(db: DatabaseSync, keptBytes: number): StoredDocuments {
  const changesOf = changesReader(db);
  /** The one used last is last. */
  const kept = new Map<string, Kept>();
  let total = 0;

  function forget(documentId: string): void {
    const entry = kept.get(documentId);
    if (entry === undefined) return;
    kept.delete(documentId);
    total -= entry.bytes;
    entry.doc.destroy();
  }

  function keep(documentId: string, entry: Kept, bytes: number): void {
    kept.delete(documentId);
    kept.set(documentId, entry);
    entry.bytes += bytes;
    total += bytes;
    for (const oldest of kept.keys()) {
      if (total <= keptBytes || oldest === documentId) break;
      forget(oldest);
    }
  }

  function upToNow(documentId: string): Kept | undefined {
    const known = kept.get(documentId);
    const changes = changesOf(documentId, known?.lastSeq);
    if (changes === undefined || changes.isWhole) forget(documentId);
    if (changes === undefined) return undefined;
    const entry = kept.get(documentId) ?? { doc: new Y.Doc(), bytes: 0, lastSeq: 0 };
    try {
      // One transaction: the tidying after it runs once, not for each update.
      entry.doc.transact(() => {
        for (const update of changes.updates) Y.applyUpdate(entry.doc, update);
      });
    } catch (error) {
      forget(documentId);
      throw error;
    }
    entry.lastSeq = changes.lastSeq;
    keep(
      documentId,
      entry,
      changes.updates.reduce((sum, { length }) => sum + length, 0),
    );
    return entry;
  }

  return {
    forget,
    forgetAll() {
      for (const documentId of [...kept.keys()]) forget(documentId);
    },
    see(documentId, { isCurrent, bringUpToDate, read }) {
      const entry = upToNow(documentId);
      if (entry === undefined) return undefined;
      const { doc, lastSeq } = entry;
      if (isCurrent(doc)) return { seen: read(doc), lastSeq };
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      bringUpToDate(copy);
      const seen = read(copy);
      copy.destroy();
      return { seen, lastSeq };
    },
  };
}
