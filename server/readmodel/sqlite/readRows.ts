/**
 * Reading rows back. What a column holds is what the same program has written into it, in a file
 * that is thrown away as soon as it is anything else; so the types are taken for granted here.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ProgramId, SheetId } from '../../../shared/ids/ids.ts';
import type { PortfolioProblem } from '../../../shared/portfolio/portfolio.ts';
import type { DocumentId } from '../port.ts';
import type { ProgramRows } from '../programRows.ts';
import type { GevinstRow, MaalingRow, SheetRow, SheetRows, TiltakRow } from '../rows.ts';

export interface ChangedDocument {
  readonly documentId: DocumentId;
  readonly kind: 'sheet' | 'program';
  readonly programId: ProgramId | null;
}

export interface ProjectedState {
  readonly programId: ProgramId | null;
  readonly lastSeq: number;
  readonly isUnreadable: boolean;
}

export interface RowReads {
  /** Sees one state of all tables throughout. */
  inOneReading<T>(read: () => T): T;
  version(): number;
  changedSince(version: number): readonly ChangedDocument[];
  /** What is known of every document that has been projected. */
  projected(): Map<DocumentId, ProjectedState>;
  /** Whether it has been, if only to find that it cannot be read. */
  isProjected(documentId: DocumentId): boolean;
  sheet(sheetId: SheetId): SheetRows | undefined;
  program(programId: ProgramId): ProgramRows | undefined;
  sheetsOf(programId: ProgramId): readonly SheetId[];
  /** Sheets that say they dig into this one, and that it or their programme knows of. */
  childrenOf(sheet: SheetRow): readonly SheetId[];
  problemsOf(programId: ProgramId): readonly PortfolioProblem[];
}

type Row = Readonly<Record<string, unknown>>;

export function rowReads(db: DatabaseSync): RowReads {
  const select = {
    version: db.prepare('SELECT version FROM state'),
    changed: db.prepare('SELECT document_id, kind, program_id FROM document WHERE version > ?'),
    projected: db.prepare('SELECT document_id, program_id, last_seq, unreadable FROM document'),
    problems: db.prepare('SELECT problems FROM document WHERE document_id = ?'),
    sheet: db.prepare('SELECT * FROM sheet WHERE sheet_id = ?'),
    tiltak: db.prepare('SELECT * FROM tiltak WHERE sheet_id = ? ORDER BY position'),
    gevinst: db.prepare('SELECT * FROM gevinst WHERE sheet_id = ? ORDER BY position'),
    maaling: db.prepare('SELECT * FROM maaling WHERE sheet_id = ? ORDER BY position'),
    program: db.prepare('SELECT * FROM program WHERE program_id = ?'),
    sheetsOf: db.prepare(
      "SELECT document_id FROM document WHERE program_id = ? AND kind = 'sheet' AND unreadable IS NULL",
    ),
    children: db.prepare(`
      SELECT sheet_id FROM sheet
      WHERE parent_sheet_id = ?1 AND (
        program_id = ?2 OR sheet_id IN (SELECT dypdykk_id FROM tiltak WHERE sheet_id = ?1)
      )`),
    problemsOf: db.prepare(`
      SELECT document_id, title, problems, unreadable
      FROM document LEFT JOIN sheet ON sheet_id = document_id
      WHERE document.program_id = ? AND document.kind = 'sheet'
        AND (problems > 0 OR unreadable IS NOT NULL)
      ORDER BY document_id`),
  };
  const problemsIn = (documentId: string) => Number(select.problems.get(documentId)?.['problems']);

  return {
    inOneReading(read) {
      db.exec('BEGIN');
      try {
        return read();
      } finally {
        if (db.isTransaction) db.exec('ROLLBACK');
      }
    },
    version: () => Number(select.version.get()?.['version']),
    changedSince: (version) =>
      select.changed.all(version).map((row) => ({
        documentId: row['document_id'] as DocumentId,
        kind: row['kind'] as ChangedDocument['kind'],
        programId: row['program_id'] as ProgramId | null,
      })),
    projected: () =>
      new Map(
        select.projected.all().map((row): [DocumentId, ProjectedState] => [
          of(row, 'document_id'),
          {
            programId: of(row, 'program_id'),
            lastSeq: of(row, 'last_seq'),
            isUnreadable: row['unreadable'] !== null,
          },
        ]),
      ),
    isProjected: (documentId) => select.problems.get(documentId) !== undefined,
    sheet(sheetId) {
      const row = select.sheet.get(sheetId);
      if (row === undefined) return undefined;
      return {
        sheet: sheetFrom(row),
        tiltak: select.tiltak.all(sheetId).map(tiltakFrom),
        gevinster: select.gevinst.all(sheetId).map(gevinstFrom),
        maalinger: select.maaling.all(sheetId).map(maalingFrom),
        problems: problemsIn(sheetId),
      };
    },
    program(programId) {
      const row = select.program.get(programId);
      return row === undefined ? undefined : programFrom(row, problemsIn(programId));
    },
    sheetsOf: (programId) =>
      select.sheetsOf.all(programId).map((row) => row['document_id'] as SheetId),
    childrenOf: ({ sheetId, programId }) =>
      select.children.all(sheetId, programId).map((row) => row['sheet_id'] as SheetId),
    problemsOf: (programId) => select.problemsOf.all(programId).map(problemFrom),
  };
}

