/**
 * The tables of a sheet as they are read on paper: whole, with all that is known of each row, and
 * brief, with the columns of the A3.
 */
import { formatDate } from '../../shared/format/date.ts';
import { formatNumber } from '../../shared/format/number.ts';
import type { Gevinst, Maaling, Tiltak } from '../../shared/sheet/schema/entities.ts';
import type { Rating } from '../../shared/sheet/schema/vocabulary.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { type Block, dataTable, quietParagraph, textParagraph } from './blocks.ts';
import { cleanText } from './cleanText.ts';
import { titlesOf } from './tables.ts';
import { BESLUTNING, FREKVENS, GEVINST_SLAG, GEVINST_UNIT, STATUS, TILTAK_SLAG } from './words.ts';

export function rotaarsakBlock({ rotaarsaker }: Snapshot): Block {
  const rows = rotaarsaker.map(({ title, points }) => [[bold(title)], pointList(points)]);
  return dataTable(['Rotårsak', 'Punkter'], [0.35, 0.65], rows);
}

/** A heading with points under it, as they stand on the A3. */
export function rotaarsakClusters({ rotaarsaker }: Snapshot): Block[] {
  return rotaarsaker.flatMap(({ title, points }) => [
    { kind: 'heading', runs: [{ text: cleanText(title) }] },
    ...pointList(points),
  ]);
}

/** Each line of the points is one. */
function pointList(points: string): Block[] {
  const lines = cleanText(points)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  const items = lines.map((line) => [textParagraph(line)]);
  return [{ kind: 'list', isOrdered: false, start: 1, items }];
}

export function tiltakBlock({ sheet, tiltak, rotaarsaker }: Snapshot): Block {
  const titles = titlesOf(rotaarsaker);
  const isVirksomhet = sheet.kind === 'virksomhet';
  const about = (each: Tiltak) => [
    bold(each.title),
    ...text(each.description),
    ...facts([
      ['', isVirksomhet || each.slag === 'utredning' ? TILTAK_SLAG[each.slag] : ''],
      ['Rotårsak', namesOf(each.rotaarsaker, titles)],
      ['Gevinstpotensial', outOfFive(each.gevinstpotensial)],
      ['Gjennomførbarhet', outOfFive(each.gjennomforbarhet)],
    ]),
  ];
  return dataTable(
    ['Tiltak', 'Ansvar', 'Frist', 'Status', 'Beslutning'],
    [0.49, 0.17, 0.11, 0.11, 0.12],
    tiltak.map((each) => [
      about(each),
      text(each.ansvar),
      text(dateText(each.frist)),
      text(STATUS[each.status]),
      text(BESLUTNING[each.beslutning]),
    ]),
  );
}

/** The four columns of the A3 template. */
export function briefTiltak({ tiltak }: Snapshot): Block {
  return dataTable(
    ['Tiltak', 'Ansvar', 'Frist', 'Status'],
    [0.5, 0.24, 0.13, 0.13],
    tiltak.map((each) => [
      text(each.title),
      text(each.ansvar),
      text(dateText(each.frist)),
      text(STATUS[each.status]),
    ]),
  );
}

export function gevinstBlock({ gevinster, tiltak }: Snapshot): Block {
  const titles = titlesOf(tiltak);
  const about = (each: Gevinst) => [
    bold(each.title),
    ...text(each.description),
    ...facts([
      ['Forutsetninger', each.forutsetninger],
      ['Gevinstomsetting', each.omsetting],
      ['Kommer fra', namesOf(each.tiltak, titles)],
    ]),
  ];
  return dataTable(
    ['Gevinst', 'Type', 'Gevinsteier', 'Beløp per år'],
    [0.49, 0.14, 0.17, 0.2],
    gevinster.map((each) => [
      about(each),
      text(GEVINST_SLAG[each.slag]),
      [...text(each.eier), ...facts([['Ansvarlig', each.ansvarlig]])],
      amounts(each),
    ]),
  );
}

export function briefGevinster({ gevinster }: Snapshot): Block {
  return dataTable(
    ['Gevinst', 'Type', 'Gevinsteier', 'Beløp per år'],
    [0.4, 0.17, 0.18, 0.25],
    gevinster.map((each) => [
      text(each.title),
      text(GEVINST_SLAG[each.slag]),
      text(each.eier),
      amounts({ ...each, realiseresDato: null }),
    ]),
  );
}

