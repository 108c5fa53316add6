/**
 * Who goes to a field on the page by key, or types out of the window, sees where they are: the
 * canvas moves just so far that the field, or the caret in it, is in view.
 */
import { type RefObject, useEffect } from 'react';
import { type Editor, useEditor, Vec } from 'tldraw';

/** What must be seen around a field, in CSS pixels; below are the tools. */
const ROOM = { top: 24, right: 24, bottom: 96, left: 24 };
/** How much of a field is enough to see where one is, in CSS pixels. */
const START = { width: 240, height: 80 };

export function useFollowedField(page: RefObject<HTMLElement | null>): void {
  const editor = useEditor();
  useEffect(() => {
    const element = page.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    let isPressed = false;
    element.addEventListener(
      'pointerdown',
      () => {
        isPressed = true;
      },
      { signal, capture: true },
    );
    addEventListener(
      'pointerup',
      () => {
        isPressed = false;
      },
      { signal, capture: true },
    );
    element.addEventListener(
      'focusin',
      ({ target }) => {
        editor.selectNone();
        // Whoever pressed a field sees it already, and moving it now would move it off the press.
        if (!isPressed && target instanceof Element)
          bringIntoView(editor, startOf(target.getBoundingClientRect()));
      },
      { signal },
    );
    element.addEventListener(
      'input',
      ({ target }) => {
        const caret = caretOf(target);
        if (caret !== undefined) bringIntoView(editor, caret);
      },
      { signal },
    );
    return () => stop.abort();
  }, [editor, page]);
}

/** Where a field begins: of one that is wider or higher than the window, that must be seen. */
function startOf({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x, y, Math.min(width, START.width), Math.min(height, START.height));
}

/** The line that is written in: of a text area its whole, for browsers do not tell more. */
function caretOf(target: EventTarget | null): DOMRect | undefined {
  if (!(target instanceof Element)) return undefined;
  const selection = document.getSelection();
  if (target instanceof HTMLElement && target.isContentEditable && selection?.rangeCount) {
    const rect = selection.getRangeAt(0).getBoundingClientRect();
    if (rect.height > 0) return rect;
  }
  return target.getBoundingClientRect();
}

function bringIntoView(editor: Editor, rect: DOMRect): void {
  // The browser scrolls what it can to show the focus; the canvas moves by its camera alone.
  for (const scroller of editor.getContainer().querySelectorAll('.tl-canvas, .tl-html-layer')) {
    scroller.scrollTop = 0;
    scroller.scrollLeft = 0;
  }
  const { x, y, w, h } = editor.getViewportScreenBounds();
  const dx = shift(rect.left, rect.right, x + ROOM.left, x + w - ROOM.right);
  const dy = shift(rect.top, rect.bottom, y + ROOM.top, y + h - ROOM.bottom);
  if (dx === 0 && dy === 0) return;
  const { x: cx, y: cy, z } = editor.getCamera();
  editor.setCamera(new Vec(cx + dx / z, cy + dy / z, z), { immediate: true });
}

/** How far a stretch must move to lie within another. What is longer, and seen in part, stays. */
export function shift(start: number, end: number, from: number, to: number): number {
  if (end - start > to - from) return start > to || end < from ? from - start : 0;
  if (start < from) return from - start;
  return end > to ? to - end : 0;
}
