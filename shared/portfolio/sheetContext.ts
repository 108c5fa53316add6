/**
 * What `GET /api/sheets/:id/context` answers: the programme that a sheet belongs to, and the sheets
 * above and below it, each told of as far as the caller's keys go.
 *
 * A dypdykk belongs to a virksomhets-A3 when both sides say so: the dypdykk by its `parent`, and the
 * virksomhets-A3 by a tiltak that names it, or by being in the same programme. So nobody can put
 * a sheet under a stranger's, or read sums off one by naming it.
 */
import type { SheetId, TiltakId } from '../ids/ids.ts';
import type {
  PortfolioGevinst,
  PortfolioProgram,
  PortfolioSums,
  PortfolioTiltak,
  ProgramEnhet,
} from './portfolio.ts';

/** What a caller with a key of a dypdykk is shown of it. */
export interface DypdykkContent {
  readonly title: string;
  readonly tiltak: readonly PortfolioTiltak[];
  readonly gevinster: readonly PortfolioGevinst[];
}

export interface Dypdykk {
  readonly sheetId: SheetId;
  /** The tiltak of this sheet that it digs into. */
  readonly tiltakId: TiltakId | null;
  /** In the years of the programme, else of the økonomiplan to come. */
  readonly sums: PortfolioSums;
  /** Null for whoever has no key of it: the sums are all that is told. */
  readonly content: DypdykkContent | null;
}

export interface ParentSheet {
  readonly sheetId: SheetId;
  readonly tiltakId: TiltakId | null;
  /** Null where the other sheet does not know of this one and the caller has no key of it. */
  readonly title: string | null;
}

export interface SheetContext {
  readonly program: PortfolioProgram | null;
  /** The enheter of the programme, to choose from, each before those under it. */
  readonly enheter: readonly ProgramEnhet[];
  readonly parent: ParentSheet | null;
  /** By the order of their tiltak. */
  readonly dypdykk: readonly Dypdykk[];
}

/**
 * The header in which a caller shows keys of other sheets: `<sheetId>=<key>`, separated by commas.
 * A header is neither kept in logs nor in addresses.
 */
export const KEYS_HEADER = 'x-a3-keys';
