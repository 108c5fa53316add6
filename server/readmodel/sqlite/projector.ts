/**
 * From the journal to rows. A document goes through two steps, because when its rows last changed is
 * on record in the main database, which only the store's own thread writes: `prepare` works the rows
 * out and says what is to be recorded, `commit` keeps the rows once that is durable. So the rows
 * never know of a time that a rebuild would not find.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ProgramId } from '../../../shared/ids/ids.ts';
import { readProgram } from '../../../shared/program/snapshot/snapshot.ts';
import { migrate } from '../../../shared/sheet/migrations/migrate.ts';
import { SCHEMA_VERSION } from '../../../shared/sheet/schema/roots.ts';
import { readTables, readVersion } from '../../../shared/sheet/snapshot/snapshot.ts';
import {
  type Look,
  type StoredDocuments,
  storedDocuments,
} from '../../journal/sqlite/documents.ts';
import type { TouchChange } from '../../records/port.ts';
import { touchReads } from '../../records/sqlite/touches.ts';
import { Damage, problemOf } from '../../sqlite/problem.ts';
import type { DocumentId, Projected } from '../port.ts';
import { type ProgramRows, programRows } from '../programRows.ts';
import { projectSheet, type SheetRow, type SheetRows } from '../rows.ts';
import { type RowReads, rowReads } from './readRows.ts';
import { type KnownDocument, type RecordReads, recordReads } from './recordReads.ts';
import { type DocumentState, type RowWrites, rowWrites } from './writeRows.ts';

/** Documents stay in memory up to so many bytes as they are stored. */
const KEPT_BYTES = 8 * 1024 * 1024;

export interface Due {
  readonly documentId: DocumentId;
  /** When it changed, in milliseconds since 1970, as far as anybody knows. */
  readonly at: number;
}

export interface Preparation {
  /** What `commit` can be asked for; the others are on no record. */
  readonly prepared: readonly DocumentId[];
  /** What is to be on record before that. */
  readonly touches: readonly TouchChange[];
}

export interface Committed {
  readonly projected: readonly Omit<Projected, 'lagMs'>[];
  /** Those that were not prepared, because the thread has started anew since. */
  readonly missing: readonly DocumentId[];
}

interface Prepared {
  readonly state: DocumentState;
  readonly sheet?: SheetRows;
  readonly program?: ProgramRows;
}

export class Projector {
  readonly #rows: DatabaseSync;
  readonly #reads: RowReads;
  readonly #writes: RowWrites;
  readonly #documents: StoredDocuments;
  readonly #records: RecordReads;
  readonly #listTouches: ReturnType<typeof touchReads>['listTouches'];
  readonly #prepared = new Map<DocumentId, Prepared>();

  /** `main` can only read the main database; `rows` is the read model's own. */
  constructor(main: DatabaseSync, rows: DatabaseSync) {
    this.#rows = rows;
    this.#reads = rowReads(rows);
    this.#writes = rowWrites(rows);
    this.#documents = storedDocuments(main, KEPT_BYTES);
    this.#records = recordReads(main);
    this.#listTouches = touchReads(main).listTouches;
  }

