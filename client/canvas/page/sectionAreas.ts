/** Where the sections lie on the page, as they are drawn just now, in page units. */
import { Box } from 'tldraw';
import { A3_PAGE } from '../../../shared/sheet/canvas/geometry.ts';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';

export const PAGE_ID = 'lerret-ark';
/** What is shown below a section's last line, as a share of its width. */
const AIR_SHARE = 0.03;

export function areaOfSection(section: SectionKey): Box | undefined {
  const page = document.getElementById(PAGE_ID);
  const element = page?.querySelector(`[data-section="${section}"]`);
  if (page === null || element === null || element === undefined) return undefined;
  const area = areaOf(element, page);
  // The last section of a column reaches to the page's edge, however little stands in it.
  const content = [...element.children].map((child) => areaOf(child, page).maxY);
  const bottom = Math.max(area.y, ...content) + area.w * AIR_SHARE;
  return new Box(area.x, area.y, area.w, Math.min(area.h, bottom - area.y));
}

/** The section at a point of the page; undefined outside all of them. */
export function sectionAt(x: number, y: number): SectionKey | undefined {
  const page = document.getElementById(PAGE_ID);
  if (page === null) return undefined;
  for (const element of page.querySelectorAll<HTMLElement>('[data-section]')) {
    if (areaOf(element, page).containsPoint({ x, y })) {
      return element.dataset['section'] as SectionKey;
    }
  }
  return undefined;
}

/** An element of the page in page units. */
function areaOf(element: Element, page: Element): Box {
  const outer = page.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const scale = outer.width / A3_PAGE.width;
  return new Box(
    (inner.left - outer.left) / scale,
    (inner.top - outer.top) / scale,
    inner.width / scale,
    inner.height / scale,
  );
}
