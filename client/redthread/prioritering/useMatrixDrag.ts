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
  const running = useRef<AbortController>(undefined);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => running.current?.abort(), []);

  function onPointerDown(id: TiltakId, event: ReactPointerEvent<HTMLElement>) {
    hasDragged.current = false;
    const { target, currentTarget: chip, pointerId, pointerType, button, clientX, clientY } = event;
    if (button !== 0) return;
    // A finger scrolls the page by the words of a chip, and drags it by its number.
    const isOnGrip = target instanceof Element && target.closest('[data-grip]') !== null;
    if (pointerType === 'touch' && !isOnGrip) return;
    const rect = chip.getBoundingClientRect();
    const scroller = chip.closest<HTMLElement>('.kart');
    let current: Drag | undefined;
    const stop = new AbortController();
    running.current?.abort();
    running.current = stop;
    const { signal } = stop;
    const end = (landed: Drag | undefined) => {
      stop.abort();
      setDrag(undefined);
      if (landed?.over !== undefined) drop.current(id, landed.over);
    };
    const isOurs = (other: PointerEvent) => other.pointerId === pointerId;
    const onMove = (move: PointerEvent) => {
      if (!isOurs(move)) return;
      const far = Math.hypot(move.clientX - clientX, move.clientY - clientY);
      if (current === undefined && far < DRAG_FROM_PX) return;
      hasDragged.current = true;
      scrollNearEdge(scroller, move.clientY);
      current = {
        id,
        x: rect.left + move.clientX - clientX,
        y: rect.top + move.clientY - clientY,
        width: rect.width,
        over: cellAt(move.clientX, move.clientY),
      };
      setDrag(current);
    };
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', (up) => isOurs(up) && end(current), { signal });
    addEventListener('pointercancel', (lost) => isOurs(lost) && end(undefined), { signal });
    addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape' || current === undefined) return;
        // It lets go of the chip, and does not close the kart.
        key.preventDefault();
        key.stopPropagation();
        end(undefined);
      },
      { signal, capture: true },
    );
  }

  function takeDragged(): boolean {
    const was = hasDragged.current;
    hasDragged.current = false;
    return was;
  }

  return { drag, onPointerDown, takeDragged };
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
