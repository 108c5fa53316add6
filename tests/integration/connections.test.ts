/** Floods, silence, slowness and farewell: how single connections end without harm to others. */
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { join } from '../world/participants.ts';
import { proxyTo } from '../world/proxy.ts';
import { openRaw, type RawSocket, updateMessage } from '../world/rawSocket.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage();

test('RM-10 who floods is put off, again and again, while others write on', async () => {
  const [kari, ola] = [await it.comes(), await it.comes()];
  const codes: number[] = [];
  let isFlooding = true;
  let sent = 0;
  const flood = async () => {
    while (isFlooding) {
      const raw = await openRaw(it.server, it.sheet);
      raw.socket.on('error', () => {});
      void raw.closed.then(({ code }) => codes.push(code));
      while (isFlooding && raw.socket.readyState === raw.socket.OPEN) {
        for (let i = 0; i < 1000; i++) raw.send(Uint8Array.of(3));
        sent += 1000;
        await new Promise((resolve) => setImmediate(resolve));
      }
      raw.socket.terminate();
    }
  };
  const flooding = flood();
  for (let i = 0; i < 40; i++) {
    (i % 2 === 0 ? kari : ola).text.insert(0, `${i} `);
    await until(() => kari.text.length === ola.text.length, `both have word ${i}`);
  }
  await until(() => sent >= 20_000 && codes.includes(4529));
  isFlooding = false;
  await flooding;
  expect(kari.text.toString()).toBe(ola.text.toString());
  expect([...kari.closeCodes, ...ola.closeCodes]).toEqual([]);
});

test('RM-10 too many bytes end the connection as too many messages do', async () => {
  await it.restart({ limits: { byteBurst: 50_000, bytesPerSecond: 1 } });
  const greedy = await it.comes();
  for (let i = 0; i < 10; i++) greedy.text.insert(0, 'z'.repeat(10_000));
  await until(() => greedy.closeCodes.length === 1);
  expect(greedy.closeCodes).toEqual([4529]);
});

test('RM-16 something comes often enough for a stock client that is alone', async () => {
  await it.restart({ limits: { heartbeatMs: 20 } });
  const [kari, raw] = [await it.comes(), await it.raw()];
  const heartbeats = () => raw.frames.filter((frame) => Buffer.from([1, 1, 0]).equals(frame));
  await until(() => heartbeats().length >= 5);
  const { wsLastMessageReceived } = kari.provider;
  await until(() => kari.provider.wsLastMessageReceived > wsLastMessageReceived);
  expect(kari.provider.awareness.getStates().size).toBe(1);
});

test('RM-16 a peer that has fallen silent is dropped and gone for the others', async () => {
  await it.restart({ limits: { deadMs: 300, heartbeatMs: 60 } });
  const proxy = await proxyTo(it.server);
  const ola = await it.comes();
  const kari = join(proxy, it.sheet);
  await kari.synced();
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari' });
  const isSeen = () => ola.provider.awareness.getStates().has(kari.doc.clientID);
  await until(isSeen);
  // Alive without a word of its own: it answers pings.
  let pings = 0;
  const socket: unknown = kari.provider.ws;
  if (socket instanceof WebSocket) socket.on('ping', () => pings++);
  await until(() => pings >= 6);
  expect(isSeen()).toBe(true);
  proxy.goSilent();
  await until(() => !isSeen());
  kari.leave();
  await proxy.close();
});

test('RM-26 who comes back while the old connection hangs is seen again', async () => {
  await it.restart({ limits: { graceMs: 100 } });
  const proxy = await proxyTo(it.server);
  const ola = await it.comes();
  const before = join(proxy, it.sheet);
  await before.synced();
  before.provider.awareness.setLocalStateField('user', { name: 'i tunnelen' });
  const userSeen = () => ola.provider.awareness.getStates().get(before.doc.clientID)?.['user'];
  await until(() => userSeen() !== undefined);
  proxy.goSilent();
  const doc = new Y.Doc();
  doc.clientID = before.doc.clientID;
  const after = await it.comes({ doc });
  after.provider.awareness.setLocalStateField('user', { name: 'ute igjen' });
  await until(() => (userSeen() as { name?: string } | undefined)?.name === 'ute igjen');
  before.leave();
  await proxy.close();
});

test('RM-15 who reads too slowly gets every update up to a point, then an end with a reason', async () => {
  await it.restart({ limits: { backlogBytes: 200_000, awarenessBacklogBytes: 20_000 } });
  const kari = await it.comes();
  const slow: RawSocket = await it.raw();
  const quick = await it.comes();
  slow.socket.pause();
  let written = 0;
  const isEnded = () => it.server.log().includes('wire.slow');
  while (!isEnded()) {
    kari.text.insert(kari.text.length, `${written % 10}`.repeat(100_000));
    written += 1;
    await until(() => quick.text.length === written * 100_000);
  }
  slow.socket.resume();
  expect(await slow.closed).toEqual({ code: 4513, reason: 'wire.slow' });
  const doc = new Y.Doc();
  for (const frame of slow.frames) {
    if (frame[0] === 0 && frame[1] === 2) Y.applyUpdate(doc, bodyOf(frame));
  }
  const got = doc.getText('prøve').toString();
  expect(got.length).toBeGreaterThan(0);
  expect(kari.text.toString().startsWith(got)).toBe(true);
  expect(doc.store.pendingStructs).toBeNull();
});

/** The update in an update message. */
function bodyOf(message: Uint8Array): Uint8Array {
  let start = 2;
  while ((message[start] ?? 0) > 127) start += 1;
  return message.subarray(start + 1);
}

test('RM-4 when the server stops everything is stored and everybody told to come back', async () => {
  const people = await Promise.all(Array.from({ length: 60 }, () => it.comes({ control: true })));
  const [kari] = people;
  for (const [i, person] of people.entries()) person.text.insert(0, `${i} `);
  const stopped = it.server.stop();
  await until(() => people.every((person) => person.closeCodes.length > 0));
  await stopped;
  expect(new Set(people.map((person) => person.closeCodes[0]))).toEqual(new Set([1012]));
  expect(kari?.saved()).toBeGreaterThanOrEqual(1);
});

test('many people who join at once share one answer and see each other', async () => {
  const kari = await it.comes();
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari' });
  kari.text.insert(0, 'velkommen '.repeat(500));
  const people = await Promise.all(Array.from({ length: 80 }, () => it.comes()));
  for (const person of people) expect(person.text.length).toBe(5000);
  for (const [i, person] of people.entries()) {
    person.provider.awareness.setLocalStateField('user', { name: `Person ${i}` });
  }
  const last = people.at(-1);
  await until(() => last?.provider.awareness.getStates().size === 81);
});

test('a message from a client that is already gone breaks nothing', async () => {
  const raw = await it.raw();
  raw.send(updateMessage(Uint8Array.of(0, 0)));
  raw.socket.terminate();
  const kari = await it.comes();
  kari.text.insert(0, 'videre');
  const ola = await it.comes();
  await until(() => ola.text.toString() === 'videre');
});
