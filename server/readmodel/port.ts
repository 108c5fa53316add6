/**
 * The read model: rows projected from the documents, for the questions that span sheets. It holds
 * nothing of its own: whatever happens to it, it is built anew from the journal and the records, and
 * then answers as before. `tests/contracts` holds the suite that every adapter passes.
 */
import type { ProgramId, SheetId } from '../../shared/ids/ids.ts';
import type {
  PortfolioAnswer,
  PortfolioQuery,
  ProgramSheet,
} from '../../shared/portfolio/portfolio.ts';
import type { SheetContext } from '../../shared/portfolio/sheetContext.ts';
import type { PortfolioExport } from './portfolio/exportRows.ts';

/** A sheet or a programme: journal, rooms and records know all documents by the id of a sheet. */
export type DocumentId = SheetId;

/** JSON in UTF-8, written where it was worked out, so that nobody else spends time on it. */
export interface Json<T> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Never there: says what the bytes parse as. */
  readonly parsesAs?: T;
}

/** A document's rows are those of its newest state. */
export interface Projected {
  readonly documentId: DocumentId;
  /** The programme and the sheets that show something of it. */
  readonly shownIn: readonly DocumentId[];
  /** Grows with every projection. */
  readonly version: number;
  /** From the change until it could be asked for, in milliseconds. */
  readonly lagMs: number;
  /** Things in it that were ill-typed and left out. */
  readonly problems: number;
  /** Why it could not be read; it has no rows then, and the others go on. */
  readonly unreadable: string | null;
}

export interface ReadModel {
  /**
   * Tells that documents have changed, durably: updates were appended, a sheet was created or
   * put into another programme. Returns at once; several changes are projected together, within a
   * second.
   */
  changed(documentIds: Iterable<DocumentId>): void;

  /** Resolves when everything that was told, or was due at the start, is projected. */
  settled(): Promise<void>;

  /** `listener` hears of every projection, once it can be asked for. Answers how to stop. */
  onProjected(listener: (projected: Projected) => void): () => void;

  /**
   * Rejects with Refusal `store.unavailable` when it cannot be asked, as do all questions. A
   * programme that is not known has no sheets.
   */
  portfolio(programId: ProgramId, query: PortfolioQuery): Promise<Json<PortfolioAnswer>>;

  /** All that a query selects, as the rows of an export. */
  exportRows(programId: ProgramId, query: PortfolioQuery): Promise<Json<PortfolioExport>>;

  /** The sheets of a programme, by title. */
  programSheets(programId: ProgramId): Promise<readonly ProgramSheet[]>;

  /**
   * Where a sheet stands; undefined until it is projected. `readable` are the sheets whose keys the
   * caller has shown: of the others nothing is told but sums.
   */
  sheetContext(sheetId: SheetId, readable: ReadonlySet<SheetId>): Promise<SheetContext | undefined>;

  /** Projects every document anew. Resolves when that is done. */
  rebuild(): Promise<Rebuilt>;

  close(): Promise<void>;
}

export interface Rebuilt {
  readonly documents: number;
  /** Those that could not be read, and why. */
  readonly unreadable: readonly { readonly documentId: DocumentId; readonly reason: string }[];
  readonly milliseconds: number;
}
