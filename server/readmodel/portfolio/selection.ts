/** Which items a query is about. Every group's key, put into its filter, selects the group. */
import type { EnhetId } from '../../../shared/ids/ids.ts';
import {
  type PortfolioFilters,
  type PortfolioFlag,
  type PortfolioGrouping,
  type PortfolioStage,
  WITHOUT,
} from '../../../shared/portfolio/portfolio.ts';
import type { SheetRow } from '../rows.ts';
import { type EnhetTree, enhetKeys } from './enhetTree.ts';
import type { Item } from './items.ts';
import { hasSome, isInStage, type Years } from './tally.ts';

const MS_PER_DAY = 86_400_000;
const UNTOUCHED_DAYS = 30;

/** When a question is asked: milliseconds since 1970, and the day then, `YYYY-MM-DD`. */
export interface Moment {
  readonly now: number;
  readonly today: string;
}

export function flagsOf(item: Item, { now, today }: Moment): readonly PortfolioFlag[] {
  if (item.isClosed) return [];
  const flags: PortfolioFlag[] = [];
  if (item.lateAfter !== undefined && item.lateAfter < today) flags.push('forsinket');
  if (item.touchedAt < now - UNTOUCHED_DAYS * MS_PER_DAY) flags.push('urort');
  if (!item.hasOwner) flags.push('utenEier');
  if (item.type === 'gevinst' && item.maalinger.length === 0) flags.push('utenMaaling');
  return flags;
}

/** Groupings in which all items of a sheet are together. */
export type SheetGrouping = 'enhet' | 'ark';

export function isOfSheets(by: PortfolioGrouping): by is SheetGrouping {
  return by === 'enhet' || by === 'ark';
}

/** The tiltak that says where an item stands. */
function standingOf(item: Item) {
  return item.type === 'tiltak' ? item.row : item.tiltak[0];
}

export class Selection {
  readonly years: Years;
  /** No filter tells one item of a sheet from another. */
  readonly isOfWholeSheets: boolean;
  readonly #sets: Readonly<Record<keyof PortfolioFilters, ReadonlySet<string> | undefined>>;
  readonly #stages: readonly PortfolioStage[];
  readonly #tree: EnhetTree;

  constructor(filters: PortfolioFilters, tree: EnhetTree) {
    const { enhet, ark, slag, beslutning, status, aar, stage, flagg } = filters;
    this.#sets = {
      ...{ enhet: setOf(enhet), ark: setOf(ark), slag: setOf(slag), stage: setOf(stage) },
      ...{ beslutning: setOf(beslutning), status: setOf(status), aar: setOf(aar) },
      flagg: setOf(flagg),
    };
    this.years = this.#sets.aar;
    this.isOfWholeSheets = [slag, beslutning, status, aar, stage, flagg].every(
      (values) => values.length === 0,
    );
    this.#stages = stage as readonly PortfolioStage[];
    this.#tree = tree;
  }

  hasSheet({ sheetId, enhetId }: SheetRow): boolean {
    const { ark } = this.#sets;
    return (ark === undefined || ark.has(sheetId)) && this.#hasEnhet(enhetId);
  }

  /** Whether an item of a sheet that is in passes every filter but that of flags. */
  has(item: Item): boolean {
    const { slag, beslutning, status } = this.#sets;
    if (slag !== undefined && !slag.has(item.row.slag)) return false;
    const standing = standingOf(item);
    if (beslutning !== undefined && !beslutning.has(standing?.beslutning ?? WITHOUT)) return false;
    if (status !== undefined && !status.has(standing?.status ?? WITHOUT)) return false;
    return this.#hasStage(item, this.years);
  }

  /** The keys of enheter that would let a sheet of this one through as the only ones asked for. */
  enhetKeysOf(enhetId: EnhetId | null): readonly string[] {
    return enhetKeys(this.#tree, enhetId).filter((key) =>
      this.#hasEnhet(key === WITHOUT ? null : (key as EnhetId)),
    );
  }

  /** The same of any other grouping, for an item. */
  keysOf(item: Item, by: Exclude<PortfolioGrouping, SheetGrouping>): readonly string[] {
    switch (by) {
      case 'slag':
        return [item.row.slag];
      case 'beslutning':
        return [standingOf(item)?.beslutning ?? WITHOUT];
      case 'status':
        return [standingOf(item)?.status ?? WITHOUT];
      case 'aar':
        return item.years.filter((year) => this.#hasInYear(item, year));
    }
  }

  hasFlags(flags: readonly PortfolioFlag[]): boolean {
    const { flagg } = this.#sets;
    return flagg === undefined || flags.some((flag) => flagg.has(flag));
  }

  /** Whether all that stands under an enhet is in; null stands for no enhet. */
  #hasEnhet(enhetId: EnhetId | null): boolean {
    const { enhet } = this.#sets;
    return enhet === undefined || enhetKeys(this.#tree, enhetId).some((key) => enhet.has(key));
  }

  #hasInYear(item: Item, year: string): boolean {
    return (this.years?.has(year) ?? true) && this.#hasStage(item, new Set([year]));
  }

  #hasStage(item: Item, years: Years): boolean {
    if (this.#stages.length === 0) return hasSome(item.years, years);
    return item.type === 'gevinst' && this.#stages.some((stage) => isInStage(item, stage, years));
  }
}

function setOf(values: readonly string[]): ReadonlySet<string> | undefined {
  return values.length === 0 ? undefined : new Set(values);
}
