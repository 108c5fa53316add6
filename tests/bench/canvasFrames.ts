/** How evenly a board is drawn: the times between the frames of a page that nobody looks into. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../world/until.ts';
import { BarePage } from './bareChromium.ts';
import { canvasLink } from './canvasOpening.ts';

const LOOK_MS = 250;
const GIVE_UP_MS = 60_000;

declare global {
  var frameTimes: number[];
  var pointerPlaces: Map<CanvasImageSource, { readonly first: string; readonly last: string }>;
}

/** What must be seen on a board before its frames count. */
export interface Seen {
  readonly notes: number;
  readonly pointers: number;
  /** Fields that have become editors, which they do one by one after the page has opened. */
  readonly editors: number;
}

/**
 * Milliseconds between frames while the board is open and the processor slowed down so many times.
 * Waits until it shows what it should, and requires that the pointers moved all the while.
 */
export async function frameTimesOf(
  link: string,
  { slowdown, measureMs, seen }: { slowdown: number; measureMs: number; seen: Seen },
): Promise<readonly number[]> {
  const page = await BarePage.open();
  try {
    await page.send('Page.navigate', { url: canvasLink(link) });
    await lookUntil(page, seen);
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(keepPlaces, undefined);
    await page.evaluate(keepFrameTimes, undefined);
    await pause(measureMs);
    const times = await page.evaluate(() => globalThis.frameTimes, undefined);
    const moved = await page.evaluate(movedPointers, undefined);
    if (moved < seen.pointers) throw new Error(`Only ${moved} pointers moved.`);
    return times;
  } finally {
    await page.close();
  }
}

async function lookUntil(page: BarePage, seen: Seen): Promise<void> {
  await until(
    async () => {
      await pause(LOOK_MS);
      return page.evaluate(shows, seen);
    },
    'the board shows all notes and pointers',
    GIVE_UP_MS,
  );
}

/** Runs in the page. */
function shows({ notes, pointers, editors }: Seen): boolean {
  return (
    document.querySelectorAll('#lerret-ark .ProseMirror').length >= editors &&
    document.querySelectorAll('.lapp').length >= notes &&
    document.querySelectorAll('.peers span').length >= pointers
  );
}

/** Runs in the page: notes where each pointer, a picture of its own, is drawn first and last. */
function keepPlaces(): void {
  const places = new Map<CanvasImageSource, { readonly first: string; last: string }>();
  globalThis.pointerPlaces = places;
  const { drawImage } = CanvasRenderingContext2D.prototype;
  const draw = (context: CanvasRenderingContext2D, ...args: Parameters<typeof drawImage>) => {
    const [picture, x, y] = args;
    const place = `${x} ${y}`;
    const known = places.get(picture);
    if (known === undefined) places.set(picture, { first: place, last: place });
    else known.last = place;
    drawImage.apply(context, args);
  };
  CanvasRenderingContext2D.prototype.drawImage = function drawAndNote(
    this: CanvasRenderingContext2D,
    ...args: unknown[]
  ) {
    draw(this, ...(args as Parameters<typeof drawImage>));
  };
}

/** Runs in the page. */
function movedPointers(): number {
  return [...globalThis.pointerPlaces.values()].filter(({ first, last }) => first !== last).length;
}

/** Runs in the page. */
function keepFrameTimes(): void {
  const times: number[] = [];
  globalThis.frameTimes = times;
  let last: number | undefined;
  const onFrame = (now: number) => {
    if (last !== undefined) times.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}
