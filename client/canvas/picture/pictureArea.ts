/**
 * What a picture of the board shows: the page, and what lies on it or beside it. A note that
 * somebody left metres away is no part of it.
 */

/** In page units. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Ten centimetres: what lies closer than this to the rest belongs to it. */
const REACH = 400;
/** Around what sticks out of the page. */
const AIR = 24;

export interface Picked<T> {
  readonly area: Area;
  readonly items: readonly T[];
}

/**
 * The page joined with what lies within reach of it, or within reach of something that does, in
 * whole units. Items come in the order that they were given in.
 */
export function pickArea<T>(
  page: Area,
  items: readonly { readonly item: T; readonly box: Area }[],
): Picked<T> {
  const picked = new Set<T>();
  let area = page;
  let left = items;
  for (;;) {
    const near = left.filter(({ box }) => touches(grown(area, REACH), box));
    if (near.length === 0) break;
    for (const { item, box } of near) {
      picked.add(item);
      if (!contains(page, box)) area = joined(area, grown(box, AIR));
    }
    left = left.filter(({ item }) => !picked.has(item));
  }
  return {
    area: whole(area),
    items: items.map(({ item }) => item).filter((item) => picked.has(item)),
  };
}

function grown({ x, y, w, h }: Area, by: number): Area {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

function touches(a: Area, b: Area): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

function contains(outer: Area, inner: Area): boolean {
  const union = joined(outer, inner);
  return union.w <= outer.w && union.h <= outer.h;
}

function joined(a: Area, b: Area): Area {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

function whole({ x, y, w, h }: Area): Area {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
}
