/** Keeps the words on the page as large as the page allows, whatever is written. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { A3_PAGE } from '../../../shared/sheet/canvas/geometry.ts';
import { chooseSetting, FIRST_SETTING, type PageSetting } from './pageScale.ts';

/** The size of a letter that everything on the page is measured in, where a rem is 16 px. */
const REM_PX = 16;
/** As page.css knows them: the columns of the grid. */
export const COLUMNS = '--a3-columns';

/** The value of `COLUMNS`. */
export function columnsOf(leftShare: number): string {
  return `${leftShare * 100}% minmax(0, 1fr)`;
}

/** Where to begin to look on a page that was never set: about what a filled sheet takes. */
const LIKELY_STEP = 0.67;

/** How high each part of the page was drawn. */
type Heights = ReadonlyMap<Element, number>;

/**
 * `scale` is how the sheet is drawn; it is laid out in the inverse of it. A browser with larger
 * letters of its own lays out a larger sheet and draws it smaller: the page is alike for all.
 */
export function usePageScale(sheet: RefObject<HTMLElement | null>): PageSetting {
  const [chosen, setChosen] = useState(FIRST_SETTING);
  // As the page is set now: what grows afterwards is told from what was only set otherwise.
  const settled = useRef<Heights>(undefined);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element !== null && chosen !== FIRST_SETTING) settled.current = heightsOf(element);
  }, [sheet, chosen]);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    let frame: number | undefined;
    let now = FIRST_SETTING;
    const choose = () => {
      frame = undefined;
      const next = measure(element, now);
      if (isSameSetting(now, next)) settled.current = heightsOf(element);
      else setChosen((before) => (isSameSetting(before, next) ? before : next));
      now = next;
    };
    const later = () => {
      frame ??= requestAnimationFrame(choose);
    };
    choose();
    const growth = new ResizeObserver((entries) => {
      if (entries.some(({ target }) => heightOf(target) !== settled.current?.get(target))) later();
    });
    for (const part of partsOf(element)) growth.observe(part);
    // Rows that come and go are parts of a section, whose size says it; a section may come too.
    const sections = new MutationObserver(() => {
      for (const part of partsOf(element)) growth.observe(part);
      later();
    });
    for (const column of element.querySelectorAll('.a3__column')) {
      sections.observe(column, { childList: true });
    }
    if (document.fonts.status === 'loading') void document.fonts.ready.then(later);
    return () => {
      growth.disconnect();
      sections.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [sheet]);
  return chosen;
}

function isSameSetting(a: PageSetting, b: PageSetting): boolean {
  return a.scale === b.scale && a.leftShare === b.leftShare && a.isFull === b.isFull;
}

/** What grows with what is written: the header, and the content of each section. */
function partsOf(sheet: HTMLElement): NodeListOf<Element> {
  return sheet.querySelectorAll('.sheet-header, .a3-section > *');
}

function heightsOf(sheet: HTMLElement): Heights {
  return new Map(Array.from(partsOf(sheet), (part) => [part, heightOf(part)]));
}

function heightOf(part: Element): number {
  return part instanceof HTMLElement ? part.offsetHeight : 0;
}

/** Tries settings on the page itself, before anything is painted, and leaves it as it was. */
function measure(sheet: HTMLElement, before: PageSetting): PageSetting {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / REM_PX;
  const columns = sheet.querySelector<HTMLElement>('.a3__columns');
  const [left, right] = sheet.querySelectorAll<HTMLElement>('.a3__column');
  if (columns === null || left === undefined || right === undefined) return before;
  const { width, height } = sheet.style;
  const likely = before === FIRST_SETTING ? LIKELY_STEP : before.scale * rem;
  sheet.dataset['measured'] = '';
  sheet.style.height = 'auto';
  const chosen = chooseSetting((step, leftShare) => {
    const scale = step / rem;
    sheet.style.width = `${A3_PAGE.width / scale}px`;
    // Not as a property that all that stands on the page would inherit, and be styled anew for.
    columns.style.gridTemplateColumns = columnsOf(leftShare);
    const others = sheet.offsetHeight - Math.max(left.offsetHeight, right.offsetHeight);
    const room = A3_PAGE.height / scale - others;
    return { left: fillOf(left, room), right: fillOf(right, room) };
  }, likely);
  delete sheet.dataset['measured'];
  sheet.style.width = width;
  sheet.style.height = height;
  columns.style.gridTemplateColumns = '';
  return { ...chosen, scale: chosen.scale / rem };
}

/** More than any page holds where the header alone takes all of it. */
function fillOf({ offsetHeight }: HTMLElement, room: number): number {
  return room > 0 ? offsetHeight / room : Number.POSITIVE_INFINITY;
}
