/**
 * A picture of the board as one file that stands alone: the desk, the page as it is seen at full
 * size, and over it the notes and drawings.
 */
import { Box, type Editor, type TLShapeId } from 'tldraw';
import { A3_PAGE } from '../../../shared/sheet/canvas/geometry.ts';
import { PAGE_ID } from '../page/sectionAreas.ts';
import { embeddedFonts } from './embeddedFonts.ts';
import { copyOf } from './pageCopy.ts';
import { type Area, pickArea } from './pictureArea.ts';
import { StyleBook } from './StyleBook.ts';
import { StandaloneCopier } from './standalone.ts';

/** An SVG file and its size in CSS pixels at 100 %. */
export interface BoardPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const PAGE: Area = { x: 0, y: 0, w: A3_PAGE.width, h: A3_PAGE.height };
/** What no XML file may hold, though people can paste it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** @param title what the picture is of, for those who cannot see it. Rejects when a file is missing. */
export async function pictureOfBoard(editor: Editor, title: string): Promise<BoardPicture> {
  const page = document.getElementById(PAGE_ID);
  if (page === null) throw new Error('There is no page on the board.');
  const { area, items } = pickArea(PAGE, shapesOf(editor));
  const drawings = await drawingsOf(editor, items, area);
  const picture = element('svg', { ...sizeOf(area), viewBox: viewBoxOf(area) });
  const heading = element('title', {});
  heading.textContent = title;
  const rules = element('style', {});
  picture.append(heading, rules);

  const book = layOut(page, area, drawings, picture);
  const words = picture.textContent;
  rules.textContent = `${await embeddedFonts(book.families, words)}\n${book.css()}`;
  const svg = new XMLSerializer().serializeToString(picture).replace(FORBIDDEN, '').toWellFormed();
  return { svg, width: area.w, height: area.h };
}

/**
 * Puts the parts into the picture. For that they stand in the page for a moment, within one task:
 * nothing of it is ever painted.
 */
function layOut(
  page: HTMLElement,
  area: Area,
  drawings: SVGElement | undefined,
  picture: SVGElement,
): StyleBook {
  const stage = document.createElement('div');
  stage.inert = true;
  const { element: copied, scrolled } = copyOf(page);
  const groups = [...document.querySelectorAll('.lapp-group')].map((frame) =>
    frame.cloneNode(true),
  );
  stage.append(copied, ...groups);
  if (drawings !== undefined) stage.append(drawings);
  page.after(stage);
  try {
    const book = new StyleBook(stage);
    const copier = new StandaloneCopier(book, scrolled);
    const paper = document.createElement('div');
    paper.lang = document.documentElement.lang;
    // All of it stands in page units from the page's corner.
    paper.style.cssText = `position:absolute;left:${-area.x}px;top:${-area.y}px;`;
    for (const part of stage.children) {
      const copy = part === drawings ? undefined : copier.copy(part);
      if (copy !== undefined) paper.append(copy);
    }
    const html = element('foreignObject', sizeOf(area));
    html.append(paper);
    picture.append(element('rect', { ...sizeOf(area), fill: deskColor(page) }), html);
    if (drawings !== undefined) picture.append(standaloneDrawings(drawings, copier, area));
    return book;
  } finally {
    stage.remove();
  }
}

/** tldraw takes along how its own words look, but not how ours do. */
function standaloneDrawings(drawings: SVGElement, copier: StandaloneCopier, area: Area): Element {
  for (const holder of drawings.querySelectorAll('foreignObject:not(.tl-export-embed-styles)')) {
    const parts = [...holder.children].map((part) => copier.copy(part)).filter(isThere);
    holder.replaceChildren(...parts);
    // A note's shadow falls beside it.
    holder.setAttribute('overflow', 'visible');
  }
  drawings.setAttribute('x', String(area.x));
  drawings.setAttribute('y', String(area.y));
  drawings.removeAttribute('class');
  return drawings;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function shapesOf(editor: Editor): { readonly item: TLShapeId; readonly box: Area }[] {
  return editor.getSortedChildIdsForParent(editor.getCurrentPageId()).flatMap((item) => {
    const box = editor.getShapePageBounds(item);
    return box === undefined ? [] : [{ item, box }];
  });
}

async function drawingsOf(
  editor: Editor,
  ids: readonly TLShapeId[],
  { x, y, w, h }: Area,
): Promise<SVGElement | undefined> {
  if (ids.length === 0) return undefined;
  const drawn = await editor.getSvgElement([...ids], {
    bounds: new Box(x, y, w, h),
    padding: 0,
    background: false,
    darkMode: false,
  });
  // tldraw takes its own away later, and must find it as it was.
  return drawn?.svg.cloneNode(true) as SVGElement | undefined;
}

function deskColor(page: HTMLElement): string {
  return getComputedStyle(page.closest('.canvas') ?? document.body).backgroundColor;
}

function sizeOf({ x, y, w, h }: Area): Record<string, string> {
  return { x: String(x), y: String(y), width: String(w), height: String(h) };
}

function viewBoxOf({ x, y, w, h }: Area): string {
  return [x, y, w, h].join(' ');
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
