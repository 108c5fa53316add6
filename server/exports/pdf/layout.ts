/**
 * The A3: the header over two columns, as the template has them. The text is set in the largest
 * size at which it fits one page. Where all there is fits in a comfortable size, that page is the
 * whole file. Else the page has the columns of the A3 template, and the whole tables follow on
 * further pages. What does not fit even so goes on, column by column, on further pages.
 */
import { type Block, quietParagraph, type Run } from '../blocks.ts';
import type { SheetSection, SheetView } from '../sheetView.ts';
import { type Atom, COLORS, childTag, layOut, layOutText, type Tag } from './atoms.ts';
import type { Measure } from './face.ts';
import { heightOf, type Page, paginate, type Room } from './pages.ts';

/** A3 landscape, 420 × 297 mm, in points. */
export const PAPER = { width: 1190.55, height: 841.89 } as const;
export const MARGIN = 34;
const GUTTER = 26;
const BOTTOM = PAPER.height - MARGIN;
/** Sizes of body text in points, largest first. The last is what is still read on a printed A3. */
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const;
const SMALLEST = SIZES[10];
/** A size that nobody has to bend over. */
const COMFORTABLE = 9;
/** More letters than any A3 holds in the smallest size: nobody need try. */
const MOST_ON_PAGE = 60_000;
/** Up to so many letters, every way to share the width is tried for the fewest pages. */
const MOST_TRIED = 200_000;
const DETAILS_TITLE = 'Tabellene i sin helhet';
/** How much of the width the left column takes; the right one has the tables. */
const SHARES = [0.5, 0.46, 0.42, 0.38, 0.34, 0.3] as const;
/** Columns begin under the header only where so much of the page is left for them. */
const LEAST_ROOM = 0.35;

export interface Column {
  readonly x: number;
  readonly pages: readonly Page[];
}

export interface Layout {
  readonly tag: Tag;
  readonly columns: readonly Column[];
  readonly pageCount: number;
  /** The line between the columns: where it begins on each page that has one. */
  readonly dividers: readonly { readonly page: number; readonly x: number; readonly top: number }[];
}

/** `brief` is the same sheet as `whole`, with what its tables leave out under `details`. */
export function layOutSheet(whole: SheetView, brief: SheetView, measure: Measure): Layout {
  const comfortable = SIZES.filter((size) => size >= COMFORTABLE);
  const onePage =
    largestFit(whole, measure, comfortable) ??
    withDetails(largestFit(brief, measure, SIZES), brief, measure);
  if (onePage !== undefined) return onePage;
  const letters = lettersIn(whole);
  const shares = SHARES.filter((share) => share === SHARES[0] || letters < MOST_TRIED);
  const [first, ...others] = shares.map((share) => layOutAt(whole, measure, SMALLEST, share));
  if (first === undefined) throw new RangeError('No share of the width to try');
  return others.reduce((best, each) => (each.pageCount < best.pageCount ? each : best), first);
}

/** The largest size at which a view is one page, or undefined when the smallest is too large. */
function largestFit(
  view: SheetView,
  measure: Measure,
  sizes: readonly number[],
): Layout | undefined {
  if (lettersIn(view) > MOST_ON_PAGE) return undefined;
  const fitAt = (size: number) =>
    SHARES.map((share) => () => layOutAt(view, measure, size, share))
      .values()
      .map((lay) => lay())
      .find((layout) => layout.pageCount === 1);
  const smallest = sizes.at(-1);
  const least = smallest === undefined ? undefined : fitAt(smallest);
  if (least === undefined) return undefined;
  return (
    sizes
      .values()
      .map(fitAt)
      .find((layout) => layout !== undefined) ?? least
  );
}

function lettersIn({ title, sections }: SheetView): number {
  return sections.reduce((sum, { blocks }) => sum + lettersOf(blocks), title.length);
}

function lettersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + lettersOfBlock(block), 0);
}

function lettersOfBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs.reduce((sum, { text }) => sum + text.length, 0);
    case 'list':
      return block.items.reduce((sum, item) => sum + lettersOf(item), 0);
    case 'table':
      return block.rows.flat().reduce((sum, cell) => sum + lettersOf(cell.blocks), 0);
  }
}

/** The whole tables after the page that has the brief ones, across the full width. */
function withDetails(
  layout: Layout | undefined,
  { sections }: SheetView,
  measure: Measure,
): Layout | undefined {
  if (layout === undefined) return undefined;
  const detailed = sections.filter(({ details }) => details.length > 0);
  if (detailed.length === 0) return layout;
  const setting = { measure, size: COMFORTABLE, width: PAPER.width - 2 * MARGIN, tag: layout.tag };
  const heading = {
    type: 'H2',
    size: COMFORTABLE * 1.6,
    color: COLORS.heading,
    below: 0.3,
  } as const;
  const title = layOutText([{ text: DETAILS_TITLE, isBold: true }], heading, setting);
  const atoms = detailed.flatMap(({ column, title: name, details }) =>
    sectionAtoms({ column, title: name, question: '', blocks: details, details: [] }, setting),
  );
  const room = { firstTop: MARGIN, top: MARGIN, bottom: BOTTOM };
  const pages = paginate([...title, ...trimEnd(atoms)], room);
  return {
    ...layout,
    columns: [...layout.columns, { x: MARGIN, pages: [[], ...pages] }],
    pageCount: 1 + pages.length,
  };
}

