/**
 * A full board against an empty one, on a machine four times slower than this one: 500 notes, of
 * which five are being dragged by others, and twenty moving pointers. Both in the same run, by
 * turns; server, people and browser are processes of their own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { parseSheetAddress } from '../crash/ledger.ts';
import { temporaryStorage } from '../crash/storage.ts';
import { ServerProcess } from '../world/realServer.ts';
import type { BoardMessage, BoardOrder, BoardTask } from './boardPeers.ts';
import { frameTimesOf, type Seen } from './canvasFrames.ts';
import { machineFacts, type Row, report } from './report.ts';
import { Samples } from './samples.ts';

const NOTES = 500;
const PEERS = 20;
const DRAGGING = 5;
/** Those of a dypdykk: three sections, and remarks to two. */
const EDITORS = 5;
const SLOWDOWN = 4;
const ROUNDS = 3;
const MEASURE_MS = 6000;
const TIMES_EMPTY = 3;
const SEED = 20_261_122;

const linkSchema = z.object({ links: z.object({ rediger: z.string() }) });

console.log(`${NOTES} notes, ${PEERS} pointers, ${DRAGGING} drags; seed ${SEED}.`);
const machine = machineFacts();
const storage = temporaryStorage();
process.once('exit', () => storage.remove());
const server = ServerProcess.start({ dataDir: storage.dataDir });
const url = await server.ready;
const [empty, full] = [await createSheet('Tomt'), await createSheet('Fullt')];
const people = fork(join(import.meta.dirname, 'boardPeers.ts'));
process.once('exit', () => people.kill());
await tellPeople({
  wsUrl: `${url.replace(/^http/, 'ws')}/sync`,
  sheet: full.address,
  notes: NOTES,
  peers: PEERS,
  dragging: DRAGGING,
  seed: SEED,
});
const onEmpty: Samples[] = [];
const onFull: Samples[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  onEmpty.push(await frames(empty.link, { notes: 0, pointers: 0, editors: EDITORS }));
  order('move');
  onFull.push(await frames(full.link, { notes: NOTES, pointers: PEERS, editors: EDITORS }));
  order('rest');
}
people.kill();
await server.stop();
report('canvas-frames', rows(), machine);

function rows(): Row[] {
  const of = (what: string, rounds: readonly Samples[]): Row[] => [
    { what: `${what}, median frame`, figure: medianOf(rounds, 50), unit: 'ms' },
    { what: `${what}, frame p95`, figure: medianOf(rounds, 95), unit: 'ms' },
    { what: `${what}, slowest frame`, figure: medianOf(rounds, 100), unit: 'ms' },
  ];
  return [
    ...of('empty board', onEmpty),
    ...of('full board', onFull),
    {
      what: 'frame p95, full against empty',
      figure: medianOf(onFull, 95) / medianOf(onEmpty, 95),
      unit: 'times',
      atMost: TIMES_EMPTY,
    },
  ];
}

/** The median of the rounds' percentiles. */
function medianOf(rounds: readonly Samples[], percent: number): number {
  const figures = new Samples();
  for (const round of rounds) figures.add(round.percentile(percent));
  return figures.percentile(50);
}

async function frames(link: string, seen: Seen): Promise<Samples> {
  const samples = new Samples();
  const times = await frameTimesOf(link, { slowdown: SLOWDOWN, measureMs: MEASURE_MS, seen });
  for (const time of times) samples.add(time);
  return samples;
}

async function tellPeople(task: BoardTask): Promise<void> {
  people.send(task);
  const [message] = (await once(people, 'message')) as [BoardMessage];
  if (message !== 'ready') throw new Error(`Unexpected: ${message}`);
}

function order(what: BoardOrder): void {
  people.send(what);
}

async function createSheet(
  title: string,
): Promise<{ readonly link: string; readonly address: BoardTask['sheet'] }> {
  const response = await fetch(`${url}/api/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'dypdykk', title }),
  });
  const answer: unknown = await response.json();
  const { id, keys } = parseSheetAddress(answer);
  const sheetId = parseId<SheetId>(id);
  if (sheetId === undefined) throw new Error(`No sheet id: ${id}`);
  return { link: linkSchema.parse(answer).links.rediger, address: { id: sheetId, keys } };
}
