/**
 * Rows that can be moved among each other: by dragging a handle with mouse, pen or finger, and by
 * the arrow keys when the handle has the focus. The rows themselves stay where they are while one
 * is dragged; a line shows where it would land, and Escape lets go of it.
 */
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';

export interface ReorderOptions {
  /** The rows in the order shown. */
  readonly ids: readonly string[];
  /**
   * Moves a row right after another one, or first with null. `landing` is the row that it was dropped
   * or stepped beside, for rows that stand under one another.
   */
  readonly onMove: (id: string, after: string | null, landing: Landing) => void;
}

/** Where a moved row lands: on this side of that row. */
export interface Landing {
  readonly id: string;
  readonly side: 'before' | 'after';
}

interface Drag {
  readonly id: string;
  readonly landing: Landing | undefined;
}

export interface Reorder {
  /** Spread on the row's element. */
  rowProps(id: string): {
    readonly ref: (element: HTMLElement | null) => void;
    readonly 'data-dragged': true | undefined;
    readonly 'data-landing': 'before' | 'after' | undefined;
  };
  /** Spread on the handle, a button. */
  handleProps(id: string): {
    readonly ref: (element: HTMLButtonElement | null) => void;
    readonly onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLButtonElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  };
  /** One step up (-1) or down (1), for a menu or a key. False at the end of the list. */
  step(id: string, by: -1 | 1): boolean;
}

/** How near the window's edge a drag scrolls the page, and how far each move scrolls, in px. */
const EDGE_PX = 56;
const SCROLL_PX = 14;

export function useReorder({ ids, onMove }: ReorderOptions): Reorder {
  const rows = useRef(new Map<string, HTMLElement>());
  const handles = useRef(new Map<string, HTMLElement>());
  const refocus = useRef<string | undefined>(undefined);
  const [drag, setDrag] = useState<Drag | undefined>(undefined);

  // The browser drops the focus of an element that is moved in the page.
  useLayoutEffect(() => {
    if (refocus.current === undefined) return;
    handles.current.get(refocus.current)?.focus();
    refocus.current = undefined;
  });

  function step(id: string, by: -1 | 1): boolean {
    const at = ids.indexOf(id);
    const target = at + by;
    if (at === -1 || target < 0 || target >= ids.length) return false;
    const beside = ids[target] ?? '';
    const after = by === 1 ? beside : (ids[target - 1] ?? null);
    onMove(id, after, { id: beside, side: by === 1 ? 'after' : 'before' });
    return true;
  }

  function finish(): void {
    const landing = drag?.landing;
    setDrag(undefined);
    if (drag === undefined || landing === undefined) return;
    const after = landing.side === 'after' ? landing.id : ids[ids.indexOf(landing.id) - 1];
    if (after === drag.id || landing.id === drag.id) return;
    onMove(drag.id, after ?? null, landing);
  }

  function onKeyDown(id: string, event: KeyboardEvent<HTMLButtonElement>): void {
    if (event.key === 'Escape' && drag !== undefined) {
      setDrag(undefined);
      event.preventDefault();
      return;
    }
    const by = arrowStep(event.key);
    if (by === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (step(id, by)) refocus.current = id;
  }

  return {
    step,
    rowProps: (id) => ({
      ref: keepIn(rows.current, id),
      'data-dragged': drag?.id === id ? true : undefined,
      'data-landing': drag?.landing?.id === id ? drag.landing.side : undefined,
    }),
    handleProps: (id) => ({
      ref: keepIn(handles.current, id),
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ id, landing: undefined });
      },
      onPointerMove: (event) => {
        if (drag === undefined) return;
        scrollNearEdge(event.clientY);
        setDrag({ id, landing: landingAt(event, rows.current, id) });
      },
      onPointerUp: finish,
      onPointerCancel: () => setDrag(undefined),
      onKeyDown: (event) => onKeyDown(id, event),
    }),
  };
}

function keepIn<E extends HTMLElement>(kept: Map<string, HTMLElement>, id: string) {
  return (element: E | null): void => {
    if (element === null) kept.delete(id);
    else kept.set(id, element);
  };
}

function arrowStep(key: string): -1 | 1 | undefined {
  if (key === 'ArrowUp' || key === 'ArrowLeft') return -1;
  if (key === 'ArrowDown' || key === 'ArrowRight') return 1;
  return undefined;
}

/** The row nearest to the pointer, and the side of it that the pointer is on. */
function landingAt(
  pointer: { readonly clientX: number; readonly clientY: number },
  rows: ReadonlyMap<string, HTMLElement>,
  dragged: string,
): Landing | undefined {
  let nearest: { readonly id: string; readonly rect: DOMRect; readonly far: number } | undefined;
  const rects = [...rows].map(([id, element]) => ({ id, rect: element.getBoundingClientRect() }));
  for (const { id, rect } of rects) {
    const far = Math.hypot(
      outside(pointer.clientX, rect.left, rect.right),
      outside(pointer.clientY, rect.top, rect.bottom),
    );
    if (nearest === undefined || far < nearest.far) nearest = { id, rect, far };
  }
  if (nearest === undefined || nearest.id === dragged) return undefined;
  const { rect, id } = nearest;
  const isBeside = rects.some((other) => other.id !== id && overlapsDown(other.rect, rect));
  const isPast = isBeside
    ? pointer.clientX > rect.left + rect.width / 2
    : pointer.clientY > rect.top + rect.height / 2;
  return { id, side: isPast ? 'after' : 'before' };
}

/** Whether two rows stand beside each other, as cards in a grid do. */
function overlapsDown(a: DOMRect, b: DOMRect): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
}

function outside(at: number, low: number, high: number): number {
  return Math.max(low - at, 0, at - high);
}

function scrollNearEdge(clientY: number): void {
  if (clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
  else if (clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
}
