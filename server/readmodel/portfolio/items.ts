/**
 * The rows of a sheet as the portfolio counts them: each tiltak and gevinst with everything that a
 * filter, a group or a sum asks of it worked out once. Nothing here depends on the day.
 */
import {
  type ByYear,
  estimateByYear,
  type GevinstState,
  gevinstState,
  isDropped,
  isInPeriod,
  type Period,
  realisedByYear,
  unitOfSlag,
} from '../../../shared/gevinst/amounts.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import { maaloppnaaelse, nextMeasurementDue } from '../../../shared/gevinst/maaloppnaaelse.ts';
import { type PortfolioStage, WITHOUT } from '../../../shared/portfolio/portfolio.ts';
import type { Beslutning, TiltakStatus } from '../../../shared/sheet/schema/vocabulary.ts';
import type { GevinstRow, MaalingRow, SheetRows, TiltakRow } from '../rows.ts';

interface Common {
  readonly rows: SheetRows;
  readonly touchedAt: number;
  /** The day after which it is late, where there is one. */
  readonly lateAfter: string | undefined;
  /** Nothing is asked of it any more: finished, stopped or avvist. */
  readonly isClosed: boolean;
  readonly hasOwner: boolean;
  /** The years that it is found under when no stage is asked for; `WITHOUT` when there is none. */
  readonly years: readonly string[];
}

export interface TiltakItem extends Common {
  readonly type: 'tiltak';
  readonly row: TiltakRow;
  readonly gevinster: number;
}

/** One amount that sums are made of. */
export interface Amount {
  readonly of: AmountUnit | 'budsjettvirkning';
  readonly stage: PortfolioStage;
  readonly year: string;
  readonly amount: number;
}

export interface GevinstItem extends Common {
  readonly type: 'gevinst';
  readonly row: GevinstRow;
  readonly unit: AmountUnit | undefined;
  readonly state: GevinstState;
  /** The tiltak of its sheet that it comes from, the one that has come furthest first. */
  readonly tiltak: readonly TiltakRow[];
  readonly maalinger: readonly MaalingRow[];
  /** Of the years of the period, none of them zero. */
  readonly amounts: readonly Amount[];
  /** The years in which there is something of its state (`WITHOUT` and the like as in `years`). */
  readonly stateYears: readonly string[];
  readonly realisedYears: readonly string[];
}

export type Item = TiltakItem | GevinstItem;

/** Each tiltak followed by the gevinster of which it has come furthest; those without come last. */
export function itemsOf(rows: SheetRows, period: Period): readonly Item[] {
  const gevinster = rows.gevinster.map((row) => gevinstItem(rows, row, period));
  const byLead = Map.groupBy(gevinster, ({ tiltak }) => tiltak[0]);
  return [
    ...rows.tiltak.flatMap((row) => [tiltakItem(rows, row), ...(byLead.get(row) ?? [])]),
    ...(byLead.get(undefined) ?? []),
  ];
}

/** Years in the period with an amount that is not zero. */
export function inPeriod(amounts: ByYear, period: Period): ByYear {
  return Object.fromEntries(
    Object.entries(amounts).filter(([year, amount]) => amount !== 0 && isInPeriod(year, period)),
  );
}

function tiltakItem(rows: SheetRows, row: TiltakRow): TiltakItem {
  const isClosed = row.status === 'gjennomfort' || isDropped(row);
  return {
    type: 'tiltak',
    rows,
    row,
    touchedAt: row.touchedAt,
    lateAfter: row.frist ?? undefined,
    isClosed,
    hasOwner: row.ansvar.trim() !== '',
    years: [row.frist?.slice(0, 4) ?? WITHOUT],
    gevinster: rows.gevinster.filter(({ tiltak }) => tiltak.includes(row.id)).length,
  };
}

function gevinstItem(rows: SheetRows, row: GevinstRow, period: Period): GevinstItem {
  const state = gevinstState(row, rows.tiltak);
  const unit = unitOfSlag(row.slag);
  const maalinger = rows.maalinger.filter(({ gevinster }) => gevinster.includes(row.id));
  const estimate = inPeriod(estimateByYear(row, period), period);
  const realised = inPeriod(realisedByYear(row), period);
  const budsjettvirkning = inPeriod(row.budsjettvirkning, period);
  const ofState = new Set([...Object.keys(estimate), ...Object.keys(budsjettvirkning)]);
  const realisedYears = Object.keys(realised);
  const years = [...new Set([...ofState, ...realisedYears])];
  const unpriced = years.length === 0 ? [row.realiseresDato?.slice(0, 4) ?? WITHOUT] : [];
  return {
    type: 'gevinst',
    rows,
    row,
    unit,
    state,
    tiltak: rows.tiltak.filter(({ id }) => row.tiltak.includes(id)).sort(furthestFirst),
    maalinger,
    touchedAt: Math.max(row.touchedAt, ...maalinger.map(({ touchedAt }) => touchedAt)),
    lateAfter: lateAfter(row, maalinger),
    isClosed: state === 'avvist',
    hasOwner: row.eier.trim() !== '',
    amounts: [
      ...(unit === undefined ? [] : amountsOf(unit, state, estimate)),
      ...(unit === undefined ? [] : amountsOf(unit, 'realisert', realised)),
      ...amountsOf('budsjettvirkning', state, budsjettvirkning),
    ],
    years: [...years, ...unpriced],
    stateYears: [...ofState, ...unpriced],
    realisedYears,
  };
}

function amountsOf(of: Amount['of'], stage: PortfolioStage, byYear: ByYear): Amount[] {
  return Object.entries(byYear).map(([year, amount]) => ({ of, stage, year, amount }));
}

/** The first day that asks something of it: a måling that is due, or a gain that has not come. */
function lateAfter(row: GevinstRow, maalinger: readonly MaalingRow[]): string | undefined {
  const days = maalinger.flatMap((maaling) => nextMeasurementDue(maaling) ?? []);
  if (row.realiseresDato !== null && !hasCome(row, maalinger)) days.push(row.realiseresDato);
  return days.sort()[0];
}

function hasCome(row: GevinstRow, maalinger: readonly MaalingRow[]): boolean {
  if (unitOfSlag(row.slag) === undefined) return maalinger.some(isReached);
  return Object.values(row.realised).some((amount) => amount !== 0);
}

/** Whether the newest value is the ønsket verdi or better. */
export function isReached(maaling: MaalingRow): boolean {
  return (maaloppnaaelse(maaling) ?? 0) >= 1;
}

/** From the decision that binds most to the one that binds least. */
const BESLUTNING_RANK: Readonly<Record<Beslutning, number>> = {
  vedtatt: 0,
  vedtatt_endret: 1,
  til_behandling: 2,
  forslag: 3,
  utsatt: 4,
  avvist: 5,
};
const STATUS_RANK: Readonly<Record<TiltakStatus, number>> = {
  gjennomfort: 0,
  pagar: 1,
  ikke_startet: 2,
  stoppet: 3,
};

/** Living ones before those from which nothing comes, then by decision and work; else as listed. */
function furthestFirst(a: TiltakRow, b: TiltakRow): number {
  return (
    Number(isDropped(a)) - Number(isDropped(b)) ||
    BESLUTNING_RANK[a.beslutning] - BESLUTNING_RANK[b.beslutning] ||
    STATUS_RANK[a.status] - STATUS_RANK[b.status]
  );
}
