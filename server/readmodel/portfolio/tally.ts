/**
 * Adding gevinster and tiltak up: a tally for each sheet, put together for the whole answer and for
 * each group.
 */
import type { GevinstState } from '../../../shared/gevinst/amounts.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import { ExactSum } from '../../../shared/gevinst/exactSum.ts';
import {
  type CountedSums,
  PORTFOLIO_STAGES,
  type PortfolioStage,
  type PortfolioSums,
  type StagedSums,
  type YearSums,
} from '../../../shared/portfolio/portfolio.ts';
import { type Amount, type GevinstItem, type Item, isReached } from './items.ts';

/** The years that are asked for; undefined means all. */
export type Years = ReadonlySet<string> | undefined;

/** Whether a gevinst has something in a stage, in the years that are asked for. */
export function isInStage(item: GevinstItem, stage: PortfolioStage, years: Years): boolean {
  if (stage === 'realisert') return hasSome(item.realisedYears, years);
  return item.state === stage && (years === undefined || hasSome(item.stateYears, years));
}

export function hasSome(of: readonly string[], years: Years): boolean {
  return years === undefined ? of.length > 0 : of.some((year) => years.has(year));
}

const COUNTED = ['kroner', 'timer', 'budsjettvirkning'] as const satisfies readonly Amount['of'][];

type Rows = Record<Amount['of'], Partial<Record<PortfolioStage, Row>>>;

export class Tally {
  #tiltak = 0;
  #gevinster = 0;
  readonly #kvalitet = { count: 0, maalt: 0, oppnaadd: 0 };
  readonly #rows: Rows = { kroner: {}, timer: {}, budsjettvirkning: {} };
  /** Until something more is counted. */
  #sums: PortfolioSums | undefined;

  /** Counts an item that the filters have let through; `years` are those whose amounts count. */
  add(item: Item, years: Years): void {
    this.#sums = undefined;
    if (item.type === 'tiltak') {
      this.#tiltak += 1;
      return;
    }
    this.#gevinster += 1;
    if (item.unit === undefined) this.#addKvalitet(item);
    else {
      for (const stage of PORTFOLIO_STAGES) {
        if (isInStage(item, stage, years)) this.#row(item.unit, stage).count += 1;
      }
    }
    for (const { of, stage, year, amount } of item.amounts) {
      if (years === undefined || years.has(year)) this.#row(of, stage).add(year, amount);
    }
  }

  /** Adds what another tally has counted: the same as adding its items, to the last digit. */
  addTally(other: Tally): void {
    this.#sums = undefined;
    this.#tiltak += other.#tiltak;
    this.#gevinster += other.#gevinster;
    this.#kvalitet.count += other.#kvalitet.count;
    this.#kvalitet.maalt += other.#kvalitet.maalt;
    this.#kvalitet.oppnaadd += other.#kvalitet.oppnaadd;
    for (const of of COUNTED) {
      for (const stage of PORTFOLIO_STAGES) {
        const row = other.#rows[of][stage];
        if (row !== undefined) this.#row(of, stage).addRow(row);
      }
    }
  }

  get sums(): PortfolioSums {
    this.#sums ??= this.#addedUp();
    return this.#sums;
  }

  #addedUp(): PortfolioSums {
    return {
      tiltak: this.#tiltak,
      gevinster: this.#gevinster,
      kroner: this.#staged('kroner'),
      timer: this.#staged('timer'),
      budsjettvirkning: {
        potensial: this.#budsjett('potensial'),
        vedtatt: this.#budsjett('vedtatt'),
        avvist: this.#budsjett('avvist'),
      },
      kvalitet: this.#kvalitet,
    };
  }

  #addKvalitet({ maalinger }: GevinstItem): void {
    this.#kvalitet.count += 1;
    if (maalinger.some(({ series }) => series.length > 0)) this.#kvalitet.maalt += 1;
    if (maalinger.some(isReached)) this.#kvalitet.oppnaadd += 1;
  }

  #row(of: Amount['of'], stage: PortfolioStage): Row {
    const rows = this.#rows[of];
    rows[stage] ??= new Row();
    return rows[stage];
  }

  #staged(unit: AmountUnit): StagedSums {
    const counted = (stage: PortfolioStage): CountedSums => {
      const row = this.#row(unit, stage);
      return { ...row.sums, count: row.count };
    };
    return {
      potensial: counted('potensial'),
      vedtatt: counted('vedtatt'),
      avvist: counted('avvist'),
      realisert: counted('realisert'),
    };
  }

  #budsjett(state: GevinstState): YearSums {
    return this.#row('budsjettvirkning', state).sums;
  }
}

/** One row of sums, year by year. */
class Row {
  count = 0;
  readonly #years = new Map<string, ExactSum>();

  add(year: string, amount: number): void {
    this.#year(year).add(amount);
  }

  addRow(other: Row): void {
    this.count += other.count;
    for (const [year, sum] of other.#years) this.#year(year).addSum(sum);
  }

  get sums(): YearSums {
    const total = new ExactSum();
    const byYear: Record<string, number> = {};
    for (const [year, sum] of this.#years) {
      byYear[year] = sum.value;
      total.addSum(sum);
    }
    return { byYear, total: total.value };
  }

  #year(year: string): ExactSum {
    let sum = this.#years.get(year);
    if (sum === undefined) {
      sum = new ExactSum();
      this.#years.set(year, sum);
    }
    return sum;
  }
}
