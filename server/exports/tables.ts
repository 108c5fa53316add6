/**
 * The tables of a sheet, a row for each thing in it, for the formats that are worked on further:
 * CSV and spreadsheets. Every value keeps its kind; each format writes it in its own way.
 */
import type { Maaling } from '../../shared/sheet/schema/entities.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { BESLUTNING, FREKVENS, GEVINST_SLAG, STATUS, TILTAK_SLAG } from './words.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export interface Day {
  readonly day: string;
}
export type Cell = string | number | Day | null;
export type Row = readonly Cell[];

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export function rotaarsakTable({ rotaarsaker, tiltak }: Snapshot): Table {
  return {
    header: ['Rotårsak', 'Punkter', 'Tiltak'],
    rows: rotaarsaker.map(({ id, title, points }) => [
      title,
      points,
      tiltak
        .filter((each) => each.rotaarsaker.includes(id))
        .map((each) => each.title)
        .join(SEPARATOR),
    ]),
  };
}

export function tiltakTable({ tiltak, rotaarsaker }: Snapshot): Table {
  const titles = titlesOf(rotaarsaker);
  return {
    header: [
      ...['Tiltak', 'Slag', 'Beskrivelse', 'Ansvar', 'Frist', 'Status', 'Beslutning'],
      ...['Gevinstpotensial', 'Gjennomførbarhet', 'Rotårsaker'],
    ],
    rows: tiltak.map((each) => [
      each.title,
      TILTAK_SLAG[each.slag],
      each.description,
      each.ansvar,
      dayOf(each.frist),
      STATUS[each.status],
      BESLUTNING[each.beslutning],
      each.gevinstpotensial,
      each.gjennomforbarhet,
      named(each.rotaarsaker, titles),
    ]),
  };
}

/** With a column for each year that occurs, of estimate, realised and budsjettvirkning. */
export function gevinstTable({ gevinster, tiltak }: Snapshot): Table {
  const titles = titlesOf(tiltak);
  const years = yearsOf(gevinster);
  const perYear = (name: string) => years.map((year) => `${name} ${year}`);
  return {
    header: [
      ...['Gevinst', 'Slag', 'Beskrivelse', 'Gevinsteier', 'Gevinstansvarlig', 'Forutsetninger'],
      ...['Gevinstomsetting', 'Realiseres dato', 'Tiltak'],
      ...perYear('Estimat'),
      ...perYear('Realisert'),
      ...perYear('Budsjettvirkning kr'),
    ],
    rows: gevinster.map((each) => [
      ...[each.title, GEVINST_SLAG[each.slag], each.description, each.eier, each.ansvarlig],
      ...[each.forutsetninger, each.omsetting, dayOf(each.realiseresDato)],
      named(each.tiltak, titles),
      ...years.map((year) => each.estimate[year] ?? null),
      ...years.map((year) => each.realised[year] ?? null),
      ...years.map((year) => each.budsjettvirkning[year] ?? null),
    ]),
  };
}

export function maalingTable({ maalinger, gevinster }: Snapshot): Table {
  const titles = titlesOf(gevinster);
  return {
    header: [
      ...['Måling', 'Måleenhet', 'Startverdi', 'Startdato', 'Ønsket verdi', 'Ønsket dato'],
      ...['Kilde', 'Målemetode', 'Frekvens', 'Ansvarlig', 'Gevinster'],
    ],
    rows: maalinger.map((each) => [
      ...[each.name, each.unit, each.start.value, dayOf(each.start.date), each.target.value],
      ...[dayOf(each.target.date), each.source, each.method],
      ...[each.frequency === null ? '' : FREKVENS[each.frequency], each.ansvarlig],
      named(each.gevinster, titles),
    ]),
  };
}

/** The measured values of one måling, in order of time. */
export function seriesTable({ series }: Maaling): Table {
  return {
    header: ['Målt dato', 'Målt verdi', 'Kommentar'],
    rows: series.map(({ date, value, comment }) => [dayOf(date), value, comment]),
  };
}

const SEPARATOR = ' | ';

function dayOf(date: string | null): Day | null {
  return date === null ? null : { day: date };
}

export function titlesOf(
  entities: readonly { readonly id: string; readonly title: string }[],
): ReadonlyMap<string, string> {
  return new Map(entities.map(({ id, title }) => [id, title]));
}

/** What is gone has no name and is left out. */
function named(ids: readonly string[], titles: ReadonlyMap<string, string>): string {
  return ids.flatMap((id) => titles.get(id) ?? []).join(SEPARATOR);
}

/** The years that any of the gevinster has an amount in, in order. */
function yearsOf(gevinster: Snapshot['gevinster']): string[] {
  const years = gevinster.flatMap(({ estimate, realised, budsjettvirkning }) =>
    [estimate, realised, budsjettvirkning].flatMap(Object.keys),
  );
  return [...new Set(years)].sort();
}
