/**
 * The portfolios that were asked for lately, in memory, and brought up to date from the rows
 * whenever one is asked for again.
 */
import type { ProgramId, SheetId } from '../../../shared/ids/ids.ts';
import { Portfolio } from '../portfolio/portfolio.ts';
import { unknownProgram } from '../programRows.ts';
import type { RowReads } from './readRows.ts';

/** Portfolios are kept for so many sheets together; the one that is asked for always is. */
const KEPT_SHEETS = 10_000;

interface Kept {
  readonly portfolio: Portfolio;
  readonly sheets: Set<SheetId>;
}

export class Programs {
  readonly #reads: RowReads;
  /** The one used last is last. */
  readonly #kept = new Map<ProgramId, Kept>();
  #version = 0;

  constructor(reads: RowReads) {
    this.#reads = reads;
  }

  /** Which version of the rows the last `find` has seen. */
  get version(): number {
    return this.#version;
  }

  /** The portfolio as the rows are now; empty for a programme that nothing is known of. */
  find(programId: ProgramId): Portfolio {
    this.#catchUp();
    const found = this.#kept.get(programId) ?? this.#load(programId);
    this.#kept.delete(programId);
    this.#kept.set(programId, found);
    this.#forgetOld();
    return found.portfolio;
  }

  #load(programId: ProgramId): Kept {
    const portfolio = new Portfolio(this.#reads.program(programId) ?? unknownProgram(programId));
    const kept = { portfolio, sheets: new Set<SheetId>() };
    for (const sheetId of this.#reads.sheetsOf(programId)) this.#put(kept, sheetId);
    return kept;
  }

  #catchUp(): void {
    const version = this.#reads.version();
    if (version === this.#version) return;
    for (const { documentId, kind, programId } of this.#reads.changedSince(this.#version)) {
      for (const [id, kept] of this.#kept) {
        if (kind === 'program') {
          if (id === programId) {
            kept.portfolio.setProgram(this.#reads.program(id) ?? unknownProgram(id));
          }
        } else if (id === programId) this.#put(kept, documentId);
        else if (kept.sheets.delete(documentId)) kept.portfolio.removeSheet(documentId);
      }
    }
    this.#version = version;
  }

  #put({ portfolio, sheets }: Kept, sheetId: SheetId): void {
    const rows = this.#reads.sheet(sheetId);
    if (rows === undefined) {
      if (sheets.delete(sheetId)) portfolio.removeSheet(sheetId);
      return;
    }
    sheets.add(sheetId);
    portfolio.putSheet(rows);
  }

  #forgetOld(): void {
    let sheets = 0;
    for (const [id, kept] of [...this.#kept].reverse()) {
      const isFirst = sheets === 0;
      sheets += kept.sheets.size;
      if (!isFirst && sheets > KEPT_SHEETS) this.#kept.delete(id);
    }
  }
}
