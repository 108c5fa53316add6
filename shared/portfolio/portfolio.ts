/**
 * What `GET /api/programs/:id/portfolio` asks and answers: every tiltak and gevinst of a programme,
 * once each, and sums of which every number can be asked for again as the rows it is made of.
 *
 * - A filter holds the values that count; none means all. Values of one filter are alternatives, the
 *   filters narrow each other.
 * - `WITHOUT` stands for what lacks the thing that is filtered or grouped by.
 * - The sums, counts and items of a group are those of the same query with the group's key as its
 *   filter. So are a stage's, a year's and a flag's.
 * - What stands on several sheets of the programme, because it was imported, is shown and counted
 *   on the oldest of them.
 */
import type { Measure } from '../document/schema/fields.ts';
import type { ByYear, GevinstState, Period } from '../gevinst/amounts.ts';
import type {
  EnhetId,
  GevinstId,
  MaalingId,
  MaaltallId,
  ProgramId,
  SheetId,
  TiltakId,
} from '../ids/ids.ts';
import type { Comparison, GevinstWord, MaaltallBasis } from '../program/schema/vocabulary.ts';
import type { Gevinst, Maaling, Tiltak } from '../sheet/schema/entities.ts';
import {
  BESLUTNINGER,
  type Beslutning,
  GEVINST_SLAG,
  type SheetKind,
  TILTAK_SLAG,
  TILTAK_STATUS,
  type TiltakStatus,
} from '../sheet/schema/vocabulary.ts';

/** What an amount is: estimated and in one of three states, or realised. */
export const PORTFOLIO_STAGES = ['potensial', 'vedtatt', 'avvist', 'realisert'] as const;
export type PortfolioStage = (typeof PORTFOLIO_STAGES)[number];

/**
 * What somebody should look at. `forsinket`: a tiltak past its frist and not finished; a gevinst past
 * its realiseringstidspunkt with nothing realised, or with a måling that is due. `urort`: nothing
 * about it has changed for 30 days. `utenEier`: a tiltak without ansvar, a gevinst without eier.
 * `utenMaaling`: a gevinst that no måling follows. What is finished, stopped or avvist has none.
 */
export const PORTFOLIO_FLAGS = ['forsinket', 'urort', 'utenEier', 'utenMaaling'] as const;
export type PortfolioFlag = (typeof PORTFOLIO_FLAGS)[number];

export const PORTFOLIO_GROUPINGS = ['enhet', 'ark', 'slag', 'beslutning', 'status', 'aar'] as const;
export type PortfolioGrouping = (typeof PORTFOLIO_GROUPINGS)[number];

/** In filters and as a group's key: has none. */
export const WITHOUT = 'uten';

/** The words that a filter with a closed list takes. */
export const PORTFOLIO_WORDS = {
  slag: [...TILTAK_SLAG, ...GEVINST_SLAG],
  beslutning: [...BESLUTNINGER, WITHOUT],
  status: [...TILTAK_STATUS, WITHOUT],
  stage: PORTFOLIO_STAGES,
  flagg: PORTFOLIO_FLAGS,
} as const;

/** A gevinst is filtered and grouped by the tiltak of its sheet that has come furthest. */
export interface PortfolioFilters {
  /** Enheter with all below them. */
  readonly enhet: readonly string[];
  readonly ark: readonly string[];
  readonly slag: readonly string[];
  readonly beslutning: readonly string[];
  readonly status: readonly string[];
  /**
   * `YYYY`: the years in which a gevinst has amounts, else that of its realiseringstidspunkt; the year
   * of a tiltak's frist. Sums are then of these years alone.
   */
  readonly aar: readonly string[];
  /** Leaves out tiltak. With `aar`: those that have something in this stage in these years. */
  readonly stage: readonly string[];
  readonly flagg: readonly string[];
}

export interface PortfolioQuery extends PortfolioFilters {
  readonly gruppe: PortfolioGrouping | undefined;
  /** The page of items, from 1. */
  readonly side: number;
  /** Items a page. */
  readonly antall: number;
}

/** A row of sums over the years of the period. */
export interface YearSums {
  readonly byYear: ByYear;
  readonly total: number;
}

/** How many gevinster are behind a row of sums: those that the filter `stage` leaves. */
export interface CountedSums extends YearSums {
  readonly count: number;
}

export type StagedSums = Readonly<Record<PortfolioStage, CountedSums>>;

export interface PortfolioSums {
  readonly tiltak: number;
  readonly gevinster: number;
  /** Unngåtte kostnader. */
  readonly kroner: StagedSums;
  /** Spart tid, in hours. */
  readonly timer: StagedSums;
  /** Kroner that budgets are cut or moved by, as entered, whatever the type; by the gevinst's state. */
  readonly budsjettvirkning: Readonly<Record<GevinstState, YearSums>>;
  /** Økt kvalitet, which is not priced: how many, with a målt value, and with ønsket verdi reached. */
  readonly kvalitet: { readonly count: number; readonly maalt: number; readonly oppnaadd: number };
}

