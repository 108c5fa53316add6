/**
 * Dragging tiltak about in the matrix with mouse, pen or finger. Nothing is written before the drop,
 * and Escape lets go. The window listens, not the chip: somebody else may move it meanwhile.
 */
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import type { TiltakId } from '../../../shared/ids/ids.ts';

export interface Drag {
  readonly id: TiltakId;
  /** The corner of what is dragged, in the window. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The cell that it would land in (`data-cell`); undefined outside the matrix. */
  readonly over: string | undefined;
}

export interface MatrixDrag {
  readonly drag: Drag | undefined;
  readonly onPointerDown: (id: TiltakId, event: ReactPointerEvent<HTMLElement>) => void;
  /** Whether a click is the end of a drag, and no press. Says so once. */
  readonly takeDragged: () => boolean;
}

/** Less than this, in px, is a press by a hand that is not quite still. */
const DRAG_FROM_PX = 6;
/** How near its edge the kart scrolls, and how far with each move, in px. */
const EDGE_PX = 56;
const SCROLL_PX = 14;

export function useMatrixDrag(onDrop: (id: TiltakId, cell: string) => void): MatrixDrag {
  const [drag, setDrag] = useState<Drag>();
  const hasDragged = useRef(false);
  const drop = useRef(onDrop);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => stop.current?.(), []);

  function onPointerDown(id: TiltakId, event: ReactPointerEvent<HTMLElement>) {
    hasDragged.current = false;
    if (event.button !== 0 || !isOnGrip(event)) return;
    stop.current?.();
    stop.current = followHand(id, event, {
      onMove: (moved) => {
        hasDragged.current = true;
        setDrag(moved);
      },
      onEnd: (landed) => {
        setDrag(undefined);
        if (landed?.over !== undefined) drop.current(id, landed.over);
      },
    });
  }

  function takeDragged(): boolean {
    const was = hasDragged.current;
    hasDragged.current = false;
    return was;
  }

  return { drag, onPointerDown, takeDragged };
}

/** A finger scrolls the page by the words of a chip, and drags it by its number. */
function isOnGrip({ target, pointerType }: ReactPointerEvent): boolean {
  return pointerType !== 'touch' || (target as Element).closest('[data-grip]') !== null;
}

interface Hand {
  readonly onMove: (drag: Drag) => void;
  /** With where it was let go of; undefined when it was not dragged, or taken back. */
  readonly onEnd: (drag: Drag | undefined) => void;
}

/** Follows the pointer from where it went down until it comes up or is lost; answers how to stop. */
function followHand(
  id: TiltakId,
  { currentTarget: chip, pointerId, clientX, clientY }: ReactPointerEvent<HTMLElement>,
  { onMove, onEnd }: Hand,
): () => void {
  const { left, top, width } = chip.getBoundingClientRect();
  const scroller = chip.closest<HTMLElement>('.kart');
  const listening = new AbortController();
  const { signal } = listening;
  let drag: Drag | undefined;
  const end = (landed: Drag | undefined) => {
    listening.abort();
    onEnd(landed);
  };
  const move = (pointer: PointerEvent) => {
    const [right, down] = [pointer.clientX - clientX, pointer.clientY - clientY];
    if (drag === undefined && Math.hypot(right, down) < DRAG_FROM_PX) return;
    scrollNearEdge(scroller, pointer.clientY);
    const over = cellAt(pointer.clientX, pointer.clientY);
    drag = { id, x: left + right, y: top + down, width, over };
    onMove(drag);
  };
  const hear = (
    type: 'pointermove' | 'pointerup' | 'pointercancel',
    act: (e: PointerEvent) => void,
  ) =>
    addEventListener(type, (pointer) => pointer.pointerId === pointerId && act(pointer), {
      signal,
    });
  hear('pointermove', move);
  hear('pointerup', () => end(drag));
  hear('pointercancel', () => end(undefined));
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || drag === undefined) return;
    // It lets go of the chip, and does not close the kart.
    event.preventDefault();
    event.stopPropagation();
    end(undefined);
  };
  addEventListener('keydown', onEscape, { signal, capture: true });
  return () => listening.abort();
}

function cellAt(x: number, y: number): string | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]');
  return cell?.dataset['cell'];
}

function scrollNearEdge(scroller: HTMLElement | null, clientY: number): void {
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (clientY < top + EDGE_PX) scroller.scrollBy(0, -SCROLL_PX);
  else if (clientY > bottom - EDGE_PX) scroller.scrollBy(0, SCROLL_PX);
}
