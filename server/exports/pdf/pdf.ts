/**
 * A sheet as a PDF: the A3 itself, on one page where that can be read. Fonts are embedded, and the
 * contents are tagged in the order of the sheet for those who listen to it.
 */
import PDFDocument from 'pdfkit';
import type { Snapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { type SheetView, viewSheet } from '../sheetView.ts';
import { COLORS, type Mark, type Tag } from './atoms.ts';
import { byFace, FACE_FILES, type Face, type Measure } from './face.ts';
import { type Layout, layOutSheet, MARGIN, PAPER } from './layout.ts';

const LANGUAGE = 'nb-NO';
const FOOTER_SIZE = 8;

type Contents = Map<Tag, PDFKit.PDFStructureContent[]>;

/** The whole file. */
export function writePdf(snapshot: Snapshot): Promise<Uint8Array> {
  const options = { rotaarsaker: 'clusters', hasSeries: true } as const;
  const view = viewSheet(snapshot, { ...options, isBrief: false });
  const brief = viewSheet(snapshot, { ...options, isBrief: true });
  const pdf = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    pdfVersion: '1.7',
    lang: LANGUAGE,
    displayTitle: true,
    info: { Title: view.title, Subject: view.kind },
  });
  for (const [face, file] of Object.entries(FACE_FILES)) pdf.registerFont(face, file);
  draw(pdf, layOutSheet(view, brief, measureWith(pdf)), view);
  return bytesOf(pdf);
}

function bytesOf(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  pdf.on('end', () => resolve(Buffer.concat(chunks)));
  pdf.on('error', reject);
  pdf.end();
  return promise;
}

/** Every word is measured once, for size 1. */
function measureWith(pdf: PDFKit.PDFDocument): Measure {
  const known = new Map<string, number>();
  return (face, text) => {
    const key = `${face} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const width = pdf.font(face).fontSize(1000).widthOfString(text) / 1000;
    known.set(key, width);
    return width;
  };
}

function draw(pdf: PDFKit.PDFDocument, layout: Layout, view: SheetView): void {
  const contents: Contents = new Map();
  const order = orderOf(layout.tag);
  for (let page = 0; page < layout.pageCount; page += 1) {
    pdf.addPage({ size: [PAPER.width, PAPER.height], margin: 0 });
    for (const divider of layout.dividers) {
      if (divider.page !== page) continue;
      const { x, top } = divider;
      drawBox(pdf, x - 0.4, top, 0.8, PAPER.height - MARGIN - top, COLORS.line);
    }
    for (const { mark, x, y } of inReadingOrder(layout, page, order)) {
      drawMark(pdf, mark, x, y, contents);
    }
    if (layout.pageCount > 1) drawFooter(pdf, `Side ${page + 1} av ${layout.pageCount}`, view);
  }
  pdf.addStructure(structureOf(pdf, layout.tag, contents));
}

interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/**
 * What stands on a page, cell by cell instead of line by line: who copies from a page gets whole
 * sentences, also from programs that do not know tags. What only decorates lies below.
 */
function inReadingOrder(
  layout: Layout,
  page: number,
  order: ReadonlyMap<Tag, number>,
): PlacedMark[] {
  const placed = layout.columns.flatMap((column) =>
    (column.pages[page] ?? []).flatMap(({ atom, y }) =>
      atom.marks.map((mark) => ({ mark, x: column.x, y })),
    ),
  );
  const rank = ({ mark }: PlacedMark) =>
    mark.kind === 'text' && mark.tag !== null ? (order.get(mark.tag) ?? 0) : -1;
  return placed.sort((a, b) => rank(a) - rank(b));
}

function orderOf(tag: Tag, order = new Map<Tag, number>()): ReadonlyMap<Tag, number> {
  order.set(tag, order.size);
  for (const child of tag.children) orderOf(child, order);
  return order;
}

function drawMark(
  pdf: PDFKit.PDFDocument,
  mark: Mark,
  left: number,
  top: number,
  contents: Contents,
): void {
  if (mark.kind === 'box') {
    drawBox(pdf, left + mark.x, top + mark.y, mark.width, mark.height, mark.color);
    return;
  }
  const { tag } = mark;
  if (tag === null) pdf.markContent('Artifact', { type: 'Pagination' });
  else {
    const held = contents.get(tag) ?? [];
    held.push(pdf.markStructureContent(tag.type));
    contents.set(tag, held);
  }
  const { text, face } = mark.piece;
  drawText(pdf, text, { face, size: mark.size, color: mark.color }, left + mark.x, top + mark.y);
  pdf.endMarkedContent();
}

function drawText(
  pdf: PDFKit.PDFDocument,
  text: string,
  { face, size, color }: { face: Face; size: number; color: string },
  x: number,
  baseline: number,
): void {
  pdf.font(face).fontSize(size).fillColor(color);
  pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

function drawBox(
  pdf: PDFKit.PDFDocument,
  x: number,
  y: number,
  width: number,
  height: number,
  color: string,
): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.rect(x, y, width, height).fill(color);
  pdf.endMarkedContent();
}

function drawFooter(pdf: PDFKit.PDFDocument, text: string, view: SheetView): void {
  const title = view.title.replaceAll('\n', ' ').slice(0, 80).toWellFormed();
  pdf.markContent('Artifact', { type: 'Pagination' });
  let x = MARGIN;
  for (const { face, text: part } of byFace(`${title} · ${text}`, 'regular')) {
    const look = { face, size: FOOTER_SIZE, color: COLORS.soft };
    drawText(pdf, part, look, x, PAPER.height - MARGIN / 2);
    x += pdf.widthOfString(part);
  }
  pdf.endMarkedContent();
}

/** The tags in the order of the sheet. Those that nothing was drawn for are left out. */
function structureOf(
  pdf: PDFKit.PDFDocument,
  tag: Tag,
  contents: Contents,
): PDFKit.PDFStructureElement {
  // A header cell says that it speaks for its column.
  const options = { lang: LANGUAGE, ...(tag.type === 'TH' ? { scope: 'Column' } : {}) };
  const isRow = tag.type === 'TR';
  const children = tag.children
    .filter((child) => isRow || hasContents(child, contents))
    .map((child) => structureOf(pdf, child, contents));
  return pdf.struct(tag.type, options, [...(contents.get(tag) ?? []), ...children]);
}

function hasContents(tag: Tag, contents: Contents): boolean {
  return contents.has(tag) || tag.children.some((child) => hasContents(child, contents));
}