export interface PortfolioGroup {
  /** What the filter takes. */
  readonly key: string;
  /** Of an enhet or a sheet; others are known by their key. */
  readonly name: string | null;
  /** Of enheter, which come with all below them counted in: the one above, and how deep it lies. */
  readonly parent: string | null;
  readonly depth: number;
  readonly sums: PortfolioSums;
}

interface PortfolioPlace {
  readonly sheetId: SheetId;
  readonly sheetTitle: string;
  readonly sheetKind: SheetKind;
  readonly enhetId: EnhetId | null;
  readonly flags: readonly PortfolioFlag[];
  /** When anything about it last changed, in milliseconds since 1970. */
  readonly touchedAt: number;
}

export interface PortfolioTiltak extends PortfolioPlace {
  readonly type: 'tiltak';
  readonly id: TiltakId;
  readonly title: string;
  readonly description: string;
  readonly slag: Tiltak['slag'];
  readonly ansvar: string;
  readonly frist: string | null;
  readonly status: TiltakStatus;
  readonly beslutning: Beslutning;
  readonly gevinstpotensial: Tiltak['gevinstpotensial'];
  readonly gjennomforbarhet: Tiltak['gjennomforbarhet'];
  readonly dypdykkId: string | null;
  /** How many gevinster it gives. */
  readonly gevinster: number;
}

export interface PortfolioMaaling {
  readonly id: MaalingId;
  readonly name: string;
  readonly unit: string;
  readonly start: Maaling['start'];
  readonly target: Maaling['target'];
  /** The newest measured value. */
  readonly latest: { readonly date: string; readonly value: number } | null;
  readonly maaloppnaaelse: number | null;
}

export interface PortfolioGevinst extends PortfolioPlace {
  readonly type: 'gevinst';
  readonly id: GevinstId;
  readonly title: string;
  readonly description: string;
  readonly slag: Gevinst['slag'];
  readonly state: GevinstState;
  /** Of the tiltak that has come furthest; null without one. */
  readonly beslutning: Beslutning | null;
  readonly status: TiltakStatus | null;
  readonly eier: string;
  readonly ansvarlig: string;
  readonly realiseresDato: string | null;
  /** The one that has come furthest first. */
  readonly tiltak: readonly { readonly id: TiltakId; readonly title: string }[];
  /** In kroner or hours by its type, in the years of the period. */
  readonly estimate: ByYear;
  readonly realised: ByYear;
  readonly budsjettvirkning: ByYear;
  readonly maalinger: readonly PortfolioMaaling[];
}

export type PortfolioItem = PortfolioTiltak | PortfolioGevinst;

/** What the portfolio says of the programme itself. */
export interface PortfolioProgram {
  readonly id: ProgramId;
  readonly name: string;
  /** The years that are counted, both ends included. */
  readonly period: Period;
  readonly hoursPerAarsverk: number;
  readonly gevinstWord: GevinstWord;
}

export interface ProgramEnhet {
  readonly id: EnhetId;
  readonly parentId: EnhetId | null;
  readonly name: string;
}

/** A sheet of a programme, for lists of them. */
export interface ProgramSheet {
  readonly sheetId: SheetId;
  readonly kind: SheetKind;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly date: string | null;
  readonly edition: string;
  readonly owner: string;
  readonly enhetId: EnhetId | null;
  /** The sheet that it says it digs into. */
  readonly parent: { readonly sheetId: SheetId; readonly tiltakId: TiltakId | null } | null;
  readonly tiltak: number;
  readonly gevinster: number;
}

/** A måltall of the programme, with the portfolio's own sums where it counts one. */
export interface PortfolioMaaltall {
  readonly id: MaaltallId;
  readonly name: string;
  readonly unit: string;
  readonly comparison: Comparison;
  readonly target: Measure;
  readonly basis: MaaltallBasis | null;
  /** The newest value that was entered. */
  readonly latest: { readonly date: string; readonly value: number } | null;
  /** Of the whole programme, whatever is filtered; null without a basis. */
  readonly sums: Readonly<Record<PortfolioStage, YearSums>> | null;
}

/** A sheet of which not everything could be read, and so not everything is counted. */
export interface PortfolioProblem {
  readonly sheetId: SheetId;
  readonly title: string | null;
  /** `unreadable`: nothing of it is counted, and its title is not known either. */
  readonly kind: 'unreadable' | 'illTyped';
  /** How many things were left out. */
  readonly count: number;
}

export interface PortfolioAnswer {
  /** Grows when something in the read model has changed. */
  readonly version: number;
  /** How many documents have changes that are not counted in yet. */
  readonly pending: number;
  readonly program: PortfolioProgram;
  readonly sums: PortfolioSums;
  /** The hours of spart tid as årsverk. */
  readonly aarsverk: Readonly<Record<PortfolioStage, YearSums>>;
  readonly groups: readonly PortfolioGroup[];
  readonly items: readonly PortfolioItem[];
  readonly page: {
    readonly side: number;
    readonly antall: number;
    /** Items on all pages. */
    readonly total: number;
  };
  /** How many items there would be with one flag as the only `flagg`. */
  readonly flags: Readonly<Record<PortfolioFlag, number>>;
  readonly maaltall: readonly PortfolioMaaltall[];
  readonly problems: readonly PortfolioProblem[];
}
