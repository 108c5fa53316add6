/** Keeps the words on the page as large as the page allows, whatever is written. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { A3_PAGE } from '../../../shared/sheet/canvas/geometry.ts';
import { chooseSetting, FIRST_SETTING, type PageSetting } from './pageScale.ts';

/** The size of a letter that everything on the page is measured in, where a rem is 16 px. */
const REM_PX = 16;
/** As page.css knows it. */
export const LEFT_SHARE = '--a3-left-share';

/**
 * `scale` is how the sheet is drawn; it is laid out in the inverse of it. A browser with larger
 * letters of its own lays out a larger sheet and draws it smaller: the page is alike for all.
 */
export function usePageScale(sheet: RefObject<HTMLElement | null>): PageSetting {
  const [chosen, setChosen] = useState(FIRST_SETTING);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    let frame: number | undefined;
    const choose = () => {
      frame = undefined;
      const next = measure(element);
      setChosen((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const later = () => {
      frame ??= requestAnimationFrame(choose);
    };
    choose();
    const growth = new ResizeObserver(later);
    for (const part of partsOf(element)) growth.observe(part);
    // Rows that come and go are parts of a section, whose size says it; a section may come too.
    const sections = new MutationObserver(() => {
      for (const part of partsOf(element)) growth.observe(part);
      later();
    });
    for (const column of element.querySelectorAll('.a3__column')) {
      sections.observe(column, { childList: true });
    }
    void document.fonts.ready.then(later);
    return () => {
      growth.disconnect();
      sections.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [sheet]);
  return chosen;
}

/** What grows with what is written: the header, and the content of each section. */
function partsOf(sheet: HTMLElement): Iterable<Element> {
  return sheet.querySelectorAll('.sheet-header, .a3-section > *');
}

/** Tries settings on the page itself, before anything is painted, and leaves it as it was. */
function measure(sheet: HTMLElement): PageSetting {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / REM_PX;
  const { width, height } = sheet.style;
  const share = sheet.style.getPropertyValue(LEFT_SHARE);
  sheet.dataset['measured'] = '';
  const chosen = chooseSetting((step, leftShare) => {
    const scale = step / rem;
    sheet.style.width = `${A3_PAGE.width / scale}px`;
    sheet.style.height = 'auto';
    sheet.style.setProperty(LEFT_SHARE, String(leftShare));
    return sheet.offsetHeight <= A3_PAGE.height / scale;
  });
  delete sheet.dataset['measured'];
  sheet.style.width = width;
  sheet.style.height = height;
  sheet.style.setProperty(LEFT_SHARE, share);
  return { ...chosen, scale: chosen.scale / rem };
}
