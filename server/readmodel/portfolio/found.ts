/** What a query has found so far, sheet by sheet: the sums, the groups, the flags and one page. */
import {
  PORTFOLIO_FLAGS,
  type PortfolioFlag,
  type PortfolioQuery,
} from '../../../shared/portfolio/portfolio.ts';
import type { SheetRow } from '../rows.ts';
import type { Groups } from './groups.ts';
import type { Item } from './items.ts';
import { flagsOf, type Moment, type Selection } from './selection.ts';
import type { Tally } from './tally.ts';

/** An item that is selected, with what the day says of it. */
interface Selected {
  readonly item: Item;
  readonly flags: readonly PortfolioFlag[];
}

export type FlagCounts = Readonly<Record<PortfolioFlag, number>>;

/** What all items of a sheet come to. */
export interface Whole {
  readonly tally: Tally;
  readonly flagged: FlagCounts;
}

export class Found {
  readonly flagged: Record<PortfolioFlag, number> = noFlags();
  readonly page: Selected[] = [];
  total = 0;
  readonly #selection: Selection;
  readonly #groups: Groups;
  readonly #moment: Moment;
  readonly #first: number;
  readonly #last: number;

  constructor(
    { side, antall }: PortfolioQuery,
    selection: Selection,
    groups: Groups,
    moment: Moment,
  ) {
    this.#selection = selection;
    this.#groups = groups;
    this.#moment = moment;
    this.#first = (side - 1) * antall;
    this.#last = side * antall;
  }

  /** Whether no item of a sheet needs to be looked at, but those that are shown. */
  get isOfWholeSheets(): boolean {
    return this.#selection.isOfWholeSheets && this.#groups.isOfSheets;
  }

  /** All items of a sheet that is in, which must have some. */
  addWhole(sheet: SheetRow, items: readonly Item[], { tally, flagged }: Whole): void {
    this.#groups.addSheet(sheet, tally);
    for (const flag of PORTFOLIO_FLAGS) this.flagged[flag] += flagged[flag];
    const shown = items.slice(
      Math.max(this.#first - this.total, 0),
      Math.max(this.#last - this.total, 0),
    );
    for (const item of shown) this.page.push({ item, flags: flagsOf(item, this.#moment) });
    this.total += items.length;
  }

  /** Those items of a sheet that are selected. Flags are counted before they are a filter themselves. */
  addSelected(sheet: SheetRow, items: readonly Item[]): void {
    for (const item of items) {
      if (!this.#selection.has(item)) continue;
      const flags = flagsOf(item, this.#moment);
      count(flags, this.flagged);
      if (!this.#selection.hasFlags(flags)) continue;
      this.#groups.add(sheet, item);
      if (this.total >= this.#first && this.total < this.#last) this.page.push({ item, flags });
      this.total += 1;
    }
  }
}

/** How many of the items have each flag. */
export function flagCounts(items: readonly Item[], moment: Moment): FlagCounts {
  const counts = noFlags();
  for (const item of items) count(flagsOf(item, moment), counts);
  return counts;
}

function count(flags: readonly PortfolioFlag[], counts: Record<PortfolioFlag, number>): void {
  for (const flag of flags) counts[flag] += 1;
}

function noFlags(): Record<PortfolioFlag, number> {
  return { forsinket: 0, urort: 0, utenEier: 0, utenMaaling: 0 };
}
