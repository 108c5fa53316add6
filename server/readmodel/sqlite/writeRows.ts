/** Putting rows into the read model's file. The caller holds the transaction. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { DocumentId } from '../port.ts';
import type { ProgramRows } from '../programRows.ts';
import type { SheetRows } from '../rows.ts';

/** What is known of a document apart from its rows. */
export interface DocumentState {
  readonly documentId: DocumentId;
  readonly kind: 'sheet' | 'program';
  readonly programId: string | null;
  /** The last update that the rows know of. */
  readonly lastSeq: number;
  readonly problems: number;
  /** Why it could not be read; it has no rows then. */
  readonly unreadable: string | null;
}

export interface RowWrites {
  /** Begins a version, which the documents that are put get. */
  nextVersion(): number;
  putDocument(state: DocumentState, version: number): void;
  /** Replaces all rows of a document; undefined leaves none. */
  putSheet(documentId: DocumentId, rows: SheetRows | undefined): void;
  putProgram(documentId: DocumentId, rows: ProgramRows | undefined): void;
  removeDocument(documentId: DocumentId): void;
}

export function rowWrites(db: DatabaseSync): RowWrites {
  const nextVersion = db.prepare('UPDATE state SET version = version + 1 RETURNING version');
  const remove = {
    document: db.prepare('DELETE FROM document WHERE document_id = ?'),
    program: db.prepare('DELETE FROM program WHERE program_id = ?'),
    sheet: db.prepare('DELETE FROM sheet WHERE sheet_id = ?'),
    tiltak: db.prepare('DELETE FROM tiltak WHERE sheet_id = ?'),
    gevinst: db.prepare('DELETE FROM gevinst WHERE sheet_id = ?'),
    maaling: db.prepare('DELETE FROM maaling WHERE sheet_id = ?'),
  };
  const insert = {
    document: inserter(db, 'document', 7),
    program: inserter(db, 'program', 8),
    sheet: inserter(db, 'sheet', 11),
    tiltak: inserter(db, 'tiltak', 14),
    gevinst: inserter(db, 'gevinst', 15),
    maaling: inserter(db, 'maaling', 11),
  };

  function putSheet(documentId: DocumentId, rows: SheetRows | undefined): void {
    for (const table of ['sheet', 'tiltak', 'gevinst', 'maaling'] as const) {
      remove[table].run(documentId);
    }
    if (rows === undefined) return;
    insert.sheet.run(...sheetValues(rows.sheet));
    rows.tiltak.forEach((row, position) => {
      insert.tiltak.run(documentId, position, ...tiltakValues(row));
    });
    rows.gevinster.forEach((row, position) => {
      insert.gevinst.run(documentId, position, ...gevinstValues(row));
    });
    rows.maalinger.forEach((row, position) => {
      insert.maaling.run(documentId, position, ...maalingValues(row));
    });
  }

  function putProgram(documentId: DocumentId, rows: ProgramRows | undefined): void {
    remove.program.run(documentId);
    if (rows !== undefined) insert.program.run(...programValues(rows));
  }

  return {
    nextVersion: () => Number(nextVersion.get()?.['version']),
    putDocument({ documentId, kind, programId, lastSeq, problems, unreadable }, version) {
      remove.document.run(documentId);
      insert.document.run(documentId, kind, programId, lastSeq, problems, unreadable, version);
    },
    putSheet,
    putProgram,
    removeDocument(documentId) {
      remove.document.run(documentId);
      putSheet(documentId, undefined);
      putProgram(documentId, undefined);
    },
  };
}

function inserter(db: DatabaseSync, table: string, columns: number): StatementSync {
  return db.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
}

/** Values in the order of the table's columns. */
type Values = SQLInputValue[];

function sheetValues(row: SheetRows['sheet']): Values {
  const { sheetId, programId, createdAt, kind, title, date, edition, owner } = row;
  const { enhetId, parentSheetId, parentTiltakId } = row;
  return [
    ...[sheetId, programId, createdAt, kind, title, date, edition, owner],
    ...[enhetId, parentSheetId, parentTiltakId],
  ];
}

function tiltakValues(row: SheetRows['tiltak'][number]): Values {
  const { id, slag, title, description, ansvar, frist, status, beslutning } = row;
  const { dypdykkId, gevinstpotensial, gjennomforbarhet, touchedAt } = row;
  return [
    ...[id, slag, title, description, ansvar, frist, status, beslutning],
    ...[dypdykkId, gevinstpotensial, gjennomforbarhet, touchedAt],
  ];
}

function gevinstValues(row: SheetRows['gevinster'][number]): Values {
  const { id, slag, title, description, tiltak, eier, ansvarlig, realiseresDato } = row;
  const { calculation, estimate, realised, budsjettvirkning, touchedAt } = row;
  return [
    ...[id, slag, title, description, JSON.stringify(tiltak), eier, ansvarlig, realiseresDato],
    ...[calculation, estimate, realised, budsjettvirkning].map((value) => JSON.stringify(value)),
    touchedAt,
  ];
}

function maalingValues(row: SheetRows['maalinger'][number]): Values {
  const { id, name, unit, start, target, frequency, gevinster, series, touchedAt } = row;
  return [
    ...[id, name, unit, JSON.stringify(start), JSON.stringify(target), frequency],
    ...[JSON.stringify(gevinster), JSON.stringify(series), touchedAt],
  ];
}

function programValues(rows: ProgramRows): Values {
  const { programId, name, periodFrom, periodTo, hoursPerAarsverk, gevinstWord } = rows;
  return [
    ...[programId, name, periodFrom, periodTo, hoursPerAarsverk, gevinstWord],
    ...[JSON.stringify(rows.enheter), JSON.stringify(rows.maaltall)],
  ];
}
