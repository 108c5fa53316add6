/**
 * Opening a sheet with a year of history: how large it has become, and how long until the first
 * byte of its state comes, over HTTP and over the socket, when its room is open and when the
 * server has just started.
 */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { createCompactor } from '../../server/journal/compaction.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { MESSAGE_SYNC } from '../../shared/wire/frames.ts';
import { readByHttp } from '../crash/freshReader.ts';
import { parseSheetAddress, type SheetAddress } from '../crash/ledger.ts';
import { syncFrame } from '../crash/participant.ts';
import { temporaryStorage } from '../crash/storage.ts';
import { ServerProcess } from '../world/realServer.ts';
import { seeded } from '../world/sheets.ts';
import { machineFacts, type Row, report } from './report.ts';
import { Samples } from './samples.ts';
import { Year } from './year.ts';

const EDITS = 100_000;
/** So many updates are stored at once, which saves waiting and changes nothing in the log. */
const BATCH = 25;
const SEED = 20_260_109;
/**
 * In a year there is time for every compaction. Here they run beside the edits, which come much
 * faster, except at the end: so that the log is as long then as it would be.
 */
const LAST_EDITS = 2000;
/** A log that is longer is compacted. */
const MAX_LOG = 500;
const COLD_STARTS = 5;
const WARM_REQUESTS = 40;
const WARM_MS = 50;
const COLD_MS = 500;
const KIB = 1024;

const machine = machineFacts();
const storage = temporaryStorage();
process.once('exit', () => storage.remove());
const rows: Row[] = [];

console.log(`A sheet with ${EDITS} edits.`);
const sheet = await withServer((url) => createExample(url));
rows.push(...(await liveThroughTheYear(sheet)));
rows.push(...(await openCold(sheet)));
rows.push(...(await withServer((url) => openWarm(url, sheet))));
report('history', rows, machine);

// The year

async function liveThroughTheYear({ id }: SheetAddress): Promise<Row[]> {
  const sheetId = parseId<SheetId>(id);
  if (sheetId === undefined) throw new Error(`No sheet id: ${id}`);
  const file = join(storage.dataDir, 'helhetsmodellen.sqlite');
  const { journal, close } = await openSqliteStore({ file });
  const doc = new Y.Doc();
  const stored = await journal.load(sheetId);
  for (const update of [stored?.snapshot, ...(stored?.updates ?? [])]) {
    if (update !== undefined) Y.applyUpdate(doc, update);
  }
  const year = new Year(doc, seeded(SEED), EDITS);
  let compactions = 0;
  const compactor = createCompactor({
    journal,
    now: () => year.now,
    onEvent: (event) => {
      if (event.type === 'compaction.failed') throw new Error(event.reason);
      compactions += 1;
    },
  });
  let batch: Uint8Array[] = [];
  let bytes = 0;
  doc.on('update', (update: Uint8Array) => batch.push(update));
  while (!year.isOver) {
    for (let i = 0; i < BATCH && !year.isOver; i += 1) year.edit();
    const [updates, size] = [batch, batch.reduce((sum, { length }) => sum + length, 0)];
    batch = [];
    bytes += size;
    await journal.append(sheetId, updates);
    compactor.note(sheetId, updates.length, size);
    if (year.left === LAST_EDITS) {
      await compactor.idle();
      // As a room does that loads a long log.
      compactor.note(sheetId, MAX_LOG + 1, 0);
    }
    if (year.left <= LAST_EDITS) await compactor.idle();
  }
  await compactor.close();
  const tail = (await journal.load(sheetId))?.updates.length ?? Number.NaN;
  await close();
  const state = Y.encodeStateAsUpdate(doc);
  return [
    { what: 'all updates sent', figure: bytes / KIB, unit: 'KiB' },
    { what: 'document', figure: state.length / KIB, unit: 'KiB' },
    { what: 'document, gzip', figure: gzipSync(state).length / KIB, unit: 'KiB' },
    { what: 'document, brotli', figure: brotliCompressSync(state).length / KIB, unit: 'KiB' },
    { what: 'writers in it', figure: doc.store.clients.size, unit: '' },
    { what: 'store on disk', figure: statSync(file).size / KIB, unit: 'KiB' },
    { what: 'compactions', figure: compactions, unit: '' },
    { what: 'updates since the last one', figure: tail, unit: '' },
  ];
}

// Opening

async function openCold(sheet: SheetAddress): Promise<Row[]> {
  const starts = new Samples();
  const [http, socket, handshake] = [new Samples(), new Samples(), new Samples()];
  for (let i = 0; i < COLD_STARTS; i += 1) {
    await withServer(async (url, startMs) => {
      starts.add(startMs);
      http.add(await firstByte(url, sheet, 'br'));
    });
    await withServer(async (url) => {
      const opened = await firstStep2(url, sheet);
      socket.add(opened.fromConnectMs);
      handshake.add(opened.fromStep1Ms);
    });
  }
  return [
    { what: 'server start', figure: starts.percentile(50), unit: 'ms' },
    ...medianAndMost('cold: first byte of state', http, COLD_MS),
    ...medianAndMost('cold: step 2, since connecting', socket, COLD_MS),
    ...medianAndMost('cold: step 2, since step 1', handshake),
  ];
}