function layOutAt(view: SheetView, measure: Measure, size: number, share: number): Layout {
  const tag: Tag = { type: 'Document', children: [] };
  const room = { firstTop: MARGIN, top: MARGIN, bottom: BOTTOM };
  const header = paginate(headerAtoms(view, measure, size, tag), room);
  const { startPage, top } = columnStart(header);
  const inner = PAPER.width - 2 * MARGIN - GUTTER;
  const columnRoom = { firstTop: top, top: MARGIN, bottom: BOTTOM };
  const widths = { left: inner * share, right: inner * (1 - share) };
  const columns = (['left', 'right'] as const).map((side) => {
    const sections = view.sections.filter(({ column }) => column === side);
    const setting = { measure, size, width: widths[side], tag };
    const piles = sections.map((section) => sectionAtoms(section, setting));
    const pages = paginate(spread(piles, columnRoom), columnRoom);
    const blank = Array.from({ length: startPage }, (): Page => []);
    const x = side === 'left' ? MARGIN : MARGIN + widths.left + GUTTER;
    return { x, pages: [...blank, ...pages] };
  });
  const pageCount = Math.max(header.length, ...columns.map(({ pages }) => pages.length));
  const dividers = Array.from({ length: pageCount - startPage }, (_, index) => ({
    page: startPage + index,
    x: MARGIN + widths.left + GUTTER / 2,
    top: index === 0 ? top : MARGIN,
  }));
  return { tag, columns: [{ x: MARGIN, pages: header }, ...columns], pageCount, dividers };
}

/** The page on which the columns begin, and how far down on it. */
function columnStart(header: readonly Page[]): { startPage: number; top: number } {
  const last = header.at(-1)?.at(-1);
  const top = last === undefined ? MARGIN : last.y + last.atom.height;
  const isRoomy = BOTTOM - top >= LEAST_ROOM * PAPER.height;
  return isRoomy
    ? { startPage: header.length - 1, top }
    : { startPage: header.length, top: MARGIN };
}

function headerAtoms(view: SheetView, measure: Measure, size: number, tag: Tag): Atom[] {
  const width = PAPER.width - 2 * MARGIN;
  const setting = { measure, size, width, tag: childTag(tag, 'Sect') };
  const facts = view.facts.flatMap(([label, value], index): Run[] => [
    { text: `${index === 0 ? '' : '\u00a0\u00a0  '}${label}: `, isBold: true },
    { text: value === '' ? '–' : value },
  ]);
  const title = { type: 'H1', size: size * 2.1, color: COLORS.heading, below: 0 } as const;
  return [
    ...layOut([quietParagraph(view.kind)], setting),
    ...layOutText([{ text: view.title, isBold: true }], title, setting),
    ...layOutText(facts, { type: 'P', size, color: COLORS.ink, below: 0.4 }, setting),
    {
      height: size * 0.9,
      marks: [{ kind: 'box', x: 0, y: 0, width, height: 1.6, color: COLORS.heading }],
    },
  ];
}

function sectionAtoms(
  { title, question, blocks }: SheetSection,
  page: { measure: Measure; size: number; width: number; tag: Tag },
): Atom[] {
  const { size, width } = page;
  const setting = { ...page, tag: childTag(page.tag, 'Sect') };
  const heading = {
    type: 'H2',
    size: size * 1.3,
    color: COLORS.heading,
    isTiedToNext: true,
    below: 0,
  } as const;
  const quiet = { type: 'P', size: size * 0.88, color: COLORS.soft, below: 0.35 } as const;
  const runs = question === '' ? [] : [{ text: question, isItalic: true }];
  return [
    ...layOutText([{ text: title, isBold: true }], heading, setting),
    ...(runs.length === 0 ? [] : layOutText(runs, { ...quiet, isTiedToNext: true }, setting)),
    ...layOut(blocks, setting),
    { height: size * 0.9, marks: [] },
  ].map((atom, index) =>
    index === 0
      ? {
          ...atom,
          height: atom.height + size * 0.25,
          marks: [
            { kind: 'box', x: 0, y: 0, width, height: 0.8, color: COLORS.line } as const,
            ...atom.marks.map((mark) => ({ ...mark, y: mark.y + size * 0.25 })),
          ],
        }
      : atom,
  );
}

/** Where a column fits its page, what is left over is shared out below its sections. */
function spread(piles: readonly (readonly Atom[])[], room: Room): Atom[] {
  const used = piles.reduce((sum, pile) => sum + heightOf(pile), 0);
  const left = room.bottom - room.firstTop - used;
  if (left <= 0) return trimEnd(piles.flat());
  const gap = left / Math.max(1, piles.length) - 0.01;
  return piles.flatMap((pile) => [...pile, { height: gap, marks: [] }]);
}

/** The space below the last section needs no room. */
function trimEnd(atoms: readonly Atom[]): Atom[] {
  return atoms.slice(0, atoms.at(-1)?.marks.length === 0 ? -1 : undefined);
}
