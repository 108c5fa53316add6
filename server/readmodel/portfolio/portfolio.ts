/**
 * The portfolio of one programme: rows in, answers out, nothing else. Sheets are put in one by one
 * as they change; what follows from a sheet's rows alone is worked out once, and an answer only
 * walks over it. The rules stand with the answer's type in `shared/portfolio`.
 */
import { type Period, yearsOf } from '../../../shared/gevinst/amounts.ts';
import type { SheetId } from '../../../shared/ids/ids.ts';
import type {
  PortfolioAnswer,
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
import { type FlagCounts, Found, flagCounts, type Whole } from './found.ts';
import { Groups } from './groups.ts';
import { type Item, itemsOf } from './items.ts';
import { flagsOf, type Moment, Selection, staysTouchedUntil } from './selection.ts';
import { aarsverkOf, maaltallOf, programOf, shownItem } from './shown.ts';
import { Tally } from './tally.ts';

/** All of an answer but what only the store of the rows knows. */
export type PortfolioContent = Omit<PortfolioAnswer, 'version' | 'pending' | 'problems'>;

interface Entry {
  readonly rows: SheetRows;
  /** Worked out for `#period` when they are first needed. */
  items: readonly Item[] | undefined;
  /** All of them together, unless some of them count on other sheets. */
  tally: Tally | undefined;
  flags: FlagsOfDay | undefined;
}

/** How many of a sheet's items have each flag, for as long as time alone does not change it. */
interface FlagsOfDay {
  readonly counts: FlagCounts;
  readonly today: string;
  /** Milliseconds since 1970, both included. */
  readonly from: number;
  readonly until: number;
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
    this.#entries.set(rows.sheet.sheetId, {
      ...{ rows, items: undefined, tally: undefined, flags: undefined },
    });
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
    const groups = new Groups(query.gruppe, selection, this.#tree);
    const found = new Found(query, selection, groups, moment);
    for (const entry of this.#sheets()) {
      const { sheet } = entry.rows;
      if (!selection.hasSheet(sheet)) continue;
      const items = this.#itemsOf(entry);
      if (items.length === 0) continue;
      if (!found.isOfWholeSheets) found.addSelected(sheet, items);
      else found.addWhole(sheet, items, this.#wholeOf(entry, items, moment));
    }
    const { sums } = groups;
    return {
      program: programOf(this.#program, this.#period),
      sums,
      aarsverk: aarsverkOf(sums.timer, this.#program.hoursPerAarsverk),
      groups: groups.shown((sheetId) => this.#entries.get(sheetId)?.rows.sheet.title ?? ''),
      items: found.page.map(({ item, flags }) => shownItem(item, flags, this.#period)),
      page: { side: query.side, antall: query.antall, total: found.total },
      flags: found.flagged,
      maaltall: maaltallOf(this.#program.maaltall, () => this.#all()),
    };
  }

  /** All that a query selects, whatever its page. */
  export(query: PortfolioQuery, moment: Moment): PortfolioExport {
    this.#setPeriod(programPeriod(this.#program, moment.today));
    const selection = new Selection(query, this.#tree);
    const items = this.#sheets()
      .filter(({ rows }) => selection.hasSheet(rows.sheet))
      .flatMap((entry) => this.#itemsOf(entry))
      .filter((item) => selection.has(item) && selection.hasFlags(flagsOf(item, moment)));
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

  #setPeriod(period: Period): void {
    if (period.from === this.#period.from && period.to === this.#period.to) return;
    this.#period = period;
    for (const entry of this.#entries.values()) {
      entry.items = undefined;
      entry.tally = undefined;
      entry.flags = undefined;
    }
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

  /** What is counted on a sheet; worked out once, unless it hangs on other sheets too. */
  #tallyOf(entry: Entry): Tally {
    if (!this.#copies.isEmpty) return tallyOf(this.#itemsOf(entry));
    entry.tally ??= tallyOf(this.#itemsOf(entry));
    return entry.tally;
  }

  #wholeOf(entry: Entry, items: readonly Item[], moment: Moment): Whole {
    const tally = this.#tallyOf(entry);
    if (!this.#copies.isEmpty) return { tally, flagged: flagCounts(items, moment) };
    if (!isStill(entry.flags, moment)) entry.flags = flagsOfDay(items, moment);
    return { tally, flagged: entry.flags.counts };
  }

  #all(): PortfolioSums {
    if (this.#sumsOfAll !== undefined) return this.#sumsOfAll;
    const tally = new Tally();
    for (const entry of this.#entries.values()) tally.addTally(this.#tallyOf(entry));
    this.#sumsOfAll = tally.sums;
    return this.#sumsOfAll;
  }
}

function tallyOf(items: readonly Item[]): Tally {
  const tally = new Tally();
  for (const item of items) tally.add(item, undefined);
  return tally;
}

function isStill(flags: FlagsOfDay | undefined, { now, today }: Moment): flags is FlagsOfDay {
  return flags?.today === today && flags.from <= now && now <= flags.until;
}

function flagsOfDay(items: readonly Item[], moment: Moment): FlagsOfDay {
  const { now, today } = moment;
  const turns = items.map(staysTouchedUntil).filter((turn) => turn >= now);
  return { counts: flagCounts(items, moment), today, from: now, until: Math.min(...turns) };
}

const COLLATOR = new Intl.Collator('nb', { numeric: true });

function byTitle({ rows: { sheet: a } }: Entry, { rows: { sheet: b } }: Entry): number {
  return COLLATOR.compare(a.title, b.title) || (a.sheetId < b.sheetId ? -1 : 1);
}
