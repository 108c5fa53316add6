/** What people notice, and what is kept, when the store fails, comes back, or never was whole. */
import { appendFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canMountDisks, mountSmallDisk } from '../contracts/fullDisk.ts';
import { type FaultyJournal, faulty, UNAVAILABLE } from '../world/faultyJournal.ts';
import { join } from '../world/participants.ts';
import { openRaw } from '../world/rawSocket.ts';
import { startServer } from '../world/server.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

let journal: FaultyJournal;
const it = stage({
  limits: { retryFirstMs: 5, retryMaxMs: 20, unsavedBytes: 50_000, idleMs: 20 },
  adapters: (real) => {
    journal = faulty(real.journal);
    return { ...real, journal };
  },
});

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(joinPath(tmpdir(), 'a3-restart-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** From then on whoever comes meets a room that is loaded anew. Looking keeps no room awake. */
async function leftMemory(): Promise<void> {
  await until(async () => {
    const response = await it.server.call('/metrics');
    return /^a3_rooms 0$/m.test(await response.text());
  });
}

test('RM-19 while the store fails people write on, are told, and nothing is called saved', async () => {
  const [kari, ola] = [await it.comes({ control: true }), await it.comes()];
  await until(() => kari.saved() === 1);
  journal.fault = UNAVAILABLE;
  kari.text.insert(0, 'lagres senere');
  await until(() => ola.text.toString() === 'lagres senere');
  await until(() => journal.appends >= 3);
  expect(kari.saved()).toBe(1);
  expect(kari.control.at(-1)).toEqual({ type: 'notice', code: 'store.unavailable' });
  const newcomer = await it.comes({ control: true });
  expect(newcomer.text.toString()).toBe('lagres senere');
  await until(() => newcomer.control.some((frame) => frame.type === 'notice'));
  const ready = await it.server.call('/readyz');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ error: { code: 'store.unavailable' } });

  journal.fault = undefined;
  await until(() => kari.saved() === 2);
  expect(kari.control).toContainEqual({ type: 'notice', code: 'store.recovered' });
  expect((await it.server.call('/readyz')).status).toBe(200);
});

test('RM-20 when too much waits everybody is sent away, and loses nothing', async () => {
  const kari = await it.comes();
  journal.fault = UNAVAILABLE;
  kari.text.insert(0, 'x'.repeat(60_000));
  await until(() => kari.closeCodes.length === 1);
  expect(kari.closeCodes).toEqual([1013]);
  await expect(openRaw(it.server, it.sheet)).rejects.toMatchObject({
    status: 503,
    body: { error: { code: 'store.unavailable' } },
  });
  journal.fault = undefined;
  await kari.synced();
  const ola = await it.comes();
  await until(() => ola.text.length === 60_000);
});

test('RM-2 a load that failed stores nothing, and the next one tries anew', async () => {
  const kari = await it.comes();
  kari.text.insert(0, 'trygt');
  kari.leave();
  await until(() => journal.appends > 0);
  const before = journal.appends;
  journal.loadFault = UNAVAILABLE;
  await leftMemory();
  await expect(openRaw(it.server, it.sheet)).rejects.toMatchObject({ status: 503 });
  expect(journal.appends).toBe(before);
  journal.loadFault = undefined;
  const ola = await it.comes();
  expect(ola.text.toString()).toBe('trygt');
});

test('RM-1 a sheet is loaded once for all who come meanwhile', async () => {
  const letLoad = journal.holdLoads();
  const before = journal.loads;
  const people = Array.from({ length: 8 }, () => it.tries());
  const state = it.server.call(`/api/sheets/${it.sheet.id}/state`, { key: it.sheet.keys.les });
  await until(() => people.every((person) => person.attempts() === 1));
  letLoad();
  for (const person of people) await person.synced();
  expect((await state).status).toBe(200);
  expect(journal.loads).toBe(before + 1);
});

test('RM-3 an empty room leaves memory when all is stored, not before', async () => {
  const kari = await it.comes();
  await until(() => journal.loads === 1);
  journal.fault = UNAVAILABLE;
  kari.text.insert(0, 'må ikke forsvinne');
  await until(() => journal.appends >= 2);
  kari.leave();
  const triedBefore = journal.appends;
  await until(() => journal.appends > triedBefore + 5);
  const ola = await it.comes();
  expect(ola.text.toString()).toBe('må ikke forsvinne');
  expect(journal.loads).toBe(1);
  ola.leave();
  journal.fault = undefined;
  await leftMemory();
  const per = await it.comes();
  expect(per.text.toString()).toBe('må ikke forsvinne');
  expect(journal.loads).toBe(2);
});

test('RM-4 an end at which something could not be stored says so', async () => {
  const kari = await it.comes();
  journal.fault = UNAVAILABLE;
  kari.text.insert(0, 'ikke lagret');
  await until(() => journal.appends > 0);
  await expect(it.server.stop()).rejects.toThrow('lagre');
});

test('RM-22 when the document cannot be built anew everybody is sent away, to come back later', async () => {
  let isBreaking = false;
  await it.restart({
    limits: { idleMs: 20 },
    adapters: (real) => {
      journal = faulty(real.journal);
      return { ...real, journal };
    },
    applyUpdate: (doc, update, origin) => {
      if (isBreaking) throw new TypeError('noe i Yjs');
      Y.applyUpdate(doc, update, origin);
    },
  });
  const kari = await it.comes();
  kari.text.insert(0, 'trygg grunn');
  const breaker = await it.comes();
  journal.loadFault = UNAVAILABLE;
  isBreaking = true;
  breaker.text.insert(0, 'gift');
  await until(() => kari.closeCodes.length > 0);
  expect(kari.closeCodes[0]).toBe(4500);
  isBreaking = false;
  journal.loadFault = undefined;
  await kari.synced();
  expect(kari.text.toString()).toBe('trygg grunn');
});

