/** Fingers on a screen, through the browser's own input: what the page gets is trusted. */
import type { CDPSession, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

const STEPS = 8;
/** So soon after a drag Chromium takes a tap for a part of it, and the tap is no click. */
const DOUBLE_TAP_MS = 300;

export class Finger {
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.#move([from], [to]);
  }

  /** Two fingers around a point, from one distance between them to another, in CSS pixels. */
  async pinch(around: Point, from: number, to: number): Promise<void> {
    const spread = (distance: number) => [
      { x: around.x - distance / 2, y: around.y },
      { x: around.x + distance / 2, y: around.y },
    ];
    await this.#move(spread(from), spread(to));
  }

  async #move(from: readonly Point[], to: readonly Point[]): Promise<void> {
    await this.#send('touchStart', from);
    for (let step = 1; step <= STEPS; step += 1) {
      const part = step / STEPS;
      const now = from.map((point, index) => between(point, to[index] ?? point, part));
      await this.#send('touchMove', now);
    }
    await this.#send('touchEnd', []);
    await this.#comeBack();
  }

  /** A hand is not back before that time is over, by the page's own clock. */
  async #comeBack(): Promise<void> {
    const lifted = await this.#page.evaluate(() => performance.now());
    const isOver = ([since, ms]: readonly [number, number]) => performance.now() - since > ms;
    await this.#page.waitForFunction(isOver, [lifted, DOUBLE_TAP_MS] as const);
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

function between(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}
