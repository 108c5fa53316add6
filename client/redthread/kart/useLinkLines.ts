/** The lines between linked cards, drawn anew whenever the layout of the cards changes. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { type ChainMap, COLUMNS, keyOf, linkedTo } from '../../../shared/redthread/chain.ts';

export interface LinkLine {
  readonly key: string;
  /** The keys of the cards at its ends. */
  readonly left: string;
  readonly right: string;
  /** The curve, in pixels from the container's corner. */
  readonly path: string;
}

/** The cards are found by `data-node` inside the container, which must be positioned. */
export function useLinkLines(
  container: RefObject<HTMLElement | null>,
  map: ChainMap,
): readonly LinkLine[] {
  const [lines, setLines] = useState<readonly LinkLine[]>([]);
  useLayoutEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const draw = () => setLines((before) => sameOr(before, linesIn(element, map)));
    const resizes = new ResizeObserver(draw);
    resizes.observe(element);
    for (const card of cardsIn(element)) resizes.observe(card);
    draw();
    return () => resizes.disconnect();
  }, [container, map]);
  return lines;
}

function cardsIn(container: HTMLElement): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[data-node]')];
}

function linesIn(container: HTMLElement, map: ChainMap): readonly LinkLine[] {
  const corner = container.getBoundingClientRect();
  const rects = new Map(
    cardsIn(container).map((card) => [card.dataset['node'] ?? '', card.getBoundingClientRect()]),
  );
  return COLUMNS.flatMap((column) => map.columns[column]).flatMap((node) =>
    linkedTo(node, 'after').flatMap((ref): LinkLine[] => {
      const [left, right] = [keyOf(node), keyOf(ref)];
      const [from, to] = [rects.get(left), rects.get(right)];
      if (from === undefined || to === undefined) return [];
      const start = { x: from.right - corner.left, y: middle(from) - corner.top };
      const end = { x: to.left - corner.left, y: middle(to) - corner.top };
      return [{ key: `${left}>${right}`, left, right, path: curve(start, end) }];
    }),
  );
}

function middle({ top, height }: DOMRect): number {
  return top + height / 2;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Leaves and arrives level, so that lines part from a card like threads. */
function curve(start: Point, end: Point): string {
  const bend = (end.x - start.x) / 2;
  const at = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const control1 = { x: start.x + bend, y: start.y };
  const control2 = { x: end.x - bend, y: end.y };
  return `M${at(start)}C${at(control1)} ${at(control2)} ${at(end)}`;
}

function sameOr(before: readonly LinkLine[], after: readonly LinkLine[]): readonly LinkLine[] {
  const isSame =
    before.length === after.length &&
    before.every(({ key, path }, at) => key === after[at]?.key && path === after[at]?.path);
  return isSame ? before : after;
}
