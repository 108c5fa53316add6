/**
 * A sheet as it is read on paper: its header, and each section of the template under its number
 * and label, with its prose and its tables. Documents and PDF are written from this.
 */
import { formatDate } from '../../shared/format/date.ts';
import { PROSE_SECTIONS, type ProseSection } from '../../shared/sheet/schema/vocabulary.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { templateFor } from '../../shared/sheet/template/template.ts';
import { type Block, blocksOf } from './blocks.ts';
import { cleanText } from './cleanText.ts';
import {
  briefGevinster,
  briefMaalinger,
  briefTiltak,
  gevinstBlock,
  maalingBlock,
  rotaarsakBlock,
  rotaarsakClusters,
  seriesBlocks,
  tiltakBlock,
} from './sheetTables.ts';
import { HEADER_WORDS, SHEET_KIND, sectionTitle, sectionWords, UNTITLED } from './words.ts';

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
        const shown = tables(options, measures(snapshot, options), [briefMaalinger(snapshot)]);
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
    [HEADER_WORDS.date, date === null ? '' : formatDate(date)],
    [HEADER_WORDS.edition, cleanText(edition)],
    [HEADER_WORDS.owner, cleanText(owner)],
  ] as const;
  return mentor === '' ? always : [...always, [HEADER_WORDS.mentor, cleanText(mentor)]];
}

function causes(snapshot: Snapshot, options: ViewOptions): Block[] {
  return options.rotaarsaker === 'table' ? [rotaarsakBlock(snapshot)] : rotaarsakClusters(snapshot);
}

function measures(snapshot: Snapshot, { hasSeries }: ViewOptions): Block[] {
  return [maalingBlock(snapshot), ...(hasSeries ? seriesBlocks(snapshot) : [])];
}
