/** People whose network died without a word: gone for the others within seconds, back at once. */
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  type DocumentSocket,
  DocumentSocket as Socket,
} from '../../client/connection/documentSocket.ts';
import { DEFAULT_LIMITS } from '../../server/rooms/limits.ts';
import { join, type Participant } from '../world/participants.ts';
import { proxyTo, type SilentProxy } from '../world/proxy.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

/** Quick to hide, and in no hurry to drop. */
const QUICK = { pingMs: 60, ghostMs: 400, deadMs: 60_000, heartbeatMs: 20_000 };

const it = stage({ limits: QUICK });
const ends: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function aProxy(): Promise<SilentProxy> {
  const proxy = await proxyTo(it.server);
  ends.push(() => proxy.close());
  return proxy;
}

/** Somebody with a name, whose bytes go through the proxy. */
async function comesThrough(proxy: SilentProxy, name: string, doc = new Y.Doc()) {
  const person = join(proxy, it.sheet, { doc });
  ends.push(() => person.leave());
  await person.synced();
  person.provider.awareness.setLocalStateField('user', { name });
  return person;
}

function nameSeen(by: Awareness, of: Participant): string | undefined {
  const user: unknown = by.getStates().get(of.doc.clientID)?.['user'];
  return (user as { name?: string } | undefined)?.name;
}

/** Has somebody say nothing by itself: stock clients repeat what they are every 15 seconds. */
function keepQuiet({ provider }: Participant): void {
  clearInterval(provider.awareness._checkInterval);
}

/** How often somebody has left this list. */
function departures(awareness: Awareness): () => number {
  let count = 0;
  awareness.on('change', ({ removed }: { removed: number[] }) => {
    count += removed.length;
  });
  return () => count;
}

test('RM-30 who has gone without a word is hidden, and back at the first sign on the same connection', async () => {
  const proxy = await aProxy();
  const ola = await it.comes();
  const kari = await comesThrough(proxy, 'Kari');
  keepQuiet(kari);
  const seen = () => nameSeen(ola.provider.awareness, kari);
  await until(() => seen() === 'Kari');
  proxy.goSilent();
  await until(() => seen() === undefined);
  proxy.comeBack();
  await until(() => seen() === 'Kari');
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari Nordmann' });
  await until(() => seen() === 'Kari Nordmann');
  expect([kari.attempts(), kari.closeCodes]).toEqual([1, []]);
});

test('RM-30 again and again, and whoever comes meanwhile sees the same', async () => {
  const proxy = await aProxy();
  const ola = await it.comes();
  const kari = await comesThrough(proxy, 'Kari');
  keepQuiet(kari);
  for (let time = 0; time < 3; time++) {
    await until(() => nameSeen(ola.provider.awareness, kari) === 'Kari');
    proxy.goSilent();
    await until(() => nameSeen(ola.provider.awareness, kari) === undefined);
    const late = await it.comes();
    late.provider.awareness.setLocalStateField('user', { name: 'sen' });
    await until(() => nameSeen(ola.provider.awareness, late) === 'sen');
    expect(nameSeen(late.provider.awareness, kari)).toBeUndefined();
    proxy.comeBack();
    await until(() => nameSeen(late.provider.awareness, kari) === 'Kari');
  }
});

test('RM-30 who comes back over a new connection need not wait for the old one to die', async () => {
  await it.restart({ limits: { ...QUICK, graceMs: 60_000 } });
  const proxy = await aProxy();
  const ola = await it.comes();
  const before = await comesThrough(proxy, 'i tunnelen');
  await until(() => nameSeen(ola.provider.awareness, before) === 'i tunnelen');
  proxy.goSilent();
  await until(() => nameSeen(ola.provider.awareness, before) === undefined);
  const doc = new Y.Doc();
  doc.clientID = before.doc.clientID;
  await comesThrough(await aProxy(), 'ute igjen', doc);
  await until(() => nameSeen(ola.provider.awareness, before) === 'ute igjen');
});

