/** Rows as an answer shows them. */
import { estimateByYear, type Period, realisedByYear } from '../../../shared/gevinst/amounts.ts';
import { aarsverk } from '../../../shared/gevinst/calculators.ts';
import { maaloppnaaelse } from '../../../shared/gevinst/maaloppnaaelse.ts';
import type {
  PortfolioFlag,
  PortfolioGevinst,
  PortfolioItem,
  PortfolioMaaling,
  PortfolioMaaltall,
  PortfolioProgram,
  PortfolioStage,
  PortfolioSums,
  PortfolioTiltak,
  StagedSums,
  YearSums,
} from '../../../shared/portfolio/portfolio.ts';
import type { ProgramRows } from '../programRows.ts';
import type { MaalingRow } from '../rows.ts';
import { type GevinstItem, type Item, inPeriod, type TiltakItem } from './items.ts';

export function programOf(program: ProgramRows, period: Period): PortfolioProgram {
  const { programId, name, hoursPerAarsverk, gevinstWord } = program;
  return { id: programId, name, period, hoursPerAarsverk, gevinstWord };
}

export function aarsverkOf(
  timer: StagedSums,
  hoursPerAarsverk: number,
): Readonly<Record<PortfolioStage, YearSums>> {
  return mapped(timer, ({ byYear, total }) => ({
    byYear: mapped(byYear, (hours) => aarsverk(hours, hoursPerAarsverk)),
    total: aarsverk(total, hoursPerAarsverk),
  }));
}

/** `all` gives the sums of the whole programme, and is asked only where a måltall counts them. */
export function maaltallOf(
  maaltall: ProgramRows['maaltall'],
  all: () => PortfolioSums,
): readonly PortfolioMaaltall[] {
  return maaltall.map((each) => ({
    ...each,
    sums:
      each.basis === null
        ? null
        : mapped(all()[each.basis], ({ byYear, total }) => ({ byYear, total })),
  }));
}

export function shownItem(
  item: Item,
  flags: readonly PortfolioFlag[],
  period: Period,
): PortfolioItem {
  return item.type === 'tiltak' ? shownTiltak(item, flags) : shownGevinst(item, flags, period);
}

export function shownTiltak(
  { rows, row, gevinster, touchedAt }: TiltakItem,
  flags: readonly PortfolioFlag[],
): PortfolioTiltak {
  return { type: 'tiltak', ...row, ...placeOf(rows), gevinster, touchedAt, flags };
}

export function shownGevinst(
  { rows, row, state, tiltak, maalinger, touchedAt }: GevinstItem,
  flags: readonly PortfolioFlag[],
  period: Period,
): PortfolioGevinst {
  const { id, title, description, slag, eier, ansvarlig, realiseresDato } = row;
  return {
    type: 'gevinst',
    ...{ id, title, description, slag, state, eier, ansvarlig, realiseresDato },
    ...placeOf(rows),
    beslutning: tiltak[0]?.beslutning ?? null,
    status: tiltak[0]?.status ?? null,
    tiltak: tiltak.map((each) => ({ id: each.id, title: each.title })),
    estimate: inPeriod(estimateByYear(row, period), period),
    realised: inPeriod(realisedByYear(row), period),
    budsjettvirkning: inPeriod(row.budsjettvirkning, period),
    maalinger: maalinger.map(shownMaaling),
    ...{ touchedAt, flags },
  };
}

function placeOf({ sheet }: Item['rows']) {
  const { sheetId, title, kind, enhetId } = sheet;
  return { sheetId, sheetTitle: title, sheetKind: kind, enhetId };
}

function shownMaaling(maaling: MaalingRow): PortfolioMaaling {
  const { id, name, unit, start, target, series } = maaling;
  const latest = series.at(-1);
  return {
    ...{ id, name, unit, start, target },
    latest: latest === undefined ? null : { date: latest.date, value: latest.value },
    maaloppnaaelse: maaloppnaaelse(maaling) ?? null,
  };
}

function mapped<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  change: (value: A) => B,
): Readonly<Record<K, B>> {
  const entries = Object.entries<A>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<K, B>;
}
