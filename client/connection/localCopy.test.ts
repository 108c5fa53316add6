import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { seeded } from '../../tests/world/sheets.ts';
import { broadcastTabChannel } from './environment.ts';
import { LocalCopy, type LocalCopyOptions } from './localCopy.ts';
import { openLocalDatabase } from './localDatabase.ts';
import type { LocalStatus } from './savedState.ts';

interface Tab {
  readonly doc: Y.Doc;
  readonly copy: LocalCopy;
  readonly statuses: LocalStatus[];
  readonly status: () => LocalStatus | undefined;
  write(words: string): void;
  text(): string;
}

const tabs: Tab[] = [];
let nextName = 0;

function aTab(factory: IDBFactory, changes: Partial<LocalCopyOptions> = {}): Tab {
  const doc = new Y.Doc();
  const statuses: LocalStatus[] = [];
  const copy = new LocalCopy({
    doc,
    name: 'a3:ark:prove',
    factory,
    channel: undefined,
    onStatus: (status) => statuses.push(status),
    shouldFollowTabs: () => true,
    ...changes,
  });
  const tab: Tab = {
    doc,
    copy,
    statuses,
    status: () => statuses.at(-1),
    write: (words) => doc.getText('t').insert(doc.getText('t').length, words),
    text: () => doc.getText('t').toString(),
  };
  tabs.push(tab);
  return tab;
}

/** What a new page would find. */
async function textOnDevice(factory: IDBFactory): Promise<string> {
  const tab = aTab(factory);
  await tab.copy.loaded;
  return tab.text();
}

async function rowsOnDevice(factory: IDBFactory): Promise<number> {
  const database = await openLocalDatabase(factory, 'a3:ark:prove');
  const rows = await database.readUpdates(0);
  database.close();
  return rows.length;
}

const stored = (tab: Tab): Promise<void> => vi.waitFor(() => expect(tab.status()).toBe('stored'));

afterEach(async () => {
  vi.restoreAllMocks();
  for (const tab of tabs.splice(0)) {
    await tab.copy.close();
    tab.doc.destroy();
  }
});

/** Keeps every write transaction from completing until released. */
function holdWrites(): () => void {
  let isHeld = true;
  const start = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    const transaction = start.apply(this, args);
    const keepBusy = (): void => {
      if (isHeld) transaction.objectStore('updates').get(0).onsuccess = keepBusy;
    };
    if (args[1] === 'readwrite') keepBusy();
    return transaction;
  });
  return () => {
    isHeld = false;
  };
}

function refuseWrites(): () => void {
  const start = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    const transaction = start.apply(this, args);
    if (args[1] === 'readwrite') transaction.abort();
    return transaction;
  });
  return () => spy.mockRestore();
}

describe('writing', () => {
  test('CN-11 stored is not reported before the transaction has completed', async () => {
    const factory = new IDBFactory();
    const tab = aTab(factory);
    await tab.copy.loaded;
    const release = holdWrites();
    tab.write('a');
    expect(tab.status()).toBe('writing');
    // Other databases are read meanwhile, so that time passes.
    for (let read = 0; read < 20; read++) await rowsOnDevice(new IDBFactory());
    expect(tab.statuses).toEqual(['opening', 'stored', 'writing']);
    const flushed = tab.copy.flush();
    tab.write('b');
    release();
    await flushed;
    expect(tab.statuses).toEqual(['opening', 'stored', 'writing', 'stored']);
    expect(await textOnDevice(factory)).toBe('ab');
  });

  test('CN-11 whatever is reported as stored, a new page finds (seeded)', async () => {
    const random = seeded(4711);
    const factory = new IDBFactory();
    const tab = aTab(factory);
    await tab.copy.loaded;
    for (let round = 0; round < 30; round++) {
      for (let edits = random.int(4); edits >= 0; edits--) tab.write(`${random.int(10)}`);
      const written = tab.text();
      await stored(tab);
      expect({ seed: random.seed, text: await textOnDevice(factory) }).toEqual({
        seed: random.seed,
        text: written,
      });
    }
  });

  test('what is written before the copy is open is kept, too', async () => {
    const factory = new IDBFactory();
    const tab = aTab(factory);
    tab.write('tidlig');
    expect(tab.status()).toBe('opening');
    await stored(tab);
    expect(await textOnDevice(factory)).toBe('tidlig');
  });

  test('what the document held when the copy was attached belongs to it', async () => {
    const factory = new IDBFactory();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'fra tjeneren');
    const tab = aTab(factory, { doc });
    await tab.copy.flush();
    expect(await textOnDevice(factory)).toBe('fra tjeneren');
  });

  test('CN-12 a write that fails is kept, reported, and made good', async () => {
    const factory = new IDBFactory();
    const tab = aTab(factory);
    await tab.copy.loaded;
    const allow = refuseWrites();
    tab.write('a');
    await vi.waitFor(() => expect(tab.status()).toBe('failed'));
    tab.write('b');
    await tab.copy.flush();
    expect(tab.statuses).toEqual(['opening', 'stored', 'writing', 'failed', 'failed']);
    allow();
    tab.write('c');
    await stored(tab);
    expect(await textOnDevice(factory)).toBe('abc');
  });

  test('CN-12 without storage it says so, and the document works', async () => {
    const none = aTab(new IDBFactory(), { factory: undefined });
    const refusing = new IDBFactory();
    vi.spyOn(refusing, 'open').mockImplementation(() => {
      throw new DOMException('private window', 'InvalidStateError');
    });
    const privateTab = aTab(refusing);
    for (const tab of [none, privateTab]) {
      expect(await tab.copy.loaded).toBe(false);
      tab.write('a');
      await tab.copy.flush();
      expect(tab.status()).toBe('failed');
      expect(tab.text()).toBe('a');
    }
  });

  test('storage emptied by the browser while the page is open is filled again', async () => {
    const factory = new IDBFactory();
    const tab = aTab(factory);
    tab.write('før');
    await stored(tab);
    await new Promise((resolve) => {
      factory.deleteDatabase('a3:ark:prove').onsuccess = resolve;
    });
    tab.write(' og etter');
    await stored(tab);
    expect(await textOnDevice(factory)).toBe('før og etter');
  });
});

