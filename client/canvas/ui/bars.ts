/**
 * How the bar of the view stands beside the tools at the foot of the board. Whatever the window, both
 * leave the corner free in which tldraw's watermark is.
 */
import { useEditor, useValue } from 'tldraw';

/** In a row; in a row, with signs alone; or one above the other. */
export type Bars = 'wide' | 'tight' | 'stacked';

/** Room for the view's 430 px, the tools' 440, the watermark's 100 and the air between them. */
const WIDE_FROM_PX = 1000;
/** The same without the view's words. */
const TIGHT_FROM_PX = 900;

/** For a board that is so wide, in CSS pixels. */
export function barsOf(widthPx: number): Bars {
  if (widthPx >= WIDE_FROM_PX) return 'wide';
  return widthPx >= TIGHT_FROM_PX ? 'tight' : 'stacked';
}

export function useBars(): Bars {
  const editor = useEditor();
  return useValue('bars', () => barsOf(editor.getViewportScreenBounds().w), [editor]);
}
