/**
 * A sheet as a Word document: real headings, lists and tables with header rows, so that it can be
 * worked on further and read by a screen reader.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import type { Block, BlockTable, List, Run } from './blocks.ts';
import { type SheetView, viewSheet } from './sheetView.ts';

/** A4 landscape and its margins, in twentieths of a point. */
const PAGE = { short: 11_906, long: 16_838, margin: 1000 } as const;
const TEXT_WIDTH = PAGE.long - 2 * PAGE.margin;
const COLORS = { heading: '002C54', soft: '4C5866', line: 'C4CFDB', tint: 'DDEAF6' } as const;
const BULLETS = 'punkter';
/** Word knows nine levels of lists; what lies deeper stands on the last. */
const MAX_LIST_LEVEL = 8;
const INDENT = 360;

type Content = Paragraph | Table;

/** Where a block stands: what it takes of the page, and how deep in lists. */
interface Place {
  readonly width: number;
  readonly listLevel: number;
  readonly isHeader: boolean;
  readonly numbering: Numbering;
}

/** Every ordered list counts for itself: a numbering of its own for each. */
interface Numbering {
  readonly configs: { reference: string; levels: ILevelsOptions[] }[];
}

/** The whole file. */
export async function writeDocx(snapshot: Snapshot): Promise<Uint8Array> {
  const view = viewSheet(snapshot, {
    rotaarsaker: 'table',
    hasSeries: true,
    isBrief: false,
  });
  const numbering: Numbering = { configs: [{ reference: BULLETS, levels: bulletLevels() }] };
  const place: Place = { width: TEXT_WIDTH, listLevel: 0, isHeader: false, numbering };
  const children = [...headerOf(view), ...sectionsOf(view, place)];
  const document = new Document({
    title: view.title,
    creator: '',
    lastModifiedBy: '',
    description: view.kind,
    styles: styles(),
    numbering: { config: numbering.configs },
    sections: [
      {
        properties: {
          page: {
            // The library swaps the two for landscape.
            size: { width: PAGE.short, height: PAGE.long, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: PAGE.margin,
              right: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
            },
          },
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function headerOf({ kind, title, facts }: SheetView): Content[] {
  const runs = facts.flatMap(([label, value], index) => [
    new TextRun({ text: `${index === 0 ? '' : '   '}${label}: `, bold: true }),
    ...textRuns([{ text: value === '' ? '–' : value }]),
  ]);
  return [
    new Paragraph({ style: 'Soft', children: [new TextRun(kind)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns([{ text: title }]) }),
    new Paragraph({ children: runs }),
  ];
}

function sectionsOf({ sections }: SheetView, place: Place): Content[] {
  return sections.flatMap(({ title, question, blocks }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns([{ text: title }]) }),
    ...(question === ''
      ? []
      : [
          new Paragraph({
            style: 'Soft',
            keepNext: true,
            children: textRuns([{ text: question, isItalic: true }]),
          }),
        ]),
    ...writeBlocks(blocks, place),
  ]);
}

function writeBlocks(blocks: readonly Block[], place: Place): Content[] {
  return blocks.flatMap((block) => writeBlock(block, place));
}

function writeBlock(block: Block, place: Place): Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.isQuiet === true ? { style: 'Soft' } : {}),
          ...indentOf(place),
          children: textRuns(block.runs, place.isHeader),
        }),
      ];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: textRuns(block.runs) })];
    case 'list':
      return writeList(block, place);
    case 'table':
      return writeTable(block, place);
  }
}

function indentOf({ listLevel }: Place): { indent?: { left: number } } {
  return listLevel === 0 ? {} : { indent: { left: listLevel * INDENT } };
}

function writeList(list: List, place: Place): Content[] {
  const level = Math.min(place.listLevel, MAX_LIST_LEVEL);
  const reference = list.isOrdered ? numberedFrom(list.start, place.numbering) : BULLETS;
  const inside = { ...place, listLevel: place.listLevel + 1 };
  return list.items.flatMap((item) => {
    const [first, ...rest] = item;
    const lead = first?.kind === 'paragraph' ? first.runs : [];
    const following = first?.kind === 'paragraph' ? rest : item;
    return [
      new Paragraph({
        numbering: { reference, level },
        children: textRuns(lead, place.isHeader),
      }),
      ...writeBlocks(following, inside),
    ];
  });
}

function numberedFrom(start: number, { configs }: Numbering): string {
  const reference = `nummer-${configs.length}`;
  configs.push({
    reference,
    levels: levels((level) => ({
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start,
    })),
  });
  return reference;
}

function bulletLevels(): ILevelsOptions[] {
  return levels((level) => ({
    format: LevelFormat.BULLET,
    text: level % 2 === 0 ? '•' : '–',
  }));
}

function levels(look: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] {
  return Array.from({ length: MAX_LIST_LEVEL + 1 }, (_, level) => ({
    ...look(level),
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: (level + 1) * INDENT, hanging: INDENT } } },
  }));
}

/** A table, and the empty line that Word needs after one. */
function writeTable({ widths, rows }: BlockTable, place: Place): Content[] {
  const columnWidths = widths.map((share) => Math.round(share * place.width));
  const table = new Table({
    columnWidths,
    width: { size: place.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: tableBorders(),
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    rows: rows.map((row, index) => {
      const isHeader = index === 0 && row.every((cell) => cell.isHeader);
      return new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: writeCells(row, columnWidths, place),
      });
    }),
  });
  return [table, new Paragraph({ style: 'AfterTable' })];
}

function writeCells(
  row: BlockTable['rows'][number],
  columnWidths: readonly number[],
  place: Place,
): TableCell[] {
  let column = 0;
  return row.map(({ blocks, isHeader, span }) => {
    const width = columnWidths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    const content = writeBlocks(blocks, {
      ...place,
      width: Math.max(width - 180, 200),
      listLevel: 0,
      isHeader,
    });
    return new TableCell({
      ...(span > 1 ? { columnSpan: span } : {}),
      width: { size: width, type: WidthType.DXA },
      ...(isHeader ? { shading: { fill: COLORS.tint } } : {}),
      children: content.length === 0 ? [new Paragraph({})] : content,
    });
  });
}

function tableBorders() {
  const line = { style: BorderStyle.SINGLE, size: 4, color: COLORS.line };
  return {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  };
}

function textRuns(runs: readonly Run[], isHeader = false): TextRun[] {
  return runs.flatMap(({ text, isBold, isItalic }) =>
    text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(isBold === true || isHeader ? { bold: true } : {}),
          ...(isItalic === true ? { italics: true } : {}),
        }),
    ),
  );
}

function styles() {
  const heading = { bold: true, color: COLORS.heading };
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 21, language: { value: 'nb-NO' } },
        paragraph: { spacing: { after: 80 } },
      },
      title: { run: { ...heading, size: 44 }, paragraph: { spacing: { after: 120 } } },
      heading1: {
        run: { ...heading, size: 28 },
        paragraph: { spacing: { before: 280, after: 60 }, keepNext: true },
      },
      heading2: {
        run: { ...heading, size: 23 },
        paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'Soft',
        name: 'Dempet',
        basedOn: 'Normal',
        run: { color: COLORS.soft },
      },
      {
        id: 'AfterTable',
        name: 'Etter tabell',
        basedOn: 'Normal',
        run: { size: 8 },
        paragraph: { spacing: { after: 0 } },
      },
    ],
  };
}
