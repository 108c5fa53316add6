/**
 * Blocks as atoms: strips across a column that are never cut, with what is drawn in them. A column
 * is a pile of atoms, and a page break falls between two. What is drawn belongs to a tag, so that
 * the finished PDF can be read in the order of the sheet, whatever lies beside it on the page.
 */
import type { Block, BlockTable, List, Run } from '../blocks.ts';
import type { Measure } from './face.ts';
import { breakLines, type Piece } from './lines.ts';

export const COLORS = {
  ink: '#1c2733',
  soft: '#4c5866',
  heading: '#002c54',
  line: '#c4cfdb',
  tint: '#ddeaf6',
} as const;
type Color = (typeof COLORS)[keyof typeof COLORS];

/** An element of the tagged PDF; null is for what only decorates. */
export interface Tag {
  readonly type: string;
  readonly children: Tag[];
}

/** Places are relative to the atom's upper left corner, in points. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** The baseline. */
      readonly y: number;
      readonly piece: Piece;
      readonly size: number;
      readonly color: Color;
      readonly tag: Tag | null;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: Color;
    };

export interface Atom {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** No page break after it, where that can be. */
  readonly isTiedToNext?: boolean;
  /** The header of the table it is in, drawn again where a page begins with it. */
  readonly tableHeader?: readonly Atom[];
  /** Drawn a second time: the header of a table that goes on. */
  readonly isRepeated?: boolean;
}

/** What blocks are laid out in. */
export interface Setting {
  readonly measure: Measure;
  /** The size of body text, in points. */
  readonly size: number;
  readonly width: number;
  readonly tag: Tag;
  readonly isBold?: boolean;
}

interface Look {
  readonly type: string;
  readonly size: number;
  readonly color: Color;
  readonly isTiedToNext?: boolean;
  /** Space below, in parts of the size. */
  readonly below: number;
}

const LINE_HEIGHT = 1.32;
const BASELINE = 1.02;
/** Rows of at most so many lines stay on one page. */
const WHOLE_ROW = 12;

export function childTag(parent: Tag, type: string): Tag {
  const tag: Tag = { type, children: [] };
  parent.children.push(tag);
  return tag;
}

export function layOut(blocks: readonly Block[], setting: Setting): Atom[] {
  return blocks.flatMap((block) => layOutBlock(block, setting));
}

function layOutBlock(block: Block, setting: Setting): Atom[] {
  switch (block.kind) {
    case 'paragraph': {
      const color = block.isQuiet === true ? COLORS.soft : COLORS.ink;
      const size = setting.size * (block.isQuiet === true ? 0.9 : 1);
      return layOutText(block.runs, { type: 'P', size, color, below: 0.28 }, setting);
    }
    case 'heading':
      return layOutText(
        block.runs.map((run) => ({ ...run, isBold: true })),
        { ...SUBHEADING, size: setting.size * 1.05 },
        setting,
      );
    case 'list':
      return layOutList(block, setting);
    case 'table':
      return layOutTable(block, setting);
  }
}

const SUBHEADING = { type: 'H3', color: COLORS.heading, isTiedToNext: true, below: 0.15 } as const;

/** Text as an atom for each line. */
export function layOutText(runs: readonly Run[], look: Look, setting: Setting): Atom[] {
  const { size, color, below } = look;
  const tag = childTag(setting.tag, look.type);
  const styled = setting.isBold === true ? runs.map((run) => ({ ...run, isBold: true })) : runs;
  const lines = breakLines(styled, size, setting.width, setting.measure);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    let x = 0;
    const marks = line.map((piece): Mark => {
      const mark = { kind: 'text', x, y: size * BASELINE, piece, size, color, tag } as const;
      x += piece.width;
      return mark;
    });
    return {
      height: size * (LINE_HEIGHT + (isLast ? below : 0)),
      marks,
      ...(look.isTiedToNext === true ? { isTiedToNext: true } : {}),
    };
  });
}

