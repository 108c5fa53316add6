/**
 * Opening the canvas of the worked example from its form: how long from the press of «Lerret» until
 * somebody can write on the page, on a machine four times slower than this one, in a browser that
 * has never shown a canvas; and how much code that fetches.
 */
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { temporaryStorage } from '../crash/storage.ts';
import { ServerProcess } from '../world/realServer.ts';
import type { BarePage } from './bareChromium.ts';
import {
  type CanvasOpening,
  canvasMainThreadMs,
  openCanvasFromForm,
  typeOnPage,
} from './canvasOpening.ts';
import { machineFacts, type Row, report } from './report.ts';
import { Samples } from './samples.ts';

const RUNS = 5;
const SLOWDOWNS = [4, 1];
const TARGET_SLOWDOWN = 4;
const INTERACTIVE_MS = 1600;
const KB = 1000;
const WORD = 'bærekraft';

const newSheet = z.object({ id: z.string(), links: z.object({ rediger: z.string() }) });

const machine = machineFacts();
const storage = temporaryStorage();
process.once('exit', () => storage.remove());
const server = ServerProcess.start({ dataDir: storage.dataDir });
const url = await server.ready;
const rows: Row[] = [];
for (const slowdown of SLOWDOWNS) rows.push(...(await measure(slowdown)));
rows.push(await measureMainThread());
await server.stop();
report('canvas-opening', rows, machine);

async function measure(slowdown: number): Promise<Row[]> {
  const openings: CanvasOpening[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { id, links } = await createExample();
    openings.push(
      await openCanvasFromForm(links.rediger, slowdown, (page) =>
        requireTyping(page, id, links.rediger),
      ),
    );
  }
  const row = (
    what: string,
    figure: (opening: CanvasOpening) => number,
    { percent = 50, atMost }: { readonly percent?: number; readonly atMost?: number } = {},
  ): Row => {
    const samples = new Samples();
    for (const opening of openings) samples.add(figure(opening));
    const figureOfAll = samples.percentile(percent);
    const target = slowdown === TARGET_SLOWDOWN && atMost !== undefined ? { atMost } : {};
    return { what: `${slowdown}×  ${what}`, figure: figureOfAll, unit: 'ms', ...target };
  };
  const times = [
    row('first field to write in', ({ firstField }) => firstField),
    row('the browser has drawn it', ({ firstFrame }) => firstFrame),
    row('interactive', ({ interactive }) => interactive, { atMost: INTERACTIVE_MS }),
    row('interactive, slowest run', ({ interactive }) => interactive, { percent: 100 }),
    row('longest long task', ({ longTasks }) => longest(longTasks)),
    row('last long task ends', ({ longTasks }) => Math.max(0, ...longTasks.map(({ end }) => end))),
  ];
  const [opening] = openings;
  if (slowdown !== TARGET_SLOWDOWN || opening === undefined) return times;
  return [...times, ...(await sizesOf(opening))];
}

async function measureMainThread(): Promise<Row> {
  const samples = new Samples();
  for (let run = 0; run < RUNS; run += 1) {
    samples.add(await canvasMainThreadMs((await createExample()).links.rediger));
  }
  const what = '1×  main thread until the first field';
  return { what, figure: samples.percentile(50), unit: 'ms' };
}

function longest(spans: CanvasOpening['longTasks']): number {
  return Math.max(0, ...spans.map(({ start, end }) => end - start));
}

async function sizesOf({ fetched }: CanvasOpening): Promise<Row[]> {
  const scripts = fetched.filter((address) => address.endsWith('.js'));
  const sizes = await Promise.all(scripts.map(gzipSizeOf));
  const code = sizes.reduce((sum, size) => sum + size, 0) / KB;
  return [
    { what: 'JavaScript fetched for it, gzip', figure: code, unit: 'kB' },
    { what: 'requests', figure: fetched.length, unit: '' },
    {
      what: 'requests to other hosts',
      figure: fetched.filter((address) => !address.startsWith(url)).length,
      unit: '',
      atMost: 0,
    },
  ];
}

async function gzipSizeOf(address: string): Promise<number> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}; was the client built anew?`);
  return gzipSync(new Uint8Array(await response.arrayBuffer()), { level: 9 }).length;
}

/** A page that looks ready and takes no letters would be no good. */
async function requireTyping(page: BarePage, id: string, link: string): Promise<void> {
  const key = new URLSearchParams(new URL(link).hash.slice(1)).get('n');
  const headers = { authorization: `Bearer ${key}` };
  await typeOnPage(page, WORD, async () =>
    (await (await fetch(`${url}/api/sheets/${id}`, { headers })).text()).includes(WORD),
  );
}

async function createExample(): Promise<z.infer<typeof newSheet>> {
  const response = await fetch(`${url}/api/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ example: 'avtalelojalitet' }),
  });
  return newSheet.parse(await response.json());
}
