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

/** Adds up; a gevinst that is given twice counts once. Years outside the period are left out. */
export function sumGevinster(all: Iterable<CountedGevinst>, period: Period): GevinstSums {
  const stages = () => ({ potensial: {}, vedtatt: {}, realisert: {} });
  const sums: Record<AmountUnit, Record<SumStage, Record<string, number>>> = {
    kroner: stages(),
    timer: stages(),
  };
  const budsjettvirkning: Record<string, number> = {};
  const counted = new Set<string>();
  for (const { gevinst, tiltak } of all) {
    if (counted.has(gevinst.id)) continue;
    counted.add(gevinst.id);
    addYears(budsjettvirkning, gevinst.budsjettvirkning, period);
    const unit = unitOfSlag(gevinst.slag);
    if (unit === undefined) continue;
    const state = gevinstState(gevinst, tiltak);
    if (state !== 'avvist') addYears(sums[unit][state], estimateByYear(gevinst, period), period);
    addYears(sums[unit].realisert, realisedByYear(gevinst), period);
  }
  return { count: counted.size, ...sums, budsjettvirkning };
}

/** All years of a row together. */
export function total(byYear: ByYear): number {
  return Object.values(byYear).reduce((sum, amount) => sum + amount, 0);
}

function addYears(into: Record<string, number>, amounts: ByYear, period: Period): void {
  for (const [year, amount] of Object.entries(amounts)) {
    if (isInPeriod(year, period)) into[year] = (into[year] ?? 0) + amount;
  }
}
