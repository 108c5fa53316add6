/**
 * Sums over gevinster, each counted once whatever it is linked to (DOMAIN.md): the sum goes over
 * gevinster by id, never over links.
 */
import type { Gevinst, Tiltak } from '../sheet/schema/entities.ts';
import {
  type ByYear,
  estimateByYear,
  gevinstState,
  inPeriod,
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

/** Amounts that are still to be added up, by year. */
type Collected = Record<string, number[]>;

/**
 * Adds up. A gevinst that is given more than once, such as once for each of its links, counts once,
 * as standing on all tiltak that it was given with. Years outside the period are left out. The sums
 * do not depend on the order in which gevinster are given.
 */
export function sumGevinster(all: Iterable<CountedGevinst>, period: Period): GevinstSums {
  const stages = (): Record<SumStage, Collected> => ({ potensial: {}, vedtatt: {}, realisert: {} });
  const amounts: Record<AmountUnit, Record<SumStage, Collected>> = {
    kroner: stages(),
    timer: stages(),
  };
  const budsjettvirkning: Collected = {};
  const counted = eachOnce(all);
  for (const { gevinst, tiltak } of counted) {
    collect(budsjettvirkning, gevinst.budsjettvirkning, period);
    const unit = unitOfSlag(gevinst.slag);
    if (unit === undefined) continue;
    const state = gevinstState(gevinst, tiltak);
    if (state !== 'avvist') collect(amounts[unit][state], estimateByYear(gevinst, period), period);
    collect(amounts[unit].realisert, realisedByYear(gevinst), period);
  }
  return {
    count: counted.length,
    kroner: addedStages(amounts.kroner),
    timer: addedStages(amounts.timer),
    budsjettvirkning: added(budsjettvirkning),
  };
}

/** All years of a row together. */
export function total(byYear: ByYear): number {
  return sumOf(Object.values(byYear));
}

function eachOnce(all: Iterable<CountedGevinst>): readonly CountedGevinst[] {
  const byId = new Map<string, CountedGevinst>();
  for (const { gevinst, tiltak } of all) {
    const known = byId.get(gevinst.id);
    byId.set(gevinst.id, { gevinst, tiltak: known ? [...known.tiltak, ...tiltak] : tiltak });
  }
  return [...byId.values()];
}

function collect(into: Collected, amounts: ByYear, period: Period): void {
  for (const [year, amount] of Object.entries(inPeriod(amounts, period))) {
    into[year] ??= [];
    into[year].push(amount);
  }
}

function addedStages({ potensial, vedtatt, realisert }: Record<SumStage, Collected>): StageSums {
  return { potensial: added(potensial), vedtatt: added(vedtatt), realisert: added(realisert) };
}

function added(amounts: Collected): ByYear {
  return Object.fromEntries(Object.entries(amounts).map(([year, each]) => [year, sumOf(each)]));
}

/** Numbers round as they are added; always added in the same order, they always round alike. */
function sumOf(amounts: readonly number[]): number {
  return [...amounts].sort((a, b) => a - b).reduce((sum, amount) => sum + amount, 0);
}
