/** How long others' moves take to be shown, in a real page with tldraw's editor. */
import { join } from 'node:path';
import { serveHarness } from '../e2e/support/harness.ts';
import { until } from '../world/until.ts';
import { BarePage } from './bareChromium.ts';
import type { Way } from './canvasWays.ts';
// For the types of what the harness puts on `window`.
import type {} from './harness/main.tsx';

export interface MoveTimes {
  /** All of them, and then one frame. */
  readonly batchMs: number;
  /** A frame's work for each. */
  readonly oneByOneMs: number;
}

const MOVES_MS = 120_000;

let opened = 0;

/** The best of some rounds, in turn, so that the machine's other work counts little. */
export async function moveTimes(
  ways: readonly Way[],
  moves: number,
  rounds: number,
): Promise<ReadonlyMap<Way, MoveTimes>> {
  const best = new Map<Way, MoveTimes>();
  await serveHarness(join(import.meta.dirname, 'harness'), async (url) => {
    const page = await BarePage.open();
    for (let round = 0; round < rounds; round += 1) {
      for (const way of ways) {
        const batchMs = await measured(page, url, { way: way.name, moves, isBatch: true });
        const oneByOneMs = await measured(page, url, { way: way.name, moves, isBatch: false });
        const before = best.get(way) ?? { batchMs, oneByOneMs };
        best.set(way, {
          batchMs: Math.min(before.batchMs, batchMs),
          oneByOneMs: Math.min(before.oneByOneMs, oneByOneMs),
        });
      }
    }
    await page.close();
  });
  return best;
}

interface Task {
  readonly way: string;
  readonly moves: number;
  readonly isBatch: boolean;
}

/** In a page that has done nothing before. */
async function measured(page: BarePage, url: string, task: Task): Promise<number> {
  const query = `?${opened++}`;
  await page.send('Page.navigate', { url: `${url}${query}` });
  const isThere = () =>
    page.evaluate((wanted) => location.search === wanted && 'measureMoves' in window, query);
  await until(isThere, 'the page is there');
  await page.evaluate((given) => window.measureMoves(given.way, given.moves, given.isBatch), task);
  const found = () => page.evaluate(() => window.moved ?? null, null);
  await until(async () => (await found()) !== null, 'the moves are shown', MOVES_MS);
  const ms = await found();
  if (typeof ms !== 'number') throw new Error(`${task.way}: ${ms}`);
  return ms;
}
