/** One load of a page in a browser that has never seen it: what came when, and how large it was. */
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import * as z from 'zod/mini';
import { CHROMIUM, CHROMIUM_ARGS } from '../world/chromium.ts';
import { BarePage } from './bareChromium.ts';

/** A page is at rest when nothing has happened in it for so long. */
const REST_MS = 2000;
/** It is interactive when no long task begins for so long. */
const QUIET_MS = 500;
const ASK_MS = 500;
const LIMIT_MS = 60_000;

/** Marks in the page's own time line. */
const BEGIN_MARK = 'bench:begin';
const CELL_MARK = 'bench:first-cell';
/** A cell of a sheet that can be written in. */
const A_CELL = 'main textarea:not([readonly]):not([disabled])';
const MARKS = { begin: BEGIN_MARK, cell: CELL_MARK, ready: A_CELL };

/** Milliseconds since the navigation began. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Fetched extends Span {
  readonly url: string;
  /** Bytes of the body, compressed as it came, and as it is. */
  readonly compressed: number;
  readonly size: number;
}

export interface PageLoad {
  readonly firstPaint: number;
  /** What the page is opened for stood there: a cell of the sheet that could be written in. */
  readonly firstCell: number;
  /** The browser had drawn it. */
  readonly firstFrame: number;
  /** The same, and the page was free to answer: no long task came for half a second. */
  readonly interactive: number;
  readonly longTasks: readonly Span[];
  /** When each prose editor had come in place of its plain content. */
  readonly editors: readonly number[];
  readonly fetched: readonly Fetched[];
}

interface Marks {
  firstCell: number;
  firstFrame: number;
  readonly editors: number[];
  readonly longTasks: Span[];
}

declare global {
  var benchMarks: Marks;
}

interface LoadOptions {
  /** Gets the page once it is at rest. */
  readonly meanwhile?: (page: BarePage) => Promise<void>;
  /** What the page is opened for, as a selector; a cell of the sheet when left out. */
  readonly ready?: string;
}

/** Loads a page with a cold cache and the processor slowed down so many times. */
export async function loadPage(
  link: string,
  slowdown: number,
  { meanwhile = async () => {}, ready = A_CELL }: LoadOptions = {},
): Promise<PageLoad> {
  const page = await BarePage.open();
  try {
    await page.beforeScripts(watch, { ...MARKS, ready });
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.send('Page.navigate', { url: link });
    await restOf(page);
    const load = await page.evaluate(readLoad, undefined);
    await meanwhile(page);
    return { ...load, interactive: interactiveAt(load.firstFrame, load.longTasks) };
  } finally {
    await page.close();
  }
}

/**
 * Resolves when nothing has happened in the page for a while, as the function says that runs in it.
 * Asks seldom, for the answer is made by the thread that is being measured.
 */
export async function restOf(
  page: BarePage,
  isResting: (restMs: number) => boolean = isAtRest,
): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    await delay(ASK_MS);
    if (await page.evaluate(isResting, REST_MS)) return;
    if (performance.now() > deadline) throw new Error('The page does not come to rest.');
  }
}

/**
 * Milliseconds of processor time that the page's main thread took until a cell could be written
 * in. Unlike times on the clock, it hardly depends on what else the machine does meanwhile.
 */
export async function mainThreadMs(link: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(watch, MARKS);
    await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
    await page.goto(link);
    await page.waitForFunction(() => globalThis.benchMarks.firstCell > 0);
    return taskMsUntilFirstCell((await browser.stopTracing()).toString());
  } finally {
    await browser.close();
  }
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds: when it began, how long it took, and the processor time of that. */
      ts: z.number(),
      dur: z.optional(z.number()),
      tdur: z.optional(z.number()),
    }),
  ),
});

/** The time of all tasks between the page's first script and its first cell, on that thread. */
export function taskMsUntilFirstCell(trace: string): number {
  return taskMsBetween(trace, BEGIN_MARK, CELL_MARK);
}

/** The time of all tasks between two marks of a page, those included that the marks stand in. */
export function taskMsBetween(trace: string, beginMark: string, endMark: string): number {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace));
  const end = traceEvents.find(({ name }) => name === endMark);
  if (end === undefined) throw new Error(`The trace ends before ${endMark}.`);
  const own = traceEvents.filter(({ pid, tid }) => pid === end.pid && tid === end.tid);
  const begins = own.filter(({ name, ts }) => name === beginMark && ts < end.ts);
  const begin = Math.max(...begins.map(({ ts }) => ts));
  const tasks = own.filter(
    ({ name, ts, dur = 0 }) => name.endsWith('RunTask') && ts + dur >= begin && ts < end.ts,
  );
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

/** Runs in the page before anything else. */
function watch(names: typeof MARKS): void {
  performance.mark(names.begin);
  const marks: Marks = { firstCell: 0, firstFrame: 0, editors: [], longTasks: [] };
  globalThis.benchMarks = marks;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      marks.longTasks.push({ start: startTime, end: startTime + duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    if (marks.firstCell === 0 && document.querySelector(names.ready) !== null) {
      marks.firstCell = performance.now();
      performance.mark(names.cell);
      // The frame's own work comes after its callbacks, and before the next message.
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => {
        marks.firstFrame = performance.now();
        drawn.port1.close();
      };
      requestAnimationFrame(() => drawn.port2.postMessage(undefined));
    }
    const editors = document.querySelectorAll('.ProseMirror').length;
    while (marks.editors.length < editors) marks.editors.push(performance.now());
  }).observe(document, { subtree: true, childList: true });
}

/** Runs in the page. */
function isAtRest(restMs: number): boolean {
  // Still the page before it.
  if (!('benchMarks' in globalThis)) return false;
  const { firstFrame, editors, longTasks } = globalThis.benchMarks;
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const last = Math.max(
    firstFrame,
    ...editors,
    ...longTasks.map(({ end }) => end),
    ...resources.map(({ responseEnd }) => responseEnd),
  );
  return firstFrame > 0 && performance.now() - last > restMs;
}

/** Runs in the page. */
function readLoad(): Omit<PageLoad, 'interactive'> {
  const { firstCell, firstFrame, editors, longTasks } = globalThis.benchMarks;
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const timings = page === undefined ? resources : [page, ...resources];
  return {
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    firstCell,
    firstFrame,
    editors,
    longTasks,
    fetched: timings.map((timing) => ({
      url: timing.name,
      start: timing.startTime,
      end: timing.responseEnd,
      compressed: timing.encodedBodySize,
      size: timing.decodedBodySize,
    })),
  };
}

/** When the first quiet time begins after a cell stands there to be written in. */
export function interactiveAt(firstFrame: number, longTasks: readonly Span[]): number {
  let at = firstFrame;
  for (const { start, end } of [...longTasks].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start - at >= QUIET_MS) return at;
    at = end;
  }
  return at;
}