function layOutList({ isOrdered, start, items }: List, setting: Setting): Atom[] {
  const { size, measure } = setting;
  const list = childTag(setting.tag, 'L');
  const labels = items.map((_, index) => (isOrdered ? `${start + index}.` : '•'));
  const widest = labels.reduce(
    (most, label) => Math.max(most, measure('regular', label) * size),
    0,
  );
  // However deep a list lies, there is room for letters beside its labels.
  const indent = Math.min(widest + size * 0.55, setting.width / 2);
  return items.flatMap((item, index) => {
    const itemTag = childTag(list, 'LI');
    const labelTag = childTag(itemTag, 'Lbl');
    const inside = { ...setting, width: setting.width - indent, tag: childTag(itemTag, 'LBody') };
    const [first = emptyLine(size), ...rest] = layOut(item, inside);
    const text = labels[index] ?? '';
    const piece = { text, face: 'regular', width: measure('regular', text) * size } as const;
    const place = { x: 0, y: size * BASELINE, size, color: COLORS.ink } as const;
    const shifted = shift(first, indent);
    return [
      { ...shifted, marks: [{ kind: 'text', ...place, piece, tag: labelTag }, ...shifted.marks] },
      ...rest.map((atom) => shift(atom, indent)),
    ];
  });
}

function emptyLine(size: number): Atom {
  return { height: size * LINE_HEIGHT, marks: [] };
}

function shift(atom: Atom, x: number): Atom {
  const { tableHeader } = atom;
  return {
    ...atom,
    marks: atom.marks.map((mark) => ({ ...mark, x: mark.x + x })),
    ...(tableHeader === undefined
      ? {}
      : { tableHeader: tableHeader.map((each) => shift(each, x)) }),
  };
}

function layOutTable({ widths, rows }: BlockTable, setting: Setting): Atom[] {
  const table = childTag(setting.tag, 'Table');
  const columns = widths.map((share) => share * setting.width);
  const inside = { ...setting, size: setting.size * 0.94, tag: table };
  const [first = [], ...others] = rows;
  const hasHeader = first.length > 0 && first.every((cell) => cell.isHeader);
  const header = hasHeader ? layOutRow(first, columns, inside) : [];
  const repeated = header.map(asDecoration);
  const body = (hasHeader ? others : rows).flatMap((row) => layOutRow(row, columns, inside));
  const tied = header.map((atom) => ({ ...atom, isTiedToNext: true }));
  const rule = ruleAtom(setting.width, setting.size * 0.7);
  return [...tied, ...body.map((atom) => ({ ...atom, tableHeader: repeated })), rule];
}

function asDecoration(atom: Atom): Atom {
  const marks = atom.marks.map((mark) => (mark.kind === 'text' ? { ...mark, tag: null } : mark));
  return { ...atom, marks, isRepeated: true };
}

function ruleAtom(width: number, height: number): Atom {
  return { height, marks: [ruleOf(width)] };
}

function ruleOf(width: number): Mark {
  return { kind: 'box', x: 0, y: 0, width, height: 0.6, color: COLORS.line };
}

/** The cells side by side: the first lines of all in one atom, then the second ones, and so on. */
function layOutRow(
  row: BlockTable['rows'][number],
  columns: readonly number[],
  setting: Setting,
): Atom[] {
  const { size } = setting;
  const tag = childTag(setting.tag, 'TR');
  const padding = size * 0.4;
  let column = 0;
  let left = 0;
  const cells = row.map(({ blocks, isHeader, span }) => {
    const width = columns.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    const cell = layOut(blocks, {
      ...setting,
      width: Math.max(width - 2 * padding, width / 2),
      tag: childTag(tag, isHeader ? 'TH' : 'TD'),
      ...(isHeader ? { isBold: true } : {}),
    });
    const atoms = cell.map((atom) => shift(atom, left + Math.min(padding, width / 4)));
    const box = isHeader ? { x: left, width } : undefined;
    column += span;
    left += width;
    return { atoms, box };
  });
  const count = cells.reduce((most, { atoms }) => Math.max(most, atoms.length), 1);
  return Array.from({ length: count }, (_, index) => {
    const beside = cells.flatMap(({ atoms }) => atoms[index] ?? []);
    const [above, below] = [index === 0 ? padding : 0, index === count - 1 ? padding * 0.5 : 0];
    const tallest = Math.max(0, ...beside.map((atom) => atom.height));
    const height = above + (tallest || size * LINE_HEIGHT) + below;
    const tints = cells.flatMap(({ box }): Mark[] =>
      box === undefined ? [] : [{ kind: 'box', ...box, y: 0, height, color: COLORS.tint }],
    );
    const marks = beside.flatMap((atom) =>
      atom.marks.map((mark) => ({ ...mark, y: mark.y + above })),
    );
    const rule = index === 0 ? [ruleOf(left)] : [];
    const isTied = index < count - 1 && count <= WHOLE_ROW;
    return {
      height,
      marks: [...tints, ...rule, ...marks],
      ...(isTied ? { isTiedToNext: true } : {}),
    };
  });
}
