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

const MONTHS_PER_YEAR = 12;

/**
 * `vedtatt`: a tiltak that it comes from is vedtatt. `avvist`: all of them are avvist or stoppet.
 * `potensial`: everything else, those without a tiltak included, which must not vanish.
 */
export type GevinstState = 'potensial' | 'vedtatt' | 'avvist';

/** What an estimate follows from. */
type Estimated = Pick<Gevinst, 'slag' | 'calculation' | 'estimate' | 'realiseresDato'>;

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

/** The year of a period that is nearest to one. */
export function nearestIn({ from, to }: Period, year: number): number {
  return Math.max(from, Math.min(to, year));
}

export function isInPeriod(year: string, { from, to }: Period): boolean {
  const number = Number(year);
  return number >= from && number <= to;
}

/** The amounts of the years in the period. */
export function inPeriod(byYear: ByYear, period: Period): ByYear {
  return Object.fromEntries(Object.entries(byYear).filter(([year]) => isInPeriod(year, period)));
}

/**
 * The estimate of each year: what was entered for the year, else the calculator's result. Years
 * outside the period have only what was entered for them. Empty for økt kvalitet.
 */
export function estimateByYear(gevinst: Estimated, period: Period): ByYear {
  if (unitOfSlag(gevinst.slag) === undefined) return {};
  return { ...calculatedByYear(gevinst, period), ...gevinst.estimate };
}

/**
 * What the calculator gives for each year of the period: its result, and in the year of the
 * realiseringstidspunkt the share of it that falls on the whole months left, as budgets count
 * (halvårsvirkning from 1 July). A year with none is left out. Empty without a result, and where the
 * calculator counts in another unit than the gevinst.
 */
export function calculatedByYear(gevinst: Omit<Estimated, 'estimate'>, period: Period): ByYear {
  const result = calculate(gevinst.calculation);
  const perYear = result?.unit === unitOfSlag(gevinst.slag) ? result?.perYear : undefined;
  if (perYear === undefined) return {};
  return Object.fromEntries(
    yearsOf(period).flatMap((year) => {
      const months = monthsOfEffect(gevinst, year);
      return months === 0 ? [] : [[year, (perYear * months) / MONTHS_PER_YEAR]];
    }),
  );
}

/** How many whole months of a year come after the realiseringstidspunkt; all 12 when there is none. */
export function monthsOfEffect(
  { realiseresDato }: Pick<Gevinst, 'realiseresDato'>,
  year: string,
): number {
  if (realiseresDato === null) return MONTHS_PER_YEAR;
  const [from = 0, month = 1, day = 1] = realiseresDato.split('-').map(Number);
  if (Number(year) !== from) return Number(year) < from ? 0 : MONTHS_PER_YEAR;
  return MONTHS_PER_YEAR - month + (day === 1 ? 1 : 0);
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
function isAdopted({ beslutning }: Pick<Tiltak, 'beslutning'>): boolean {
  return beslutning === 'vedtatt' || beslutning === 'vedtatt_endret';
}

/** Whether nothing more is to come of a tiltak: it is avvist or stoppet. */
export function isDropped({ beslutning, status }: Pick<Tiltak, 'beslutning' | 'status'>): boolean {
  return beslutning === 'avvist' || status === 'stoppet';
}
