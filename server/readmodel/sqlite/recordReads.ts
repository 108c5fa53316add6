/** What the main database knows of the documents themselves: that they exist, and how new they are. */
import type { DatabaseSync } from 'node:sqlite';
import type { ProgramId } from '../../../shared/ids/ids.ts';
import type { DocumentId } from '../port.ts';

export interface KnownDocument {
  readonly documentId: DocumentId;
  readonly kind: 'sheet' | 'program';
  /** Of a programme, its own. */
  readonly programId: ProgramId | null;
  readonly createdAt: number;
  /** The number of its last update. */
  readonly lastSeq: number;
}

export interface RecordReads {
  find(documentId: DocumentId): KnownDocument | undefined;
  all(): readonly KnownDocument[];
}

const SELECT = `
  SELECT sheet.sheet_id, kind, created_at, program_id, last_seq
  FROM sheet LEFT JOIN journal_sheet ON journal_sheet.sheet_id = sheet.sheet_id`;

export function recordReads(main: DatabaseSync): RecordReads {
  const selectOne = main.prepare(`${SELECT} WHERE sheet.sheet_id = ?`);
  const selectAll = main.prepare(SELECT);
  return {
    find(documentId) {
      const row = selectOne.get(documentId);
      return row === undefined ? undefined : knownFrom(row);
    },
    all: () => selectAll.all().map(knownFrom),
  };
}

function knownFrom(row: Readonly<Record<string, unknown>>): KnownDocument {
  const documentId = row['sheet_id'] as DocumentId;
  const kind = row['kind'] === 'program' ? 'program' : 'sheet';
  return {
    documentId,
    kind,
    programId: (kind === 'program' ? documentId : row['program_id']) as ProgramId | null,
    createdAt: Number(row['created_at']),
    // A head that is missing is found, and reported, when the document is read.
    lastSeq: Number(row['last_seq'] ?? 0),
  };
}
