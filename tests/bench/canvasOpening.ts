/**
 * One opening of the canvas in a browser that has never seen it: by a press of «Lerret» on a form
 * at rest, or at once by the address. Says when its fields could be written in.
 */
import { chromium } from '@playwright/test';
import * as z from 'zod/mini';
import { CHROMIUM, CHROMIUM_ARGS } from '../world/chromium.ts';
import { until } from '../world/until.ts';
import { BarePage } from './bareChromium.ts';
import { interactiveAt, restOf, type Span, taskMsBetween } from './pageLoad.ts';

/** In the page's own time, milliseconds; all but `fetched` since the canvas was asked for. */
export interface CanvasOpening {
  /** A field on the page stood there and could be written in. */
  readonly firstField: number;
  /** The browser had drawn it. */
  readonly firstFrame: number;
  /** The same, and the page was free to answer: no long task came for half a second. */
  readonly interactive: number;
  readonly longTasks: readonly Span[];
  /** What was fetched for it, by address. */
  readonly fetched: readonly string[];
}

interface CanvasMarks {
  askedAt: number;
  firstField: number;
  firstFrame: number;
  /** The last time that the document tree changed. */
  changedAt: number;
  readonly longTasks: Span[];
}

declare global {
  var canvasMarks: CanvasMarks;
}

/** Marks in the page's own time line. */
const ASKED_MARK = 'bench:canvas-asked';
const FIELD_MARK = 'bench:first-field';
const SWITCH = '.view-switch__choice[aria-pressed="false"]';
const FIELD = '#lerret-ark textarea:not([readonly]):not([disabled])';
const WATCHED = { choice: SWITCH, field: FIELD, askedMark: ASKED_MARK, fieldMark: FIELD_MARK };
const pointSchema = z.object({ x: z.number(), y: z.number() });

/**
 * Presses «Lerret» on the form once that is at rest, with the processor slowed down so many times.
 * `meanwhile` gets the page when the canvas is at rest.
 */
export async function openCanvasFromForm(
  link: string,
  slowdown: number,
  meanwhile: (page: BarePage) => Promise<void> = async () => {},
): Promise<CanvasOpening> {
  const page = await watchedPage(slowdown);
  try {
    await page.send('Page.navigate', { url: link });
    await restOf(page, isFormAtRest);
    const { x, y } = pointSchema.parse(await page.evaluate(middleOf, SWITCH));
    await page.press(x, y);
    return await openingOf(page, meanwhile);
  } finally {
    await page.close();
  }
}

/** Opens the canvas by its address; times count from the navigation. */
export async function openCanvasByLink(
  link: string,
  slowdown: number,
  meanwhile: (page: BarePage) => Promise<void> = async () => {},
): Promise<CanvasOpening> {
  const page = await watchedPage(slowdown);
  try {
    await page.send('Page.navigate', { url: canvasLink(link) });
    return await openingOf(page, meanwhile);
  } finally {
    await page.close();
  }
}

/**
 * Milliseconds of processor time that the page's main thread took from the press until a field could
 * be written in. Unlike times on the clock, it hardly depends on what else the machine does.
 */
export async function canvasMainThreadMs(link: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(watch, WATCHED);
    await page.goto(link);
    await page.waitForFunction(isFormAtRest, 1000);
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
    await page.click(SWITCH);
    await page.waitForFunction(() => globalThis.canvasMarks.firstFrame > 0);
    return taskMsBetween((await browser.stopTracing()).toString(), ASKED_MARK, FIELD_MARK);
  } finally {
    await browser.close();
  }
}

/** The link with the canvas shown. */
export function canvasLink(link: string): string {
  const address = new URL(link);
  address.searchParams.set('visning', 'lerret');
  return address.href;
}

/** Somebody writes in the first field of the page; resolves when `isWritten` says so. */
export async function typeOnPage(
  page: BarePage,
  word: string,
  isWritten: () => Promise<boolean>,
): Promise<void> {
  await page.evaluate((field) => document.querySelector<HTMLElement>(field)?.focus(), FIELD);
  await page.send('Input.insertText', { text: word });
  await until(isWritten, 'the server has what was typed on the canvas');
}

async function watchedPage(slowdown: number): Promise<BarePage> {
  const page = await BarePage.open();
  await page.beforeScripts(watch, WATCHED);
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

async function openingOf(
  page: BarePage,
  meanwhile: (page: BarePage) => Promise<void>,
): Promise<CanvasOpening> {
  await restOf(page, isCanvasAtRest);
  const opening = await page.evaluate(readOpening, undefined);
  await meanwhile(page);
  return { ...opening, interactive: interactiveAt(opening.firstFrame, opening.longTasks) };
}

/** Runs in the page before anything else. */
function watch({ choice, field, askedMark, fieldMark }: typeof WATCHED): void {
  const marks: CanvasMarks = {
    askedAt: 0,
    firstField: 0,
    firstFrame: 0,
    changedAt: 0,
    longTasks: [],
  };
  globalThis.canvasMarks = marks;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      marks.longTasks.push({ start: startTime, end: startTime + duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      if (!(target instanceof Element) || target.closest(choice) === null) return;
      marks.askedAt = timeStamp;
      performance.mark(askedMark);
    },
    { capture: true },
  );
  new MutationObserver(() => {
    marks.changedAt = performance.now();
    if (marks.firstField > 0 || document.querySelector(field) === null) return;
    marks.firstField = performance.now();
    performance.mark(fieldMark);
    // The frame's own work comes after its callbacks, and before the next message.
    const drawn = new MessageChannel();
    drawn.port1.onmessage = () => {
      marks.firstFrame = performance.now();
      drawn.port1.close();
    };
    requestAnimationFrame(() => drawn.port2.postMessage(undefined));
  }).observe(document, { subtree: true, childList: true });
}

/** Runs in the page. */
function middleOf(selector: string): { readonly x: number; readonly y: number } {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** Runs in the page. */
function isFormAtRest(restMs: number): boolean {
  // Still the page before it.
  if (!('canvasMarks' in globalThis) || document.querySelector('main textarea') === null) {
    return false;
  }
  const { changedAt, longTasks } = globalThis.canvasMarks;
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const last = Math.max(
    changedAt,
    ...longTasks.map(({ end }) => end),
    ...resources.map(({ responseEnd }) => responseEnd),
  );
  return performance.now() - last > restMs;
}

/** Runs in the page. */
function isCanvasAtRest(restMs: number): boolean {
  // Still the page before it.
  if (!('canvasMarks' in globalThis)) return false;
  const { firstFrame, changedAt, longTasks } = globalThis.canvasMarks;
  const last = Math.max(firstFrame, changedAt, ...longTasks.map(({ end }) => end));
  return firstFrame > 0 && performance.now() - last > restMs;
}

/** Runs in the page. */
function readOpening(): Omit<CanvasOpening, 'interactive'> {
  const { askedAt, firstField, firstFrame, longTasks } = globalThis.canvasMarks;
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return {
    firstField: firstField - askedAt,
    firstFrame: firstFrame - askedAt,
    longTasks: longTasks
      .filter(({ end }) => end > askedAt)
      .map(({ start, end }) => ({ start: start - askedAt, end: end - askedAt })),
    fetched: resources.filter(({ startTime }) => startTime >= askedAt).map(({ name }) => name),
  };
}
