/** Adding gevinster and tiltak up: one tally for the whole answer, and one for each group. */
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

export class Tally {
  #tiltak = 0;
  #gevinster = 0;
  readonly #kvalitet = { count: 0, maalt: 0, oppnaadd: 0 };
  readonly #rows = new Map<string, Row>();

  /** Counts an item that the filters have let through; `years` are those whose amounts count. */
  add(item: Item, years: Years): void {
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

  get sums(): PortfolioSums {
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
    const key = `${of}/${stage}`;
    const row = this.#rows.get(key) ?? new Row();
    this.#rows.set(key, row);
    return row;
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
  readonly #total = new ExactSum();

  add(year: string, amount: number): void {
    const sum = this.#years.get(year) ?? new ExactSum();
    this.#years.set(year, sum);
    sum.add(amount);
    this.#total.add(amount);
  }

  get sums(): YearSums {
    return {
      byYear: Object.fromEntries([...this.#years].map(([year, sum]) => [year, sum.value])),
      total: this.#total.value,
    };
  }
}