test('RM-30 whoever answers pings is there without saying a word', async () => {
  const [kari, ola] = [await it.comes(), await it.comes()];
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari' });
  await until(() => nameSeen(ola.provider.awareness, kari) === 'Kari');
  const left = departures(ola.provider.awareness);
  let pings = 0;
  const socket: unknown = kari.provider.ws;
  if (!(socket instanceof WebSocket)) throw new Error('Not our socket');
  socket.on('ping', () => pings++);
  // Twice as long as it takes to be hidden.
  await until(() => pings >= (2 * QUICK.ghostMs) / QUICK.pingMs);
  expect(left()).toBe(0);
});

test('RM-30 a server that was too busy to read hides nobody for that', async () => {
  const [kari, ola] = [await it.comes(), await it.comes()];
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari' });
  await until(() => nameSeen(ola.provider.awareness, kari) === 'Kari');
  const left = departures(ola.provider.awareness);
  for (let i = 0; i < 3; i++) {
    const busyUntil = performance.now() + 2 * QUICK.ghostMs;
    while (performance.now() < busyUntil);
    let pings = 0;
    const socket: unknown = kari.provider.ws;
    if (socket instanceof WebSocket) socket.on('ping', () => pings++);
    await until(() => pings >= 3);
  }
  expect(left()).toBe(0);
});

test('RM-31 where several are, something comes to each of them; to one who is alone seldom', async () => {
  const isHeartbeat = (frame: Uint8Array) => Buffer.from([1, 1, 0]).equals(frame);
  const first = await it.raw();
  let pings = 0;
  first.socket.on('ping', () => pings++);
  const sheet = await it.server.createSheet();
  const [one, two] = [join(it.server, sheet), join(it.server, sheet)];
  ends.push(one.leave, two.leave);
  await Promise.all([one.synced(), two.synced()]);
  const before = one.provider.wsLastMessageReceived;
  await until(() => one.provider.wsLastMessageReceived > before + 3 * QUICK.pingMs);
  expect([first.frames.filter(isHeartbeat).length, pings]).toEqual([0, 0]);
});

test('RM-30 the bounds: gone within ten seconds, by the numbers that the product runs with', () => {
  const { pingMs, ghostMs, heartbeatMs, deadMs } = DEFAULT_LIMITS;
  const sweepMs = Math.min(heartbeatMs / 4, deadMs / 4, pingMs / 6, ghostMs / 16);
  // Every connection of a room is asked within four sweeps after its time has come.
  const askedAtMs = pingMs + 5 * sweepMs;
  expect(Math.max(ghostMs, askedAtMs + ghostMs / 4) + sweepMs).toBeLessThan(9_500);
});

test('CN-29 whose own server has fallen silent sees nobody, and everybody again at once', async () => {
  const proxy = await aProxy();
  const ola = await it.comes();
  ola.provider.awareness.setLocalStateField('user', { name: 'Ola' });
  keepQuiet(ola);
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const events: string[] = [];
  const socket: DocumentSocket = new Socket({
    doc,
    awareness,
    documentId: it.sheet.id,
    serverUrl: proxy.wsUrl,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    random: Math.random,
    mayWrite: () => true,
    probe: () => Promise.resolve({ kind: 'reachable' }),
    onEvent: ({ type }) => events.push(type),
    silentMs: 400,
  });
  ends.push(() => {
    socket.destroy();
    doc.destroy();
  });
  socket.connect(it.sheet.keys.rediger);
  await until(() => nameSeen(awareness, ola) === 'Ola');
  for (let time = 0; time < 2; time++) {
    proxy.goSilent();
    await until(() => nameSeen(awareness, ola) === undefined);
    proxy.comeBack();
    await until(() => nameSeen(awareness, ola) === 'Ola');
  }
  expect(events.filter((type) => type === 'opened')).toHaveLength(1);
  // A new connection brings the others with it, although they have said nothing since.
  socket.renew();
  await until(() => events.filter((type) => type === 'opened').length === 2);
  await until(() => nameSeen(awareness, ola) === 'Ola');
});
