/**
 * The tables of a sheet for a spreadsheet: tiltak, gevinster and målinger, one under the other.
 * Semicolons and decimal commas, as Norwegian Excel reads them, and a byte order mark, so that it
 * sees the letters right.
 */
import type { Gevinst, Maaling, Tiltak } from '../../shared/sheet/schema/entities.ts';
import type {
  Beslutning,
  Frequency,
  GevinstSlag,
  TiltakSlag,
  TiltakStatus,
} from '../../shared/sheet/schema/vocabulary.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';

type Cell = string | number | null;
type Row = readonly Cell[];

const BYTE_ORDER_MARK = '﻿';
const LINE_END = '\r\n';

const TILTAK_SLAG: Readonly<Record<TiltakSlag, string>> = {
  utredning: 'Utredningstiltak',
  endring: 'Endringstiltak',
};
const STATUS: Readonly<Record<TiltakStatus, string>> = {
  ikke_startet: 'Ikke startet',
  pagar: 'Pågår',
  gjennomfort: 'Gjennomført',
  stoppet: 'Stoppet',
};
const BESLUTNING: Readonly<Record<Beslutning, string>> = {
  forslag: 'Forslag',
  til_behandling: 'Til behandling',
  vedtatt: 'Vedtatt',
  vedtatt_endret: 'Vedtatt med endring',
  avvist: 'Avvist',
  utsatt: 'Utsatt',
};
const GEVINST_SLAG: Readonly<Record<GevinstSlag, string>> = {
  okt_kvalitet: 'Økt kvalitet',
  unngaatte_kostnader: 'Unngåtte kostnader',
  spart_tid: 'Spart tid',
};
const FREKVENS: Readonly<Record<Frequency, string>> = {
  ukentlig: 'Ukentlig',
  maanedlig: 'Månedlig',
  kvartalsvis: 'Kvartalsvis',
  tertialvis: 'Tertialvis',
  halvaarlig: 'Halvårlig',
  aarlig: 'Årlig',
};

/** The whole file as text. */
export function writeCsv(snapshot: Snapshot): string {
  const tables = [tiltakTable(snapshot), gevinstTable(snapshot), maalingTable(snapshot)];
  const lines = tables.flatMap((table, index) => [
    ...(index === 0 ? [] : ['']),
    ...table.map((row) => row.map(writeCell).join(';')),
  ]);
  return BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END;
}

function tiltakTable({ tiltak, rotaarsaker }: Snapshot): Row[] {
  const titles = titlesOf(rotaarsaker);
  return [
    ['Tiltak', 'Slag', 'Beskrivelse', 'Ansvar', 'Frist', 'Status', 'Beslutning', 'Rotårsaker'],
    ...tiltak.map((each: Tiltak) => [
      each.title,
      TILTAK_SLAG[each.slag],
      each.description,
      each.ansvar,
      each.frist,
      STATUS[each.status],
      BESLUTNING[each.beslutning],
      named(each.rotaarsaker, titles),
    ]),
  ];
}

function gevinstTable({ gevinster, tiltak }: Snapshot): Row[] {
  const titles = titlesOf(tiltak);
  const years = yearsOf(gevinster);
  const perYear = (name: string) => years.map((year) => `${name} ${year}`);
  return [
    [
      ...['Gevinst', 'Slag', 'Beskrivelse', 'Gevinsteier', 'Gevinstansvarlig', 'Forutsetninger'],
      ...['Gevinstomsetting', 'Realiseres dato', 'Tiltak'],
      ...perYear('Estimat'),
      ...perYear('Realisert'),
      ...perYear('Budsjettvirkning kr'),
    ],
    ...gevinster.map((each: Gevinst) => [
      ...[each.title, GEVINST_SLAG[each.slag], each.description, each.eier, each.ansvarlig],
      ...[each.forutsetninger, each.omsetting, each.realiseresDato, named(each.tiltak, titles)],
      ...years.map((year) => each.estimate[year] ?? null),
      ...years.map((year) => each.realised[year] ?? null),
      ...years.map((year) => each.budsjettvirkning[year] ?? null),
    ]),
  ];
}

/** One row for each measured value, so that a series can be drawn; one where nothing is measured. */
function maalingTable({ maalinger, gevinster }: Snapshot): Row[] {
  const titles = titlesOf(gevinster);
  return [
    [
      ...['Måling', 'Måleenhet', 'Startverdi', 'Startdato', 'Ønsket verdi', 'Ønsket dato'],
      ...['Kilde', 'Målemetode', 'Frekvens', 'Ansvarlig', 'Gevinster'],
      ...['Målt dato', 'Målt verdi', 'Kommentar'],
    ],
    ...maalinger.flatMap((each: Maaling) => {
      const about: Row = [
        ...[each.name, each.unit, each.start.value, each.start.date, each.target.value],
        ...[each.target.date, each.source, each.method],
        ...[each.frequency === null ? '' : FREKVENS[each.frequency], each.ansvarlig],
        named(each.gevinster, titles),
      ];
      if (each.series.length === 0) return [[...about, null, null, null]];
      return each.series.map(({ date, value, comment }) => [...about, date, value, comment]);
    }),
  ];
}

function titlesOf(
  entities: readonly { readonly id: string; readonly title: string }[],
): ReadonlyMap<string, string> {
  return new Map(entities.map(({ id, title }) => [id, title]));
}

/** What is gone has no name and is left out. */
function named(ids: readonly string[], titles: ReadonlyMap<string, string>): string {
  return ids.flatMap((id) => titles.get(id) ?? []).join(' | ');
}

function yearsOf(gevinster: readonly Gevinst[]): string[] {
  const years = gevinster.flatMap(({ estimate, realised, budsjettvirkning }) =>
    [estimate, realised, budsjettvirkning].flatMap(Object.keys),
  );
  return [...new Set(years)].sort();
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return quote(disarm(cell));
}

/** A spreadsheet would run text that begins like a formula; an apostrophe makes it text again. */
function disarm(text: string): string {
  return /^[\s\0]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
