/**
 * Puts a popover beside what opened it: on the wanted side where there is room, else on the other,
 * and always inside the window.
 */

export interface Placement {
  readonly side: 'top' | 'bottom';
  /** Which edges line up; `center` centres the two on each other. */
  readonly align: 'start' | 'center' | 'end';
  /** Pixels between the two. */
  readonly gap: number;
}

/** Pixels kept free between the popover and the edge of the window. */
const MARGIN = 8;

/** Places it now and whenever the page scrolls or changes size, until the returned call. */
export function keepPlaced(
  popover: HTMLElement,
  anchor: HTMLElement,
  placement: Placement,
): () => void {
  const update = () => place(popover, anchor, placement);
  update();
  addEventListener('scroll', update, { capture: true, passive: true });
  addEventListener('resize', update);
  return () => {
    removeEventListener('scroll', update, { capture: true });
    removeEventListener('resize', update);
  };
}

function place(popover: HTMLElement, anchor: HTMLElement, { side, align, gap }: Placement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth, clientHeight } = document.documentElement;

  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const hasRoomBelow = below + height + MARGIN <= clientHeight;
  const hasRoomAbove = above >= MARGIN;
  const isBelow = side === 'bottom' ? hasRoomBelow || !hasRoomAbove : !hasRoomAbove && hasRoomBelow;

  const left = { start: at.left, center: at.left + (at.width - width) / 2, end: at.right - width };
  popover.style.top = `${clamp(isBelow ? below : above, clientHeight - height)}px`;
  popover.style.left = `${clamp(left[align], clientWidth - width)}px`;
}

function clamp(value: number, room: number): number {
  return Math.max(MARGIN, Math.min(value, room - MARGIN));
}