describe('reading', () => {
  test('CN-21 the ETag is there with the state it belongs to', async () => {
    const factory = new IDBFactory();
    const server = new Y.Doc();
    server.getText('t').insert(0, 'hei');
    const tab = aTab(factory);
    await tab.copy.loaded;
    Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(server), 'server');
    tab.copy.noteEtag('"7"');
    await tab.copy.flush();
    const again = aTab(factory);
    expect(await again.copy.etag).toBe('"7"');
    expect(await again.copy.loaded).toBe(true);
    expect(again.text()).toBe('hei');
  });

  test('CN-13 an unreadable update is passed over and stays where it is', async () => {
    const factory = new IDBFactory();
    const first = aTab(factory);
    first.write('hel');
    await stored(first);
    const database = await openLocalDatabase(factory, 'a3:ark:prove');
    await database.append(Uint8Array.of(9, 9, 9, 255), undefined);
    database.close();
    const second = aTab(factory);
    await second.copy.loaded;
    for (let edit = 0; edit < 230; edit++) {
      second.write('.');
      await second.copy.flush();
    }
    expect(await rowsOnDevice(factory)).toBe(232);
    expect(await textOnDevice(factory)).toBe(`hel${'.'.repeat(230)}`);
  });

  test('CN-17 many updates become one, and nothing is lost', async () => {
    const factory = new IDBFactory();
    const tab = aTab(factory);
    await tab.copy.loaded;
    for (let edit = 0; edit < 230; edit++) {
      tab.write(`${edit},`);
      await tab.copy.flush();
    }
    expect(await rowsOnDevice(factory)).toBeLessThan(50);
    expect(await textOnDevice(factory)).toBe(tab.text());
  });
});

describe('two tabs', () => {
  test('CN-15 offline, each soon has the other’s changes', async () => {
    const factory = new IDBFactory();
    const name = `a3:prove:${nextName++}`;
    const one = aTab(factory, { channel: broadcastTabChannel(name) });
    const other = aTab(factory, { channel: broadcastTabChannel(name) });
    await Promise.all([one.copy.loaded, other.copy.loaded]);
    one.write('en');
    await vi.waitFor(() => expect(other.text()).toBe('en'));
    other.write(' to');
    await vi.waitFor(() => expect(one.text()).toBe('en to'));
  });

  test('CN-15 CN-17 merging in one tab loses nothing of the other’s (seeded)', async () => {
    const random = seeded(99);
    const factory = new IDBFactory();
    const both = [aTab(factory), aTab(factory)];
    await Promise.all(both.map((tab) => tab.copy.loaded));
    for (let turn = 0; turn < 300; turn++) {
      const tab = random.pick(both);
      tab.write(`[${turn}]`);
      await tab.copy.flush();
      if (random.chance(0.05)) await tab.copy.pull();
    }
    const text = await textOnDevice(factory);
    const lost = Array.from({ length: 300 }, (_, turn) => `[${turn}]`).filter(
      (token) => !text.includes(token),
    );
    expect({ seed: random.seed, lost }).toEqual({ seed: random.seed, lost: [] });
  });
});