  /**
   * The documents whose rows are not those of their newest state, those that could not be read among
   * them. The rows of documents that the server does not know are removed.
   */
  due(): readonly DocumentId[] {
    const projected = this.#reads.projected();
    const due: DocumentId[] = [];
    for (const { documentId, programId, lastSeq } of this.#records.all()) {
      const before = projected.get(documentId);
      projected.delete(documentId);
      const isKnown = before?.lastSeq === lastSeq && before.programId === programId;
      if (!isKnown || before.isUnreadable) due.push(documentId);
    }
    this.#inTransaction(() => {
      for (const documentId of projected.keys()) this.#writes.removeDocument(documentId);
    });
    return due;
  }

  /** All documents, to be read from their beginning. */
  everything(): readonly DocumentId[] {
    this.#documents.forgetAll();
    return this.#records.all().map(({ documentId }) => documentId);
  }

  /**
   * Works out the rows. A document that cannot be read does not stop the others. A programme without
   * rows is taken along with its first sheet, which would else be summed over other years than its.
   */
  prepare(due: readonly Due[]): Preparation {
    const touches: TouchChange[] = [];
    const prepared = new Set<DocumentId>();
    for (const { documentId, at } of due) {
      for (const known of this.#withProgram(documentId)) {
        if (prepared.has(known.documentId)) continue;
        prepared.add(known.documentId);
        touches.push(...this.#prepareOne(known, at));
      }
    }
    return { prepared: [...prepared], touches };
  }

  /** Keeps the rows of what was prepared, all in one transaction. */
  commit(documentIds: readonly DocumentId[]): Committed {
    const found = documentIds.flatMap((id) => this.#prepared.get(id) ?? []);
    const missing = documentIds.filter((id) => !this.#prepared.has(id));
    const projected = this.#inTransaction(() => {
      const version = this.#writes.nextVersion();
      return found.map((prepared) => {
        const shownIn = this.#shownIn(prepared);
        this.#put(prepared, version);
        const { documentId, problems, unreadable } = prepared.state;
        return { documentId, shownIn, version, problems, unreadable };
      });
    });
    for (const id of documentIds) this.#prepared.delete(id);
    return { projected, missing };
  }

  #inTransaction<T>(work: () => T): T {
    this.#rows.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.#rows.exec('COMMIT');
      return value;
    } catch (error) {
      if (this.#rows.isTransaction) this.#rows.exec('ROLLBACK');
      throw error;
    }
  }

  /** What is on record of a document, after that of its programme if nobody has seen that yet. */
  #withProgram(documentId: DocumentId): readonly KnownDocument[] {
    const known = this.#records.find(documentId);
    if (known === undefined) return [];
    // A programme's id is its document's.
    const programId = known.programId as DocumentId | null;
    if (programId === null || programId === documentId || this.#reads.isProjected(programId)) {
      return [known];
    }
    const program = this.#records.find(programId);
    return program === undefined ? [known] : [program, known];
  }

  #prepareOne(known: KnownDocument, at: number): readonly TouchChange[] {
    const { documentId } = known;
    try {
      if (known.kind === 'sheet') return this.#prepareSheet(known, at);
      this.#prepareProgram(known);
    } catch (error) {
      const { kind, message } = problemOf(error);
      // What has nothing to do with this document is tried again.
      if (kind === 'busy' || kind === 'io') throw error;
      this.#documents.forget(documentId);
      const unreadable = { lastSeq: 0, problems: 0, unreadable: message };
      this.#prepared.set(documentId, { state: { ...stateOf(known), ...unreadable } });
    }
    return [];
  }

  #prepareProgram(known: KnownDocument): void {
    const { seen, lastSeq } = this.#see(known, PROGRAM_LOOK);
    // A programme's id is its document's.
    const program = programRows(known.documentId as string as ProgramId, seen);
    const read = { lastSeq, problems: program.problems, unreadable: null };
    this.#prepared.set(known.documentId, { state: { ...stateOf(known), ...read }, program });
  }

  #prepareSheet(known: KnownDocument, at: number): readonly TouchChange[] {
    const { documentId: sheetId, programId, createdAt } = known;
    const { seen, lastSeq } = this.#see(known, SHEET_LOOK);
    const { tables, problems } = seen;
    const place = { sheetId, programId, createdAt };
    const before = this.#listTouches({ sheetId });
    const { rows, touched, gone } = projectSheet(place, tables, problems, { known: before, at });
    const read = { lastSeq, problems, unreadable: null };
    this.#prepared.set(sheetId, { state: { ...stateOf(known), ...read }, sheet: rows });
    return touched.size + gone.length === 0 ? [] : [{ sheetId, touched, gone }];
  }

  #see<T>({ documentId }: KnownDocument, look: Look<T>) {
    const found = this.#documents.see(documentId, look);
    if (found === undefined) throw new Damage('It is on record, but not in the journal.');
    return found;
  }

  #put({ state, sheet, program }: Prepared, version: number): void {
    this.#writes.putDocument(state, version);
    if (state.kind === 'sheet') this.#writes.putSheet(state.documentId, sheet);
    else this.#writes.putProgram(state.documentId, program);
  }

  /** Asked before the new rows replace the old ones: where a sheet was shown counts too. */
  #shownIn({ state, sheet }: Prepared): readonly DocumentId[] {
    const { documentId, kind, programId } = state;
    if (kind === 'program') {
      return [documentId, ...this.#reads.sheetsOf(documentId as string as ProgramId)];
    }
    const before = this.#reads.sheet(documentId);
    const above = [before?.sheet, sheet?.sheet].flatMap((row) => placesOf(row));
    const isElsewhere = linksOf(before) !== linksOf(sheet);
    const own = isElsewhere ? [documentId] : [];
    return [
      ...new Set([...above, ...(programId === null ? [] : [programId as DocumentId]), ...own]),
    ];
  }
}

const SHEET_LOOK: Look<{ tables: ReturnType<typeof readTables>; problems: number }> = {
  isCurrent: (doc) => readVersion(doc) >= SCHEMA_VERSION,
  bringUpToDate: (copy) => void migrate(copy, { origin: { kind: 'server', undoable: false } }),
  read: (doc) => {
    const problems: Parameters<typeof readTables>[1] = [];
    return { tables: readTables(doc, problems), problems: problems.length };
  },
};

const PROGRAM_LOOK: Look<ReturnType<typeof readProgram>> = {
  isCurrent: () => true,
  bringUpToDate: () => {},
  read: readProgram,
};

function stateOf({ documentId, kind, programId }: KnownDocument) {
  return { documentId, kind, programId };
}

function placesOf(row: SheetRow | undefined): readonly DocumentId[] {
  const places = [row?.programId as DocumentId | null | undefined, row?.parentSheetId];
  return places.filter((place) => place !== null && place !== undefined);
}

/** All that ties a sheet to others, for comparing. */
function linksOf(rows: SheetRows | undefined): string {
  const dypdykk = rows?.tiltak.flatMap(({ dypdykkId }) => dypdykkId ?? []);
  return JSON.stringify([rows && placesOf(rows.sheet), dypdykk]);
}
