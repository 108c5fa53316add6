/**
 * Whose a pointer or a key is that lands on the page. Words are the browser's: pressing, selecting,
 * typing, the menu of the right button. Everything else is the canvas's, also what lies over words:
 * a note, an arrow, a picture.
 */
import { type RefObject, type SyntheticEvent, useCallback, useEffect } from 'react';
import { type Editor, useEditor } from 'tldraw';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { zoomToSection } from '../camera.ts';
import { markHandled } from '../keys.ts';
import { PAGE_ID } from './sectionAreas.ts';

/** What takes presses and words by itself. Between these the page is canvas. */
const WORDS =
  'input, textarea, select, button, a, summary, label, [contenteditable], [tabindex], [role="textbox"], .prose, .placed, h2, h3, .a3-section__question, td, th';

/** What answers keys by itself. On a heading the keys are the canvas's. */
const KEYED =
  'input, textarea, select, button, a, summary, [contenteditable], [role="textbox"], [role="menu"], [role="menu"] *';

interface PageEvents {
  readonly onPointerDown: (event: SyntheticEvent) => void;
  readonly onTouchStart: (event: SyntheticEvent) => void;
  readonly onTouchEnd: (event: SyntheticEvent) => void;
}

/** Answers what to spread on the page's element. */
export function usePageEvents(page: RefObject<HTMLElement | null>): PageEvents {
  const editor = useEditor();
  // tldraw listens through React, where only React's own stop is heard.
  const keepWords = useCallback(
    (event: SyntheticEvent) => {
      if (isForWords(editor, event.nativeEvent)) event.stopPropagation();
    },
    [editor],
  );
  useEffect(() => {
    const element = page.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal } as const;
    const onWords = (event: Event) => isForWords(editor, event);
    // A note or an arrow over a field is pressed without the field taking the focus.
    element.addEventListener(
      'mousedown',
      (event) => {
        if (isOverShape(editor, event)) event.preventDefault();
      },
      options,
    );
    element.addEventListener(
      'dblclick',
      (event) => {
        if (!(event.target instanceof Element) || isOverShape(editor, event)) return;
        const heading = event.target.closest('.a3-section__heading');
        const section = heading?.closest<HTMLElement>('.a3-section')?.dataset['section'];
        if (section !== undefined) zoomToSection(editor, section as SectionKey);
      },
      options,
    );
    element.addEventListener(
      'contextmenu',
      (event) => {
        if (onWords(event)) event.stopPropagation();
      },
      { signal: stop.signal },
    );
    for (const type of ['keydown', 'keyup'] as const) {
      element.addEventListener(
        type,
        (event) => {
          if (!(event.target instanceof Element) || !event.target.matches(KEYED)) return;
          markHandled(event);
          if (type === 'keydown' && event.key === 'Escape' && !event.defaultPrevented) {
            leavePage(editor, element);
          }
        },
        { signal: stop.signal },
      );
    }
    element.addEventListener('wheel', (event) => scrollsItself(event) && event.stopPropagation(), {
      signal: stop.signal,
      passive: true,
    });
    return () => stop.abort();
  }, [editor, page]);
  return { onPointerDown: keepWords, onTouchStart: keepWords, onTouchEnd: keepWords };
}

/** Whether a pointer on the page is there for the words, and not for what lies over them. */
function isForWords(editor: Editor, event: Event): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event instanceof PointerEvent || event instanceof MouseEvent) {
    // The middle button and the space bar move the view, wherever they are pressed.
    if (event.button === 1 || editor.inputs.keys.has('Space')) return false;
    if (isOverShape(editor, event)) return false;
  }
  // What lies around the page has a tabindex too, and is no words of the page.
  return event.target.closest(WORDS)?.closest(`#${PAGE_ID}`) != null;
}

function isOverShape(editor: Editor, { clientX, clientY }: MouseEvent): boolean {
  const point = editor.screenToPage({ x: clientX, y: clientY });
  const margin = editor.options.hitTestMargin / editor.getZoomLevel();
  return editor.getShapeAtPoint(point, { margin, hitInside: false }) !== undefined;
}

/** Out of the page, to the canvas around it: where the keys of the canvas are. */
function leavePage(editor: Editor, page: HTMLElement): void {
  if (page.contains(document.activeElement)) editor.getContainer().focus();
}

/** A section or a field that still has something to show in the wheel's direction. */
function scrollsItself({ target, deltaY, ctrlKey, metaKey }: WheelEvent): boolean {
  if (ctrlKey || metaKey || !(target instanceof Element)) return false;
  const scroller = target.closest<HTMLElement>('.a3-section, textarea');
  if (scroller === null || getComputedStyle(scroller).overflowY === 'visible') return false;
  const rest = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  return deltaY > 0 ? rest > 1 : scroller.scrollTop > 0;
}
