/**
 * The groups of an answer, and what they all come to. Each has the sums that the same query gives with
 * the group as a filter.
 */
import type { EnhetId, SheetId } from '../../../shared/ids/ids.ts';
import {
  PORTFOLIO_WORDS,
  type PortfolioGroup,
  type PortfolioGrouping,
  type PortfolioSums,
  WITHOUT,
} from '../../../shared/portfolio/portfolio.ts';
import type { SheetRow } from '../rows.ts';
import type { EnhetTree } from './enhetTree.ts';
import type { Item } from './items.ts';
import type { Selection } from './selection.ts';
import { Tally } from './tally.ts';

/** The key of the only part, where all counts together. */
const ALL = '';

export class Groups {
  readonly #by: PortfolioGrouping | undefined;
  readonly #selection: Selection;
  readonly #tree: EnhetTree;
  /** Each item counts in one of these: of its group, its sheet's own enhet, or all there is. */
  readonly #parts = new Map<string, Tally>();
  /** In each of its years too, where those are asked for. */
  readonly #ofYears = new Map<string, Tally>();

  constructor(by: PortfolioGrouping | undefined, selection: Selection, tree: EnhetTree) {
    this.#by = by;
    this.#selection = selection;
    this.#tree = tree;
  }

  /** Whether all items of a sheet count together. */
  get isOfSheets(): boolean {
    return this.#by === undefined || this.#by === 'enhet' || this.#by === 'ark';
  }

  /** An item that is selected. */
  add(sheet: SheetRow, item: Item): void {
    tallyIn(this.#parts, this.#partOf(sheet, item)).add(item, this.#selection.years);
    if (this.#by !== 'aar') return;
    for (const year of this.#selection.yearsOf(item)) {
      tallyIn(this.#ofYears, year).add(item, this.#selection.onlyYear(year));
    }
  }

  /** All items of a sheet at once, where they count together. */
  addSheet(sheet: SheetRow, tally: Tally): void {
    if (this.#by === 'ark') this.#parts.set(sheet.sheetId, tally);
    else tallyIn(this.#parts, this.#by === 'enhet' ? keyOf(sheet) : ALL).addTally(tally);
  }

  /** Everything that has been added. */
  get sums(): PortfolioSums {
    const total = new Tally();
    for (const part of this.#parts.values()) total.addTally(part);
    return total.sums;
  }

  /** In order: of the tree, of the closed list, of the years, of the sheets. */
  shown(titleOf: (sheetId: SheetId) => string): readonly PortfolioGroup[] {
    if (this.#by === undefined) return [];
    const tallies = this.#tallies(this.#by);
    return orderOf(this.#by, this.#tree, [...tallies.keys()]).flatMap((key) => {
      const tally = tallies.get(key);
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

  #partOf(sheet: SheetRow, item: Item): string {
    switch (this.#by) {
      case undefined:
      case 'aar':
        return ALL;
      case 'enhet':
        return keyOf(sheet);
      case 'ark':
        return sheet.sheetId;
      default:
        return this.#selection.keyOf(item, this.#by);
    }
  }

  #tallies(by: PortfolioGrouping): ReadonlyMap<string, Tally> {
    if (by === 'aar') return this.#ofYears;
    if (by !== 'enhet') return this.#parts;
    const withThoseBelow = new Map<string, Tally>();
    for (const [own, tally] of this.#parts) {
      const enhetId = own === WITHOUT ? null : (own as EnhetId);
      for (const key of this.#selection.enhetKeysOf(enhetId)) {
        tallyIn(withThoseBelow, key).addTally(tally);
      }
    }
    return withThoseBelow;
  }
}

function keyOf({ enhetId }: SheetRow): string {
  return enhetId ?? WITHOUT;
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
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