function amounts(gevinst: Gevinst): Block[] {
  const unit = GEVINST_UNIT[gevinst.slag];
  const lines = (name: string, perYear: Readonly<Record<string, number>>, of: string) =>
    Object.entries(perYear)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([year, amount]) => text(`${name} ${year}: ${numberText(amount)} ${of}`.trim()));
  return [
    ...lines('Estimat', gevinst.estimate, unit),
    ...lines('Realisert', gevinst.realised, unit),
    ...lines('Budsjettvirkning', gevinst.budsjettvirkning, 'kr'),
    ...facts([['Realiseres', dateText(gevinst.realiseresDato)]]),
  ];
}

export function maalingBlock({ maalinger, gevinster }: Snapshot): Block {
  const titles = titlesOf(gevinster);
  const about = (each: Maaling) => [
    bold(each.name),
    ...facts([
      ['Kilde', each.source],
      ['Målemetode', each.method],
      ['Frekvens', each.frequency === null ? '' : FREKVENS[each.frequency]],
      ['Ansvarlig', each.ansvarlig],
      ['Gevinst', namesOf(each.gevinster, titles)],
    ]),
  ];
  return dataTable(
    MAALING_COLUMNS,
    [0.5, 0.14, 0.12, 0.12, 0.12],
    maalinger.map((each) => [about(each), ...valuesOf(each)]),
  );
}

export function briefMaalinger({ maalinger }: Snapshot): Block {
  return dataTable(
    MAALING_COLUMNS,
    [0.42, 0.16, 0.14, 0.14, 0.14],
    maalinger.map((each) => [text(each.name), ...valuesOf(each)]),
  );
}

const MAALING_COLUMNS = ['Måling', 'Måleenhet', 'Nullpunkt', 'Ønsket verdi', 'Sist målt'];

function valuesOf({ unit, start, target, series }: Maaling): (readonly Block[])[] {
  return [text(unit), measured(start), measured(target), measured(series.at(-1))];
}

/** Every measured value under a heading, or nothing where none is. */
export function seriesBlocks({ maalinger }: Snapshot): Block[] {
  const rows = maalinger.flatMap(({ name, series }) =>
    series.map(({ date, value, comment }) => [
      text(name),
      text(dateText(date)),
      text(numberText(value)),
      text(comment),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', runs: [{ text: 'Målte verdier' }] },
    dataTable(['Måling', 'Dato', 'Verdi', 'Kommentar'], [0.4, 0.15, 0.15, 0.3], rows),
  ];
}

function measured(
  point: { readonly value: number | null; readonly date: string | null } | undefined,
): Block[] {
  if (point === undefined) return [];
  const value = point.value === null ? [] : text(numberText(point.value));
  return [...value, ...quiet(dateText(point.date))];
}

function bold(value: string): Block {
  return textParagraph(value, { isBold: true });
}

function text(value: string): Block[] {
  return value === '' ? [] : [textParagraph(value)];
}

function quiet(value: string): Block[] {
  return value === '' ? [] : [quietParagraph(value)];
}

/** What else is known of a thing, in one quiet paragraph. */
function facts(pairs: readonly (readonly [label: string, value: string])[]): Block[] {
  const known = pairs.filter(([, value]) => value.trim() !== '');
  return quiet(
    known.map(([label, value]) => (label === '' ? value : `${label}: ${value}`)).join(' · '),
  );
}

function namesOf(ids: readonly string[], titles: ReadonlyMap<string, string>): string {
  return ids
    .flatMap((id) => titles.get(id) ?? [])
    .filter((title) => title !== '')
    .join(', ');
}

function outOfFive(rating: Rating | null): string {
  return rating === null ? '' : `${rating} av 5`;
}

function dateText(date: string | null): string {
  return date === null ? '' : formatDate(date);
}

/** No-break spaces of the common width: not every font has the narrow one. */
function numberText(value: number): string {
  return formatNumber(value, { maxDecimals: 10 }).replaceAll('\u202f', '\u00a0');
}
