/** The pointers of others on a board, which are drawn in one picture. */
import type { Locator } from '@playwright/test';
import type { Place } from './BoardPage.ts';

/** So far from where somebody points the colour of their pointer begins, within its white edge. */
const INSET_PX = 4;

export class Pointers {
  readonly #picture: Locator;

  constructor(board: Locator) {
    this.#picture = board.locator('.peers canvas');
  }

  /** The names of those who point somewhere. */
  names(): Promise<string[]> {
    return this.#picture.locator('span').allTextContents();
  }

  /** Where a pointer is seen, in CSS pixels of the window; undefined while none is drawn. */
  async seenAt(name: string): Promise<Place | undefined> {
    const corner = await this.#picture.evaluate(cornerOfColor, name);
    return corner && { x: corner.x - INSET_PX, y: corner.y - INSET_PX };
  }
}

/** Runs in the page: the top left corner of all that has the colour of this person. */
function cornerOfColor(canvas: HTMLElement, name: string): Place | undefined {
  const named = [...canvas.children].find(({ textContent }) => textContent === name);
  if (named === undefined || !(canvas instanceof HTMLCanvasElement)) return undefined;
  const [red, green, blue] = getComputedStyle(named).color.match(/\d+/g)?.map(Number) ?? [];
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
  let [left, top] = [width, height];
  for (let at = 0; at < data.length; at += 4) {
    const isIts =
      data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255;
    if (!isIts) continue;
    left = Math.min(left, (at / 4) % width);
    top = Math.min(top, Math.floor(at / 4 / width));
  }
  if (left === width) return undefined;
  const box = canvas.getBoundingClientRect();
  const sharpness = width / box.width;
  return { x: box.left + left / sharpness, y: box.top + top / sharpness };
}
