/**
 * A sheet as it is read on paper: its header, and each section of the template under its number
 * and label, with its prose and its tables. Documents and PDF are written from this.
 */
import { formatDate } from '../../shared/format/date.ts';
import { formatNumber } from '../../shared/format/number.ts';
import type { Gevinst, Maaling, Tiltak } from '../../shared/sheet/schema/entities.ts';
import { PROSE_SECTIONS, type ProseSection } from '../../shared/sheet/schema/vocabulary.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { templateFor } from '../../shared/sheet/template/template.ts';
import { type Block, blocksOf, dataTable, quietParagraph, textParagraph } from './blocks.ts';
import { cleanText } from './cleanText.ts';
import { titlesOf } from './tables.ts';
import {
  BESLUTNING,
  FREKVENS,
  GEVINST_SLAG,
  GEVINST_UNIT,
  HEADER_WORDS,
  SHEET_KIND,
  STATUS,
  sectionTitle,
  sectionWords,
  TILTAK_SLAG,
  UNTITLED,
} from './words.ts';

export interface SheetSection {
  readonly column: 'left' | 'right';
  readonly title: string;
  /** The guiding question, or '' where the section has none. */
  readonly question: string;
  readonly blocks: readonly Block[];
  /** In a brief view, the table with all that the brief one leaves out; else nothing. */
  readonly details: readonly Block[];
}

export interface SheetView {
  readonly kind: string;
  readonly title: string;
  /** What the header says beside the title, as label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly SheetSection[];
}

export interface ViewOptions {
  /** Rotårsaker as the clusters of the A3, or as a table. */
  readonly rotaarsaker: 'clusters' | 'table';
  /** Whether every measured value is listed, or only the last one of each måling. */
  readonly hasSeries: boolean;
  /** Tables with the columns of the A3 only; the whole ones stand under `details`. */
  readonly isBrief: boolean;
}

export function viewSheet(snapshot: Snapshot, options: ViewOptions): SheetView {
  const { sheet } = snapshot;
  const hasCauses = snapshot.rotaarsaker.length > 0 || snapshot.sections.rotaarsaker.length > 0;
  const sections = templateFor(sheet.kind, { hasRotaarsaker: hasCauses }).flatMap((template) => {
    const { key, column, number } = template;
    const section = {
      column,
      title: cleanText(sectionTitle(sheet, key, number)),
      question: cleanText(sectionWords(sheet, key).question),
    };
    const prose = isProse(key) ? blocksOf(snapshot.sections[key]) : [];
    switch (key) {
      case 'rotaarsaker':
        return [{ ...section, blocks: [...causes(snapshot, options), ...prose], details: [] }];
      case 'tiltak': {
        const gevinster = { column, title: 'Gevinster', question: '' };
        return [
          { ...section, ...tables(options, [tiltakBlock(snapshot)], [briefTiltak(snapshot)]) },
          {
            ...gevinster,
            ...tables(options, [gevinstBlock(snapshot)], [briefGevinster(snapshot)]),
          },
        ];
      }
      case 'maaling': {
        const shown = tables(options, measures(snapshot, options), [briefMeasures(snapshot)]);
        return [{ ...section, ...shown, blocks: [...shown.blocks, ...prose] }];
      }
      default:
        return [{ ...section, blocks: prose, details: [] }];
    }
  });
  return {
    kind: SHEET_KIND[sheet.kind],
    title: cleanText(sheet.title).trim() || UNTITLED,
    facts: factsOf(sheet),
    sections,
  };
}

function tables(
  { isBrief }: ViewOptions,
  whole: readonly Block[],
  brief: readonly Block[],
): Pick<SheetSection, 'blocks' | 'details'> {
  return isBrief ? { blocks: brief, details: whole } : { blocks: whole, details: [] };
}

function isProse(key: string): key is ProseSection {
  return (PROSE_SECTIONS as readonly string[]).includes(key);
}

function factsOf(sheet: Snapshot['sheet']): SheetView['facts'] {
  const { date, edition, owner, mentor } = sheet;
  const always = [
    [HEADER_WORDS.date, dateText(date)],
    [HEADER_WORDS.edition, cleanText(edition)],
    [HEADER_WORDS.owner, cleanText(owner)],
  ] as const;
  return mentor === '' ? always : [...always, [HEADER_WORDS.mentor, cleanText(mentor)]];
}

function causes({ rotaarsaker }: Snapshot, options: ViewOptions): Block[] {
  if (options.rotaarsaker === 'table') {
    const rows = rotaarsaker.map(({ title, points }) => [[bold(title)], pointList(points)]);
    return [dataTable(['Rotårsak', 'Punkter'], [0.35, 0.65], rows)];
  }
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

function tiltakBlock({ sheet, tiltak, rotaarsaker }: Snapshot): Block {
  const titles = titlesOf(rotaarsaker);
  const isVirksomhet = sheet.kind === 'virksomhet';
  const about = (each: Tiltak) => [
    bold(each.title),
    ...text(each.description),
    ...facts([
      ['', isVirksomhet || each.slag === 'utredning' ? TILTAK_SLAG[each.slag] : ''],
      ['Rotårsak', namesOf(each.rotaarsaker, titles)],
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
function briefTiltak({ tiltak }: Snapshot): Block {
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

function gevinstBlock({ gevinster, tiltak }: Snapshot): Block {
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

function briefGevinster({ gevinster }: Snapshot): Block {
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

function measures({ maalinger, gevinster }: Snapshot, { hasSeries }: ViewOptions): Block[] {
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
  const table = dataTable(
    ['Måling', 'Måleenhet', 'Nullpunkt', 'Ønsket verdi', 'Sist målt'],
    [0.5, 0.14, 0.12, 0.12, 0.12],
    maalinger.map((each) => [
      about(each),
      text(each.unit),
      measured(each.start),
      measured(each.target),
      measured(each.series.at(-1)),
    ]),
  );
  const rows = maalinger.flatMap(({ name, series }) =>
    series.map(({ date, value, comment }) => [
      text(name),
      text(dateText(date)),
      text(numberText(value)),
      text(comment),
    ]),
  );
  if (!hasSeries || rows.length === 0) return [table];
  return [
    table,
    { kind: 'heading', runs: [{ text: 'Målte verdier' }] },
    dataTable(['Måling', 'Dato', 'Verdi', 'Kommentar'], [0.4, 0.15, 0.15, 0.3], rows),
  ];
}

function briefMeasures({ maalinger }: Snapshot): Block {
  return dataTable(
    ['Måling', 'Måleenhet', 'Nullpunkt', 'Ønsket verdi', 'Sist målt'],
    [0.42, 0.16, 0.14, 0.14, 0.14],
    maalinger.map((each) => [
      text(each.name),
      text(each.unit),
      measured(each.start),
      measured(each.target),
      measured(each.series.at(-1)),
    ]),
  );
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

function dateText(date: string | null): string {
  return date === null ? '' : formatDate(date);
}

/** No-break spaces of the common width: not every font has the narrow one. */
function numberText(value: number): string {
  return formatNumber(value, { maxDecimals: 10 }).replaceAll('\u202f', '\u00a0');
}
