/** Whether the outline is open: for as long as the page lives. */
import { atom, useValue } from 'tldraw';

const isOpen = atom('outline is open', false);

/** Where the window is this wide, the outline stands beside the page and not over it. */
const BESIDE_FROM_PX = 960;

export function useOutlineOpen(): boolean {
  return useValue(isOpen);
}

export function toggleOutline(): void {
  isOpen.update((before) => !before);
}

/** Whether the outline takes room of a window that is so wide; heard by tldraw's reactions. */
export function isOutlineBeside(widthPx: number): boolean {
  return isOpen.get() && widthPx >= BESIDE_FROM_PX;
}
