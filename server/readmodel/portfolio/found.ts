/** What a query has found so far, sheet by sheet: the sums, the groups, the flags and one page. */
import type { PortfolioFlag, PortfolioQuery } from '../../../shared/portfolio/portfolio.ts';
import type { SheetRow } from '../rows.ts';
import type { Groups } from './groups.ts';
import type { Item } from './items.ts';
import { flagsOf, type Moment, type Selection } from './selection.ts';
import { Tally } from './tally.ts';

/** An item that is selected, with what the day says of it. */
export interface Selected {
  readonly item: Item;
  readonly flags: readonly PortfolioFlag[];
}

export class Found {
  readonly tally = new Tally();
  readonly flagged = { forsinket: 0, urort: 0, utenEier: 0, utenMaaling: 0 };
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

  /** A sheet that is in, with its items; `whole` is what they all come to, where all are asked for. */
  addSheet(sheet: SheetRow, items: readonly Item[], whole: Tally | undefined): void {
    const before = this.total;
    const tally = whole ?? new Tally();
    for (const item of items) {
      if (this.#add(item) && whole === undefined) tally.add(item, this.#selection.years);
    }
    if (this.total === before) return;
    this.tally.addTally(tally);
    this.#groups.addSheet(sheet, tally);
  }

  /** Whether the item is selected. Flags are counted before they are a filter themselves. */
  #add(item: Item): boolean {
    if (!this.#selection.has(item)) return false;
    const flags = flagsOf(item, this.#moment);
    for (const flag of flags) this.flagged[flag] += 1;
    if (!this.#selection.hasFlags(flags)) return false;
    this.#groups.add(item);
    if (this.total >= this.#first && this.total < this.#last) this.page.push({ item, flags });
    this.total += 1;
    return true;
  }
}
