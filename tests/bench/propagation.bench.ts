/**
 * People who type in one sheet at once: how long until everybody else has each letter, and until
 * its writer is told that it is saved. Server and typists are processes of their own.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { readByHttp } from '../crash/freshReader.ts';
import type { SheetAddress } from '../crash/ledger.ts';
import { temporaryStorage } from '../crash/storage.ts';
import { ServerProcess } from '../world/realServer.ts';
import { machineFacts, type Row, report } from './report.ts';
import { createExample, type } from './typing.ts';
import type { Outcome } from './typists.ts';

const CROWDS = [10, 30, 60, 120];
/** The crowd that the targets are for. */
const TARGET_CROWD = 30;
const PROPAGATION_P95_MS = 100;
const ACKNOWLEDGED_P99_MS = 150;
const WARM_UP_MS = 3000;
const MEASURE_MS = 12_000;
const SEED = 20_260_109;
const MIB = 1024 * 1024;

const machine = machineFacts();
console.log(`Typing in one sheet: ${CROWDS.join(', ')} people, 5 to 8 keys a second each.`);
const rows: Row[] = [];
for (const typists of CROWDS) rows.push(...(await measure(typists)));
report('propagation', rows, machine);

async function measure(typists: number): Promise<Row[]> {
  const storage = temporaryStorage();
  let server = ServerProcess.start({ dataDir: storage.dataDir });
  try {
    const sheet = await createExample(await server.ready);
    // Stopped once, so that what the sheet itself takes is in the database and not in its log.
    await server.stop();
    const before = sizeOf(storage.dataDir);
    server = ServerProcess.start({ dataDir: storage.dataDir });
    const url = await server.ready;
    const work = { typists, seed: SEED, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS };
    const { outcome, cpuSeconds, residentBytes } = await type(url, sheet, work, server.pid);
    await requireEverything(url, sheet, outcome);
    await server.stop();
    const stored = sizeOf(storage.dataDir) - before;
    return rowsOf(typists, outcome, { cpuSeconds, residentBytes, stored });
  } finally {
    server.kill();
    await server.ended;
    storage.remove();
  }
}

/** A quick server that drops letters would be no good. */
async function requireEverything(url: string, sheet: SheetAddress, { states }: Outcome) {
  const { store } = await readByHttp(url, sheet);
  const lacking = states.filter(([client, operations]) => Y.getState(store, client) !== operations);
  if (lacking.length > 0) throw new Error(`The server lacks letters of ${lacking.length} people.`);
}

function rowsOf(
  typists: number,
  {
    keys,
    heard,
    updateBytes,
    sentBytes,
    receivedBytes,
    propagation,
    acknowledged,
    ownDelayP99Ms,
    ownCpu,
  }: Outcome,
  server: { readonly cpuSeconds: number; readonly residentBytes: number; readonly stored: number },
): Row[] {
  const isTarget = typists === TARGET_CROWD;
  const row = (what: string, figure: number | undefined, unit: string, atMost?: number): Row => ({
    what: `${String(typists).padStart(3)}  ${what}`,
    figure: figure ?? Number.NaN,
    unit,
    ...(isTarget && atMost !== undefined ? { atMost } : {}),
  });
  const [p50, p95, p99, most] = propagation;
  const [a50, a95, a99, aMost] = acknowledged;
  return [
    row('others have it, median', p50, 'ms'),
    row('others have it, 95 %', p95, 'ms', PROPAGATION_P95_MS),
    row('others have it, 99 %', p99, 'ms'),
    row('others have it, most', most, 'ms'),
    row('saved, median', a50, 'ms'),
    row('saved, 95 %', a95, 'ms'),
    row('saved, 99 %', a99, 'ms', ACKNOWLEDGED_P99_MS),
    row('saved, most', aMost, 'ms'),
    row('keys a second', keys / (MEASURE_MS / 1000), '/s'),
    row('letters delivered', heard / (MEASURE_MS / 1000), '/s'),
    row('server, of one core', (100 * server.cpuSeconds) / (MEASURE_MS / 1000), '%'),
    row('server, for each key', (1e6 * server.cpuSeconds) / keys, 'µs'),
    row('server, memory', server.residentBytes / MIB, 'MiB'),
    row('update, for each key', updateBytes / keys, 'B'),
    row('sent with caret, for each key', sentBytes / keys, 'B'),
    row('received by each, for each key', receivedBytes / keys / typists, 'B'),
    row('store grown, for each key', server.stored / (keys * (1 + WARM_UP_MS / MEASURE_MS)), 'B'),
    row('typists, of one core', 100 * ownCpu, '%'),
    row('typists, own delay 99 %', ownDelayP99Ms, 'ms'),
  ];
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
