/** Which items a query is about. Every group's key, put into its filter, selects the group. */
import type { EnhetId } from '../../../shared/ids/ids.ts';
import {
  PORTFOLIO_FLAGS,
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

/** Every set of flags that there can be, by its bits, so that none is made anew for each item. */
const FLAG_SETS: readonly (readonly PortfolioFlag[])[] = Array.from(
  { length: 2 ** PORTFOLIO_FLAGS.length },
  (_, bits) => PORTFOLIO_FLAGS.filter((_flag, index) => (bits & (1 << index)) !== 0),
);

export function flagsOf(item: Item, { now, today }: Moment): readonly PortfolioFlag[] {
  if (item.isClosed) return [];
  const isLate = item.lateAfter !== undefined && item.lateAfter < today;
  const isUntouched = now > staysTouchedUntil(item);
  const hasNoMaaling = item.type === 'gevinst' && item.maalinger.length === 0;
  // In the order of PORTFOLIO_FLAGS.
  const bits =
    Number(isLate) +
    2 * Number(isUntouched) +
    4 * Number(!item.hasOwner) +
    8 * Number(hasNoMaaling);
  return FLAG_SETS[bits] ?? [];
}

/** The last millisecond at which an item does not count as untouched. */
export function staysTouchedUntil(item: Item): number {
  return item.touchedAt + UNTOUCHED_DAYS * MS_PER_DAY;
}

/** Groupings in which each item has one group, which its own row decides. */
export type ItemGrouping = Exclude<PortfolioGrouping, 'enhet' | 'ark' | 'aar'>;

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
  readonly #single = new Map<string, ReadonlySet<string>>();

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

  /** The key of the group that an item is in. */
  keyOf(item: Item, by: ItemGrouping): string {
    switch (by) {
      case 'slag':
        return item.row.slag;
      case 'beslutning':
        return standingOf(item)?.beslutning ?? WITHOUT;
      case 'status':
        return standingOf(item)?.status ?? WITHOUT;
    }
  }

  /** The years that would let an item through as the only ones asked for. */
  yearsOf(item: Item): readonly string[] {
    return item.years.filter(
      (year) => (this.years?.has(year) ?? true) && this.#hasStage(item, this.onlyYear(year)),
    );
  }

  /** One year as a set; the same set each time. */
  onlyYear(year: string): ReadonlySet<string> {
    const known = this.#single.get(year);
    if (known !== undefined) return known;
    const single = new Set([year]);
    this.#single.set(year, single);
    return single;
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

  #hasStage(item: Item, years: Years): boolean {
    if (this.#stages.length === 0) return hasSome(item.years, years);
    return item.type === 'gevinst' && this.#stages.some((stage) => isInStage(item, stage, years));
  }
}

function setOf(values: readonly string[]): ReadonlySet<string> | undefined {
  return values.length === 0 ? undefined : new Set(values);
}
