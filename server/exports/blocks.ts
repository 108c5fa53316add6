/**
 * Prose and tables as a reader meets them on paper: paragraphs, headings, lists and regular tables.
 * Documents and PDF are written from these. Nodes that are not known give their contents, so that
 * no word is left out.
 */
import type { ProseNode } from '../../shared/sheet/snapshot/prose.ts';
import { cleanText } from './cleanText.ts';

export interface Run {
  /** A line break inside a paragraph is `\n`. */
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** Said in a lower voice: guiding questions, and the facts under a title. */
  readonly isQuiet?: boolean;
}
export interface Heading {
  readonly kind: 'heading';
  readonly runs: readonly Run[];
}
export interface List {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}
export interface TableCell {
  readonly blocks: readonly Block[];
  readonly isHeader: boolean;
  /** How many columns it takes; those of a row add up to the columns of its table. */
  readonly span: number;
}
export interface BlockTable {
  readonly kind: 'table';
  /** The share of the width that each column takes. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TableCell[])[];
}
export type Block = Paragraph | Heading | List | BlockTable;

/** More columns than anybody can read; those beyond them share the last one's place. */
const MAX_COLUMNS = 40;

export function textParagraph(text: string, style: Omit<Run, 'text'> = {}): Paragraph {
  return { kind: 'paragraph', runs: [{ text: cleanText(text), ...style }] };
}

export function quietParagraph(text: string): Paragraph {
  return { ...textParagraph(text), isQuiet: true };
}

/** A table with a header row, each cell of it given as blocks. */
export function dataTable(
  header: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (readonly Block[])[])[],
): BlockTable {
  const headerRow = header.map((text) => cellOf([textParagraph(text)], true));
  return {
    kind: 'table',
    widths,
    rows: [headerRow, ...rows.map((row) => row.map((blocks) => cellOf(blocks, false)))],
  };
}

function cellOf(blocks: readonly Block[], isHeader: boolean): TableCell {
  return { blocks, isHeader, span: 1 };
}

/** The blocks of some prose. */
export function blocksOf(nodes: readonly ProseNode[]): Block[] {
  const blocks: Block[] = [];
  let inline: ProseNode[] = [];
  const closeInline = () => {
    if (inline.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(inline) });
    inline = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      inline.push(node);
      continue;
    }
    closeInline();
    for (const block of blocksOfNode(node)) blocks.push(block);
  }
  closeInline();
  return blocks;
}

function isInline(node: ProseNode): boolean {
  return node.text !== undefined || node.type === 'hardBreak';
}

function blocksOfNode(node: ProseNode): Block[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return content.every(isInline)
        ? [{ kind: 'paragraph', runs: runsOf(content) }]
        : blocksOf(content);
    case 'heading':
      return content.every(isInline)
        ? [{ kind: 'heading', runs: runsOf(content) }]
        : blocksOf(content);
    case 'bulletList':
    case 'orderedList':
      return [listOf(node)];
    case 'table':
      return tableOf(node);
    default:
      return blocksOf(content);
  }
}

function listOf(node: ProseNode): List {
  const start = node.attrs?.['start'];
  return {
    kind: 'list',
    isOrdered: node.type === 'orderedList',
    start: typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 1,
    items: (node.content ?? []).map((item) => blocksOf(isInline(item) ? [item] : wrapped(item))),
  };
}

function wrapped(item: ProseNode): readonly ProseNode[] {
  return item.type === 'listItem' ? (item.content ?? []) : [item];
}

function runsOf(nodes: readonly ProseNode[]): Run[] {
  return nodes.map((node) => {
    const marks = new Set((node.marks ?? []).map((mark) => mark.type));
    return {
      text: node.type === 'hardBreak' ? '\n' : cleanText(node.text ?? ''),
      ...(marks.has('bold') ? { isBold: true } : {}),
      ...(marks.has('italic') ? { isItalic: true } : {}),
    };
  });
}

/** Regular whatever was merged: a cell that reaches down leaves empty ones below it. */
function tableOf(node: ProseNode): Block[] {
  const held = new Map<number, number>();
  const rows = (node.content ?? []).map((row) => placeRow(row, held));
  const columns = rows.reduce((most, row) => Math.max(most, spanOf(row)), 0);
  if (columns === 0) return rows.flat().flatMap((cell) => cell.blocks);
  return [
    {
      kind: 'table',
      widths: Array.from({ length: columns }, () => 1 / columns),
      rows: rows.map((row) => {
        const missing = columns - spanOf(row);
        return missing === 0 ? row : [...row, { blocks: [], isHeader: false, span: missing }];
      }),
    },
  ];
}

function spanOf(row: readonly TableCell[]): number {
  return row.reduce((sum, { span }) => sum + span, 0);
}

/** `held` says for how many rows yet each column is taken by a cell further up. */
function placeRow(row: ProseNode, held: Map<number, number>): TableCell[] {
  const placed: TableCell[] = [];
  let column = 0;
  const passHeld = () => {
    for (let rowsLeft = held.get(column) ?? 0; rowsLeft > 0; rowsLeft = held.get(column) ?? 0) {
      held.set(column, rowsLeft - 1);
      placed.push({ blocks: [], isHeader: false, span: 1 });
      column += 1;
    }
  };
  for (const cell of row.content ?? []) {
    passHeld();
    const last = placed.at(-1);
    const blocks = blocksOf(cell.content ?? []);
    if (column >= MAX_COLUMNS && last !== undefined) {
      placed[placed.length - 1] = { ...last, blocks: [...last.blocks, ...blocks] };
      continue;
    }
    const span = Math.min(countOf(cell, 'colspan'), Math.max(1, MAX_COLUMNS - column));
    const rowsBelow = countOf(cell, 'rowspan') - 1;
    for (let each = column; each < column + span; each += 1) {
      if (rowsBelow > 0) held.set(each, rowsBelow);
    }
    placed.push({ blocks, isHeader: cell.type === 'tableHeader', span });
    column += span;
  }
  passHeld();
  return placed;
}

function countOf(cell: ProseNode, name: 'colspan' | 'rowspan'): number {
  const count = cell.attrs?.[name];
  if (typeof count !== 'number' || !Number.isSafeInteger(count)) return 1;
  return Math.min(Math.max(count, 1), MAX_COLUMNS);
}
