/**
 * The portfolio of one programme: rows in, answers out, nothing else. Sheets are put in one by one
 * as they change; what follows from a sheet's rows alone is worked out once, and an answer only
 * walks over it. The rules stand with the answer's type in `shared/portfolio`.
 */
import { type Period, yearsOf } from '../../../shared/gevinst/amounts.ts';
import type { SheetId } from '../../../shared/ids/ids.ts';
import type {
  PortfolioAnswer,
  PortfolioFlag,
  PortfolioQuery,
  PortfolioSums,
  ProgramSheet,
} from '../../../shared/portfolio/portfolio.ts';
import { programPeriod } from '../../../shared/program/period.ts';
import type { ProgramRows } from '../programRows.ts';
import type { SheetRows } from '../rows.ts';
import { Copies } from './copies.ts';
import { type EnhetTree, enhetTree } from './enhetTree.ts';
import { exportRows, type PortfolioExport } from './exportRows.ts';
import { Groups } from './groups.ts';
import { type Item, itemsOf } from './items.ts';
import { flagsOf, type Moment, Selection } from './selection.ts';
import { aarsverkOf, maaltallOf, programOf, shownItem } from './shown.ts';
import { Tally } from './tally.ts';

/** All of an answer but what only the store of the rows knows. */
export type PortfolioContent = Omit<PortfolioAnswer, 'version' | 'pending' | 'problems'>;

/** An item that is selected, with what the day says of it. */
interface Selected {
  readonly item: Item;
  readonly flags: readonly PortfolioFlag[];
}

interface Entry {
  readonly rows: SheetRows;
  /** Worked out for `#period` when they are first needed. */
  items: readonly Item[] | undefined;
}

export class Portfolio {
  #program: ProgramRows;
  #tree: EnhetTree;
  #period: Period = { from: 0, to: 0 };
  readonly #entries = new Map<SheetId, Entry>();
  readonly #copies = new Copies();
  /** The sheets by title. */
  #order: readonly Entry[] | undefined;
  #sumsOfAll: PortfolioSums | undefined;

  constructor(program: ProgramRows) {
    this.#program = program;
    this.#tree = enhetTree(program.enheter);
  }

  setProgram(program: ProgramRows): void {
    this.#program = program;
    this.#tree = enhetTree(program.enheter);
  }

  putSheet(rows: SheetRows): void {
    this.removeSheet(rows.sheet.sheetId);
    this.#entries.set(rows.sheet.sheetId, { rows, items: undefined });
    this.#copies.add(rows);
    this.#forgetAll();
  }

  removeSheet(sheetId: SheetId): void {
    const entry = this.#entries.get(sheetId);
    if (entry === undefined) return;
    this.#entries.delete(sheetId);
    this.#copies.remove(entry.rows);
    this.#forgetAll();
  }

  answer(query: PortfolioQuery, moment: Moment): PortfolioContent {
    this.#setPeriod(programPeriod(this.#program, moment.today));
    const selection = new Selection(query, this.#tree);
    const tally = new Tally();
    const groups = new Groups(query.gruppe, selection, this.#tree);
    const flagged = { forsinket: 0, urort: 0, utenEier: 0, utenMaaling: 0 };
    const page: Selected[] = [];
    const first = (query.side - 1) * query.antall;
    let total = 0;
    for (const selected of this.#select(selection, moment)) {
      for (const flag of selected.flags) flagged[flag] += 1;
      if (!selection.hasFlags(selected.flags)) continue;
      tally.add(selected.item, selection.years);
      groups.add(selected.item);
      if (total >= first && page.length < query.antall) page.push(selected);
      total += 1;
    }
    const { sums } = tally;
    return {
      program: programOf(this.#program, this.#period),
      sums,
      aarsverk: aarsverkOf(sums.timer, this.#program.hoursPerAarsverk),
      groups: groups.shown((sheetId) => this.#entries.get(sheetId)?.rows.sheet.title ?? ''),
      items: page.map(({ item, flags }) => shownItem(item, flags, this.#period)),
      page: { side: query.side, antall: query.antall, total },
      flags: flagged,
      maaltall: maaltallOf(this.#program.maaltall, () => this.#all()),
    };
  }

  /** All that a query selects, whatever its page. */
  export(query: PortfolioQuery, moment: Moment): PortfolioExport {
    this.#setPeriod(programPeriod(this.#program, moment.today));
    const selection = new Selection(query, this.#tree);
    const items = [...this.#select(selection, moment)]
      .filter(({ flags }) => selection.hasFlags(flags))
      .map(({ item }) => item);
    const tally = new Tally();
    for (const item of items) tally.add(item, selection.years);
    return {
      program: this.#program.name,
      years: yearsOf(this.#period),
      rows: exportRows(items, this.#tree, this.#period),
      sums: tally.sums,
    };
  }

  /** The sheets, by title. */
  sheets(): readonly ProgramSheet[] {
    return this.#sheets().map(({ rows: { sheet, tiltak, gevinster } }) => {
      const { sheetId, kind, title, createdAt, date, edition, owner, enhetId } = sheet;
      const { parentSheetId, parentTiltakId } = sheet;
      return {
        ...{ sheetId, kind, title, createdAt, date, edition, owner, enhetId },
        parent:
          parentSheetId === null ? null : { sheetId: parentSheetId, tiltakId: parentTiltakId },
        tiltak: tiltak.length,
        gevinster: gevinster.length,
      };
    });
  }

  /** What passes every filter but that of flags, in order. */
  *#select(selection: Selection, moment: Moment): Iterable<Selected> {
    for (const entry of this.#sheets()) {
      if (!selection.hasSheet(entry.rows.sheet)) continue;
      for (const item of this.#itemsOf(entry)) {
        if (selection.has(item)) yield { item, flags: flagsOf(item, moment) };
      }
    }
  }

  #setPeriod(period: Period): void {
    if (period.from === this.#period.from && period.to === this.#period.to) return;
    this.#period = period;
    for (const entry of this.#entries.values()) entry.items = undefined;
    this.#sumsOfAll = undefined;
  }

  #forgetAll(): void {
    this.#order = undefined;
    this.#sumsOfAll = undefined;
  }

  #sheets(): readonly Entry[] {
    this.#order ??= [...this.#entries.values()].sort(byTitle);
    return this.#order;
  }

  /** The items that are counted on a sheet. */
  #itemsOf(entry: Entry): readonly Item[] {
    entry.items ??= itemsOf(entry.rows, this.#period);
    return this.#copies.without(entry.rows, entry.items);
  }

  #all(): PortfolioSums {
    if (this.#sumsOfAll !== undefined) return this.#sumsOfAll;
    const tally = new Tally();
    for (const entry of this.#entries.values()) {
      for (const item of this.#itemsOf(entry)) tally.add(item, undefined);
    }
    this.#sumsOfAll = tally.sums;
    return this.#sumsOfAll;
  }
}

const COLLATOR = new Intl.Collator('nb', { numeric: true });

function byTitle({ rows: { sheet: a } }: Entry, { rows: { sheet: b } }: Entry): number {
  return COLLATOR.compare(a.title, b.title) || (a.sheetId < b.sheetId ? -1 : 1);
}
