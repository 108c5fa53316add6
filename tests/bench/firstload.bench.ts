/**
 * Opening the example by its link in a browser that has never been here: how much code that takes,
 * and how long until somebody can write, on a machine four times slower than this one.
 */
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { temporaryStorage } from '../crash/storage.ts';
import { ServerProcess } from '../world/realServer.ts';
import { until } from '../world/until.ts';
import type { BarePage } from './bareChromium.ts';
import { type Fetched, loadPage, mainThreadMs, type PageLoad } from './pageLoad.ts';
import { machineFacts, type Row, report } from './report.ts';
import { Samples } from './samples.ts';

const RUNS = 5;
const SLOWDOWNS = [4, 1];
const TARGET_SLOWDOWN = 4;
const JAVASCRIPT_KB = 200;
const INTERACTIVE_MS = 1200;
const KB = 1000;
const WORD = 'bærekraft';
const CELL = 'main textarea';

const newSheet = z.object({ id: z.string(), links: z.object({ rediger: z.string() }) });

const machine = machineFacts();
const storage = temporaryStorage();
process.once('exit', () => storage.remove());
const server = ServerProcess.start({ dataDir: storage.dataDir });
const url = await server.ready;
await requireClient();
const rows: Row[] = [];
for (const slowdown of SLOWDOWNS) rows.push(...(await measure(slowdown)));
rows.push(await measureMainThread());
await server.stop();
report('firstload', rows, machine);

async function measure(slowdown: number): Promise<Row[]> {
  const loads: PageLoad[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { id, links } = await createExample();
    loads.push(
      await loadPage(links.rediger, slowdown, {
        meanwhile: (page) => requireTyping(page, id, links.rediger),
      }),
    );
  }
  const median = (figure: (load: PageLoad) => number): number => {
    const samples = new Samples();
    for (const load of loads) samples.add(figure(load));
    return samples.percentile(50);
  };
  const row = (what: string, figure: (load: PageLoad) => number, atMost?: number): Row => ({
    what: `${slowdown}×  ${what}`,
    figure: median(figure),
    unit: 'ms',
    ...(slowdown === TARGET_SLOWDOWN && atMost !== undefined ? { atMost } : {}),
  });
  const times = [
    row('first contentful paint', ({ firstPaint }) => firstPaint),
    row('first cell to write in', ({ firstCell }) => firstCell),
    row('the browser has drawn it', ({ firstFrame }) => firstFrame),
    row('interactive', ({ interactive }) => interactive, INTERACTIVE_MS),
    row('interactive, slowest run', () => Math.max(...loads.map((load) => load.interactive))),
    row('longest long task', ({ longTasks }) => longest(longTasks)),
    row('last long task ends', ({ longTasks }) => Math.max(0, ...longTasks.map(({ end }) => end))),
    row('all prose editors in place', ({ editors }) => Math.max(0, ...editors)),
  ];
  const [load] = loads;
  if (slowdown !== TARGET_SLOWDOWN || load === undefined) return times;
  return [...times, ...(await sizesOf(load))];
}

async function measureMainThread(): Promise<Row> {
  const samples = new Samples();
  for (let run = 0; run < RUNS; run += 1) {
    samples.add(await mainThreadMs((await createExample()).links.rediger));
  }
  const what = '1×  main thread until the first cell';
  return { what, figure: samples.percentile(50), unit: 'ms' };
}

function longest(spans: PageLoad['longTasks']): number {
  return Math.max(0, ...spans.map(({ start, end }) => end - start));
}

/** What was asked for before somebody could write, and what came in idle time after that. */
async function sizesOf({ fetched, firstCell, editors }: PageLoad): Promise<Row[]> {
  const scripts = fetched.filter(({ url: address }) => address.endsWith('.js'));
  const gzip = new Map<string, number>();
  for (const script of scripts) gzip.set(script.url, await gzipSizeOf(script.url));
  const code = (which: (script: Fetched) => boolean): number =>
    scripts.filter(which).reduce((sum, script) => sum + (gzip.get(script.url) ?? 0), 0) / KB;
  const others = (ending: RegExp): number =>
    fetched
      .filter(({ url: address, start }) => ending.test(address) && start < firstCell)
      .reduce((sum, { compressed }) => sum + compressed, 0) / KB;
  for (const { url: address, start, size } of fetched) {
    const name = new URL(address).pathname;
    const bytes = `${(size / KB).toFixed(1)} kB, ${((gzip.get(address) ?? 0) / KB).toFixed(1)} gzip`;
    console.log(`  ${start.toFixed(0).padStart(6)} ms  ${name}  ${bytes}`);
  }
  return [
    {
      what: 'JavaScript before the first cell, gzip',
      figure: code(({ start }) => start < firstCell),
      unit: 'kB',
      atMost: JAVASCRIPT_KB,
    },
    {
      what: 'JavaScript in idle time after it, gzip',
      figure: code(({ start }) => start >= firstCell),
      unit: 'kB',
    },
    { what: 'styles, as sent', figure: others(/\.css$/), unit: 'kB' },
    { what: 'fonts, as sent', figure: others(/\.woff2$/), unit: 'kB' },
    { what: 'the sheet itself, as sent', figure: others(/\/state$/), unit: 'kB' },
    {
      what: 'requests before the first cell',
      figure: fetched.filter(({ start }) => start < firstCell).length,
      unit: '',
    },
    {
      what: 'requests to other hosts',
      figure: fetched.filter(({ url: address }) => !address.startsWith(url)).length,
      unit: '',
      atMost: 0,
    },
    { what: 'prose editors', figure: editors.length, unit: '' },
  ];
}

async function gzipSizeOf(address: string): Promise<number> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}; was the client built anew?`);
  return gzipSync(new Uint8Array(await response.arrayBuffer()), { level: 9 }).length;
}

/** A page that looks ready and takes no letters would be no good. */
async function requireTyping(page: BarePage, id: string, link: string): Promise<void> {
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.focus(), CELL);
  await page.send('Input.insertText', { text: WORD });
  const key = new URLSearchParams(new URL(link).hash.slice(1)).get('n');
  await until(async () => {
    const headers = { authorization: `Bearer ${key}` };
    return (await (await fetch(`${url}/api/sheets/${id}`, { headers })).text()).includes(WORD);
  }, 'the server has what was typed');
}

async function createExample(): Promise<z.infer<typeof newSheet>> {
  const response = await fetch(`${url}/api/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ example: 'avtalelojalitet' }),
  });
  return newSheet.parse(await response.json());
}

async function requireClient(): Promise<void> {
  const response = await fetch(`${url}/`);
  if (!response.ok)
    throw new Error('There is no built client. Run «npm run bench», which builds it.');
}
