/** The pointers of others on a board, which are drawn in one picture. */
import { expect, type Locator } from '@playwright/test';
import { NEAR, type Place } from './places.ts';

/** So far from where somebody points the colour of their pointer begins, within its white edge. */
const INSET_PX = 4;

/** What others do is seen here within so long, unless a test knows better. */
const SOON_MS = 10_000;

export class Pointers {
  readonly #picture: Locator;
  readonly #onPage: (place: Place) => Promise<Place>;

  /** `onPage` says where on the page something is that is seen in the window. */
  constructor(board: Locator, onPage: (place: Place) => Promise<Place>) {
    this.#picture = board.locator('.peers canvas');
    this.#onPage = onPage;
  }

  /** Waits until another's pointer is seen. */
  async show(name: string): Promise<void> {
    await expect.poll(() => this.#seen(name)).toBeDefined();
  }

  /** Waits until another's pointer is seen at a place on the page. */
  async showAt(name: string, place: Place): Promise<void> {
    await expect
      .poll(async () => {
        const seen = await this.#seen(name);
        if (seen === undefined) return Number.POSITIVE_INFINITY;
        const { x, y } = await this.#onPage(seen);
        return Math.max(Math.abs(x - place.x), Math.abs(y - place.y));
      })
      .toBeLessThan(NEAR);
  }

  /** Waits until nobody points, and nothing is left of any pointer. */
  async showNobody({ timeout = SOON_MS } = {}): Promise<void> {
    await expect(this.#picture.locator('span')).toHaveCount(0, { timeout });
    await expect.poll(() => this.#picture.evaluate(paintedPixels)).toBe(0);
  }

  /** In pixels of the window; undefined while none is drawn. */
  async #seen(name: string): Promise<Place | undefined> {
    const corner = await this.#picture.evaluate(cornerOfColor, name);
    return corner && { x: corner.x - INSET_PX, y: corner.y - INSET_PX };
  }
}

/** Runs in the page. */
function paintedPixels(canvas: HTMLElement): number {
  if (!(canvas instanceof HTMLCanvasElement)) return Number.NaN;
  const picture = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  return picture?.data.filter((value, at) => at % 4 === 3 && value > 0).length ?? Number.NaN;
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