async function openWarm(url: string, sheet: SheetAddress): Promise<Row[]> {
  const guest = await firstStep2(url, sheet, 'stay');
  const found: Row[] = [];
  for (const encoding of ['br', 'gzip', 'identity'] as const) {
    const samples = new Samples();
    for (let i = 0; i < WARM_REQUESTS; i += 1) samples.add(await firstByte(url, sheet, encoding));
    found.push(...medianAndMost(`warm: first byte of state, ${encoding}`, samples, WARM_MS));
  }
  const [socket, handshake] = [new Samples(), new Samples()];
  for (let i = 0; i < WARM_REQUESTS; i += 1) {
    const opened = await firstStep2(url, sheet);
    socket.add(opened.fromConnectMs);
    handshake.add(opened.fromStep1Ms);
  }
  found.push(...medianAndMost('warm: step 2, since connecting', socket, WARM_MS));
  found.push(...medianAndMost('warm: step 2, since step 1', handshake, WARM_MS));
  found.push(...(await openWhileTyping(url, sheet)));
  guest.leave();
  return found;
}

/** Somebody types all the while, so that no answer is the one that was given before. */
async function openWhileTyping(url: string, sheet: SheetAddress): Promise<Row[]> {
  const typist = await typistOn(url, sheet);
  const [http, handshake] = [new Samples(), new Samples()];
  for (let i = 0; i < WARM_REQUESTS; i += 1) {
    await typist.press();
    http.add(await firstByte(url, sheet, 'br'));
    await typist.press();
    handshake.add((await firstStep2(url, sheet)).fromConnectMs);
  }
  typist.leave();
  return [
    ...medianAndMost('warm, a key just pressed: first byte, br', http, WARM_MS),
    ...medianAndMost('warm, a key just pressed: step 2', handshake, WARM_MS),
  ];
}

function medianAndMost(what: string, samples: Samples, atMost?: number): Row[] {
  const target = atMost === undefined ? {} : { atMost };
  return [
    { what: `${what}, median`, figure: samples.percentile(50), unit: 'ms', ...target },
    { what: `${what}, slowest`, figure: samples.percentile(100), unit: 'ms', ...target },
  ];
}

/** Milliseconds from asking for the state on a new connection until its first byte is here. */
function firstByte(url: string, { id, keys }: SheetAddress, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const headers = { authorization: `Bearer ${keys.les}`, 'accept-encoding': encoding };
    const asked = request(`${url}/api/sheets/${id}/state`, { headers, agent: false });
    asked.once('error', reject);
    asked.once('response', (response) => {
      let firstByteMs: number | undefined;
      response.on('data', () => {
        firstByteMs ??= performance.now() - startedAt;
      });
      response.once('end', () => {
        if (response.statusCode === 200 && firstByteMs !== undefined) resolve(firstByteMs);
        else reject(new Error(`The state was answered with ${response.statusCode}.`));
      });
    });
    asked.end();
  });
}

interface Opened {
  readonly fromConnectMs: number;
  readonly fromStep1Ms: number;
  leave(): void;
}

/** Opens the sheet by the socket as somebody who has nothing; stays only when told to. */
async function firstStep2(url: string, sheet: SheetAddress, then?: 'stay'): Promise<Opened> {
  const connectAt = performance.now();
  const socket = connect(url, sheet);
  await once(socket, 'open');
  const step1At = performance.now();
  const step2 = nextStep(socket, syncProtocol.messageYjsSyncStep2);
  socket.send(syncFrame((encoder) => syncProtocol.writeSyncStep1(encoder, new Y.Doc())));
  await step2;
  const now = performance.now();
  if (then !== 'stay') socket.terminate();
  return {
    fromConnectMs: now - connectAt,
    fromStep1Ms: now - step1At,
    leave: () => socket.terminate(),
  };
}

interface Typist {
  press(): Promise<void>;
  leave(): void;
}

/** Somebody in the sheet's title. `press` resolves when the server has taken the letter. */
async function typistOn(url: string, sheet: SheetAddress): Promise<Typist> {
  const doc = await readByHttp(url, sheet);
  const listener = connect(url, sheet);
  await once(listener, 'open');
  const socket = connect(url, sheet);
  await once(socket, 'open');
  let unsent: Uint8Array | undefined;
  doc.on('update', (update: Uint8Array) => {
    unsent = update;
  });
  return {
    async press() {
      const title = doc.getMap('sheet').get('title');
      if (!(title instanceof Y.Text)) throw new Error('The sheet has no title.');
      title.insert(0, 'å');
      const update = unsent;
      if (update === undefined) return;
      const heard = nextStep(listener, syncProtocol.messageYjsUpdate);
      socket.send(syncFrame((encoder) => syncProtocol.writeUpdate(encoder, update)));
      await heard;
    },
    leave() {
      socket.terminate();
      listener.terminate();
    },
  };
}

function connect(url: string, { id, keys }: SheetAddress): WebSocket {
  const address = `${url.replace(/^http/, 'ws')}/sync/${id}?nokkel=${keys.rediger}`;
  return new WebSocket(address, { perMessageDeflate: false });
}

function nextStep(socket: WebSocket, step: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer): void => {
      const decoder = decoding.createDecoder(data);
      if (decoding.readVarUint(decoder) !== MESSAGE_SYNC) return;
      if (decoding.readVarUint(decoder) !== step) return;
      socket.off('message', hear);
      socket.off('close', closed);
      resolve();
    };
    const closed = (code: number) => reject(new Error(`Closed with ${code}.`));
    socket.on('message', hear);
    socket.once('close', closed);
  });
}

async function createExample(url: string): Promise<SheetAddress> {
  const response = await fetch(`${url}/api/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ example: 'avtalelojalitet' }),
  });
  return parseSheetAddress(await response.json());
}

/** Something done with a server that has just started, and ends afterwards. */
async function withServer<T>(use: (url: string, startMs: number) => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const server = ServerProcess.start({ dataDir: storage.dataDir });
  try {
    const url = await server.ready;
    return await use(url, performance.now() - startedAt);
  } finally {
    await server.stop();
  }
}