test.runIf(canMountDisks)(
  'RM-19 a disk that is full loses nothing, and once there is room everything is saved',
  async () => {
    const disk = mountSmallDisk(2048);
    if (disk === undefined) throw new Error('a disk could be mounted a moment ago');
    const server = await startServer({ dataDir: disk.path, limits: { retryMaxMs: 50 } });
    const sheet = await server.createSheet();
    const kari = join(server, sheet, { control: true });
    await kari.synced();
    await until(() => kari.saved() === 1);
    const filler = joinPath(disk.path, 'fyll');
    fillUp(filler);
    let written = 0;
    const isTold = () => kari.control.some(({ type }) => type === 'notice');
    while (!isTold()) {
      kari.text.insert(kari.text.length, `${written % 10}`.repeat(20_000));
      written += 1;
      await until(() => kari.saved() === written + 1 || isTold());
    }
    expect(kari.saved()).toBeLessThan(written + 1);
    await rm(filler);
    await until(() => kari.saved() === written + 1);
    kari.leave();
    await server.stop();
    const again = await startServer({ dataDir: disk.path });
    const ola = join(again, sheet);
    await ola.synced();
    expect(ola.text.length).toBe(written * 20_000);
    ola.leave();
    await again.stop();
    disk.remove();
  },
);

/** Writes until there is no room left. */
function fillUp(file: string): void {
  for (const bytes of [65_536, 1024]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(bytes));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
}

test('what was stored is there after a restart, and clients come back by themselves', async () => {
  const first = await startServer({ dataDir });
  const sheet = await first.createSheet({ example: 'avtalelojalitet' });
  const kari = join(first, sheet);
  await kari.synced();
  kari.text.insert(0, 'før omstart');
  await first.stop();
  await until(() => kari.closeCodes.length > 0);
  expect(kari.closeCodes[0]).toBe(1012);
  kari.text.insert(0, 'mens tjeneren er borte, ');
  const port = Number(new URL(first.url).port);
  const second = await startServer({ dataDir, config: { port } });
  await kari.synced();
  const ola = join(second, sheet);
  await ola.synced();
  await until(() => ola.text.toString() === 'mens tjeneren er borte, før omstart');
  kari.leave();
  ola.leave();
  await second.stop();
});

test('RM-18 what was called saved is there after a crash', async () => {
  const first = await startServer({ dataDir });
  const sheet = await first.createSheet();
  const kari = join(first, sheet, { control: true });
  await kari.synced();
  for (let i = 0; i < 50; i++) kari.text.insert(kari.text.length, `${i} `);
  await until(() => kari.saved() === 51);
  kari.provider.shouldConnect = false;
  await first.kill();
  const second = await startServer({ dataDir });
  const ola = join(second, sheet);
  await ola.synced();
  expect(ola.text.toString()).toBe(kari.text.toString());
  kari.leave();
  ola.leave();
  await second.stop();
});

test('a damaged sheet is refused and not written over, the others work on', async () => {
  const first = await startServer({ dataDir });
  const damaged = await first.createSheet({ title: 'tittel-som-blir-skadet' });
  const whole = await first.createSheet({ title: 'tittel-som-er-hel' });
  await first.stop();
  const file = joinPath(dataDir, 'helhetsmodellen.sqlite');
  const bytes = await readFile(file);
  bytes.write('TITTEL', bytes.indexOf('tittel-som-blir-skadet'));
  await writeFile(file, bytes);

  const second = await startServer({ dataDir });
  await expect(openRaw(second, damaged)).rejects.toMatchObject({
    status: 503,
    body: { error: { code: 'sheet.unreadable' } },
  });
  const kari = join(second, whole);
  await kari.synced();
  kari.leave();
  await second.stop();
  expect((await readFile(file)).includes('TITTEL-som-blir-skadet')).toBe(true);
});

test('RM-22 a document that breaks is built anew, and only its breaker is put off', async () => {
  let isBreaking = false;
  await it.restart({
    applyUpdate: (doc, update, origin) => {
      Y.applyUpdate(doc, update, origin);
      if (isBreaking) {
        isBreaking = false;
        // Half of something has come in when this throws.
        doc.getText('prøve').insert(0, 'halvveis');
        throw new TypeError('noe i Yjs');
      }
    },
  });
  const [kari, ola] = [await it.comes({ control: true }), await it.comes()];
  kari.text.insert(0, 'trygg grunn');
  await until(() => ola.text.toString() === 'trygg grunn');
  const breaker = await it.comes();
  isBreaking = true;
  breaker.text.insert(0, 'gift ');
  await until(() => breaker.closeCodes.length === 1);
  expect(breaker.closeCodes).toEqual([4400]);
  for (let i = 0; i < 10; i++) {
    kari.text.insert(0, 'k');
    ola.text.insert(0, 'o');
  }
  await until(() => kari.text.length === 31 && ola.text.length === 31);
  expect(kari.text.toString()).toBe(ola.text.toString());
  const late = await it.comes();
  expect(late.text.toString()).toBe(kari.text.toString());
  expect(late.text.toString()).not.toMatch(/gift|halvveis/);
  expect(kari.closeCodes).toEqual([]);
  expect(it.server.log()).toContain('document.rebuilt');
});
