/** The groups of an answer. Each has the sums that the same query gives with the group as a filter. */
import type { EnhetId, SheetId } from '../../../shared/ids/ids.ts';
import {
  PORTFOLIO_WORDS,
  type PortfolioGroup,
  type PortfolioGrouping,
  WITHOUT,
} from '../../../shared/portfolio/portfolio.ts';
import type { SheetRow } from '../rows.ts';
import type { EnhetTree } from './enhetTree.ts';
import type { Item } from './items.ts';
import { isOfSheets, type Selection } from './selection.ts';
import { Tally } from './tally.ts';

export class Groups {
  readonly #by: PortfolioGrouping | undefined;
  readonly #selection: Selection;
  readonly #tree: EnhetTree;
  readonly #tallies = new Map<string, Tally>();
  /** Of the sheets of each enhet, without those of the enheter below it. */
  readonly #ofEnheter = new Map<EnhetId | null, Tally>();

  constructor(by: PortfolioGrouping | undefined, selection: Selection, tree: EnhetTree) {
    this.#by = by;
    this.#selection = selection;
    this.#tree = tree;
  }

  /** An item that is selected. */
  add(item: Item): void {
    const by = this.#by;
    if (by === undefined || isOfSheets(by)) return;
    for (const key of this.#selection.keysOf(item, by)) {
      tallyIn(this.#tallies, key).add(item, by === 'aar' ? new Set([key]) : this.#selection.years);
    }
  }

  /** All that is selected of a sheet, after its items. */
  addSheet({ sheetId, enhetId }: SheetRow, tally: Tally): void {
    if (this.#by === 'ark') this.#tallies.set(sheetId, tally);
    if (this.#by === 'enhet') tallyIn(this.#ofEnheter, enhetId).addTally(tally);
  }

  /** In order: of the tree, of the closed list, of the years, of the sheets. */
  shown(titleOf: (sheetId: SheetId) => string): readonly PortfolioGroup[] {
    if (this.#by === undefined) return [];
    for (const [enhetId, tally] of this.#ofEnheter) {
      for (const key of this.#selection.enhetKeysOf(enhetId)) {
        tallyIn(this.#tallies, key).addTally(tally);
      }
    }
    this.#ofEnheter.clear();
    return orderOf(this.#by, this.#tree, [...this.#tallies.keys()]).flatMap((key) => {
      const tally = this.#tallies.get(key);
      if (tally === undefined) return [];
      const enhet = this.#by === 'enhet' ? this.#tree.get(key as EnhetId) : undefined;
      const title = this.#by === 'ark' ? titleOf(key as SheetId) : null;
      return {
        key,
        name: enhet?.name ?? title,
        parent: enhet?.parentId ?? null,
        depth: enhet?.depth ?? 0,
        sums: tally.sums,
      };
    });
  }
}

function tallyIn<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const tally = tallies.get(key) ?? new Tally();
  tallies.set(key, tally);
  return tally;
}

function orderOf(
  by: PortfolioGrouping,
  tree: EnhetTree,
  found: readonly string[],
): readonly string[] {
  switch (by) {
    case 'enhet':
      return [...tree.keys(), WITHOUT];
    case 'ark':
      return found;
    case 'aar':
      return found.toSorted();
    case 'slag':
    case 'beslutning':
    case 'status':
      return PORTFOLIO_WORDS[by];
  }
}