/** The column's value, as the type that was written. */
function of<T>(row: Row, column: string): T {
  return row[column] as T;
}

function json<T>(row: Row, column: string): T {
  return JSON.parse(of(row, column)) as T;
}

function sheetFrom(row: Row): SheetRow {
  return {
    sheetId: of(row, 'sheet_id'),
    programId: of(row, 'program_id'),
    createdAt: of(row, 'created_at'),
    kind: of(row, 'kind'),
    title: of(row, 'title'),
    date: of(row, 'date'),
    edition: of(row, 'edition'),
    owner: of(row, 'owner'),
    enhetId: of(row, 'enhet_id'),
    parentSheetId: of(row, 'parent_sheet_id'),
    parentTiltakId: of(row, 'parent_tiltak_id'),
  };
}

function tiltakFrom(row: Row): TiltakRow {
  return {
    id: of(row, 'id'),
    slag: of(row, 'slag'),
    title: of(row, 'title'),
    description: of(row, 'description'),
    ansvar: of(row, 'ansvar'),
    frist: of(row, 'frist'),
    status: of(row, 'status'),
    beslutning: of(row, 'beslutning'),
    dypdykkId: of(row, 'dypdykk_id'),
    gevinstpotensial: of(row, 'gevinstpotensial'),
    gjennomforbarhet: of(row, 'gjennomforbarhet'),
    touchedAt: of(row, 'touched_at'),
  };
}

function gevinstFrom(row: Row): GevinstRow {
  return {
    id: of(row, 'id'),
    slag: of(row, 'slag'),
    title: of(row, 'title'),
    description: of(row, 'description'),
    tiltak: json(row, 'tiltak'),
    eier: of(row, 'eier'),
    ansvarlig: of(row, 'ansvarlig'),
    realiseresDato: of(row, 'realiseres_dato'),
    calculation: json(row, 'calculation'),
    estimate: json(row, 'estimate'),
    realised: json(row, 'realised'),
    budsjettvirkning: json(row, 'budsjettvirkning'),
    touchedAt: of(row, 'touched_at'),
  };
}

function maalingFrom(row: Row): MaalingRow {
  return {
    id: of(row, 'id'),
    name: of(row, 'name'),
    unit: of(row, 'unit'),
    start: json(row, 'start'),
    target: json(row, 'target'),
    frequency: of(row, 'frequency'),
    gevinster: json(row, 'gevinster'),
    series: json(row, 'series'),
    touchedAt: of(row, 'touched_at'),
  };
}

function programFrom(row: Row, problems: number): ProgramRows {
  return {
    programId: of(row, 'program_id'),
    name: of(row, 'name'),
    periodFrom: of(row, 'period_from'),
    periodTo: of(row, 'period_to'),
    hoursPerAarsverk: of(row, 'hours_per_aarsverk'),
    gevinstWord: of(row, 'gevinst_word'),
    enheter: json(row, 'enheter'),
    maaltall: json(row, 'maaltall'),
    problems,
  };
}

function problemFrom(row: Row): PortfolioProblem {
  return {
    sheetId: of(row, 'document_id'),
    title: of(row, 'title'),
    kind: row['unreadable'] === null ? 'illTyped' : 'unreadable',
    count: of(row, 'problems'),
  };
}
