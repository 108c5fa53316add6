/**
 * What a gevinst is worth, year by year: as estimated, as realised, and how far the political side
 * has come with it. Every sum in the product is made of these, so that a number is the same on the
 * sheet, in the portfolio and in an export.
 */
import type { Gevinst, Tiltak } from '../sheet/schema/entities.ts';
import type { GevinstSlag } from '../sheet/schema/vocabulary.ts';
import { type AmountUnit, calculate } from './calculators.ts';

/** The years of the plan, both ends included, as numbers: 2024 to 2027. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Amounts by year, `{ '2026': 120000 }`. */
export type ByYear = Readonly<Record<string, number>>;

/** The økonomiplan's length, where no programme says which years count. */
const PLAN_YEARS = 4;

/**
 * `vedtatt`: a tiltak that it comes from is vedtatt. `avvist`: all of them are avvist or stoppet.
 * `potensial`: everything else, those without a tiltak included, which must not vanish.
 */
export type GevinstState = 'potensial' | 'vedtatt' | 'avvist';

/** What a kind of gevinst is counted in; undefined for økt kvalitet, which is not priced. */
export function unitOfSlag(slag: GevinstSlag): AmountUnit | undefined {
  switch (slag) {
    case 'spart_tid':
      return 'timer';
    case 'unngaatte_kostnader':
      return 'kroner';
    case 'okt_kvalitet':
      return undefined;
  }
}

/** The years that an økonomiplan made after this day covers: the next one and three more. */
export function planPeriod(date: string): Period {
  const from = Number(date.slice(0, 4)) + 1;
  return { from, to: from + PLAN_YEARS - 1 };
}

/** All years of a period, as the document writes them. */
export function yearsOf({ from, to }: Period): readonly string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));
}

export function isInPeriod(year: string, { from, to }: Period): boolean {
  const number = Number(year);
  return number >= from && number <= to;
}

/**
 * The estimate of each year: what was entered for the year, else the calculator's result for every
 * year of the period from the realiseringstidspunkt on. Years outside the period have only what was
 * entered for them. Empty for økt kvalitet.
 */
export function estimateByYear(
  gevinst: Pick<Gevinst, 'slag' | 'calculation' | 'estimate' | 'realiseresDato'>,
  period: Period,
): ByYear {
  const unit = unitOfSlag(gevinst.slag);
  if (unit === undefined) return {};
  const result = calculate(gevinst.calculation);
  const perYear = result?.unit === unit ? result.perYear : undefined;
  if (perYear === undefined) return gevinst.estimate;
  const first = gevinst.realiseresDato === null ? period.from : yearOf(gevinst.realiseresDato);
  const calculated = yearsOf(period).filter((year) => Number(year) >= first);
  return {
    ...Object.fromEntries(calculated.map((year) => [year, perYear])),
    ...gevinst.estimate,
  };
}

/** What was really gained, by year, in the gevinst's unit. Empty for økt kvalitet. */
export function realisedByYear(gevinst: Pick<Gevinst, 'slag' | 'realised'>): ByYear {
  return unitOfSlag(gevinst.slag) === undefined ? {} : gevinst.realised;
}

/** How far a gevinst has come, from the tiltak of its sheet. Tiltak that are gone do not count. */
export function gevinstState(
  gevinst: Pick<Gevinst, 'tiltak'>,
  tiltak: readonly Standing[],
): GevinstState {
  const linked = tiltak.filter(({ id }) => gevinst.tiltak.includes(id));
  const living = linked.filter((each) => !isDropped(each));
  if (linked.length > 0 && living.length === 0) return 'avvist';
  return living.some(isAdopted) ? 'vedtatt' : 'potensial';
}

/** Where a tiltak stands: on both of its axes. */
type Standing = Pick<Tiltak, 'id' | 'beslutning' | 'status'>;

/** Whether the political side has adopted a tiltak. */
export function isAdopted({ beslutning }: Pick<Tiltak, 'beslutning'>): boolean {
  return beslutning === 'vedtatt' || beslutning === 'vedtatt_endret';
}

/** Whether nothing more is to come of a tiltak: it is avvist or stoppet. */
export function isDropped({ beslutning, status }: Pick<Tiltak, 'beslutning' | 'status'>): boolean {
  return beslutning === 'avvist' || status === 'stoppet';
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
