/**
 * Sums over gevinster, each counted once whatever it is linked to (DOMAIN.md): the sum goes over
 * gevinster by id, never over links.
 */
import type { Gevinst, Tiltak } from '../sheet/schema/entities.ts';
import {
  type ByYear,
  estimateByYear,
  gevinstState,
  isInPeriod,
  type Period,
  realisedByYear,
  unitOfSlag,
} from './amounts.ts';
import type { AmountUnit } from './calculators.ts';
import { ExactSum, exactSum } from './exactSum.ts';

/**
 * `potensial`: what is proposed; `vedtatt`: what is adopted; `realisert`: what was gained. The first
 * two are estimates and exclude each other.
 */
export type SumStage = 'potensial' | 'vedtatt' | 'realisert';

/** One gevinst as it enters sums. */
export interface CountedGevinst {
  readonly gevinst: Gevinst;
  /** The tiltak of the sheet that it stands on. */
  readonly tiltak: readonly Tiltak[];
}

export type StageSums = Readonly<Record<SumStage, ByYear>>;

/** Sums by unit, stage and year of the period, and how many gevinster were counted. */
export interface GevinstSums {
  readonly count: number;
  readonly kroner: StageSums;
  readonly timer: StageSums;
  /** Kroner a year that budgets are really cut or moved by, as entered; never derived. */
  readonly budsjettvirkning: ByYear;
}

/**
 * Adds up, exactly. A gevinst that is given more than once, such as once for each of its links, counts
 * once, as standing on all tiltak that it was given with. Years outside the period are left out.
 */
export function sumGevinster(all: Iterable<CountedGevinst>, period: Period): GevinstSums {
  const stages = () => ({ potensial: new Years(), vedtatt: new Years(), realisert: new Years() });
  const sums = { kroner: stages(), timer: stages() } satisfies Record<AmountUnit, unknown>;
  const budsjettvirkning = new Years();
  const counted = eachOnce(all);
  for (const { gevinst, tiltak } of counted) {
    budsjettvirkning.add(gevinst.budsjettvirkning, period);
    const unit = unitOfSlag(gevinst.slag);
    if (unit === undefined) continue;
    const state = gevinstState(gevinst, tiltak);
    if (state !== 'avvist') sums[unit][state].add(estimateByYear(gevinst, period), period);
    sums[unit].realisert.add(realisedByYear(gevinst), period);
  }
  return {
    count: counted.length,
    kroner: byYear(sums.kroner),
    timer: byYear(sums.timer),
    budsjettvirkning: budsjettvirkning.byYear,
  };
}

/** All years of a row together. */
export function total(byYear: ByYear): number {
  return exactSum(Object.values(byYear));
}

function eachOnce(all: Iterable<CountedGevinst>): readonly CountedGevinst[] {
  const byId = new Map<string, CountedGevinst>();
  for (const { gevinst, tiltak } of all) {
    const known = byId.get(gevinst.id);
    byId.set(gevinst.id, { gevinst, tiltak: known ? [...known.tiltak, ...tiltak] : tiltak });
  }
  return [...byId.values()];
}

/** A row of sums, one for each year in which there is something. */
class Years {
  readonly #sums = new Map<string, ExactSum>();

  add(amounts: ByYear, period: Period): void {
    for (const [year, amount] of Object.entries(amounts)) {
      if (!isInPeriod(year, period)) continue;
      const sum = this.#sums.get(year) ?? new ExactSum();
      this.#sums.set(year, sum);
      sum.add(amount);
    }
  }

  get byYear(): ByYear {
    return Object.fromEntries([...this.#sums].map(([year, sum]) => [year, sum.value]));
  }
}

function byYear(stages: Readonly<Record<SumStage, Years>>): StageSums {
  return {
    potensial: stages.potensial.byYear,
    vedtatt: stages.vedtatt.byYear,
    realisert: stages.realisert.byYear,
  };
}
