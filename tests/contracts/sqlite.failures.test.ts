/** What the running SQLite store does when something fails. Rules: `server/journal/SPEC.md`. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreEvent, StoreThreadName } from '../../server/sqlite/events.ts';
import {
  openSqliteStore,
  type SqliteStoreOptions,
  type Store,
  startStoreThread,
} from '../../server/sqlite/store.ts';
import { canMountDisks, mountSmallDisk, type SmallDisk } from './fullDisk.ts';
import { startOther } from './startOther.ts';
import { aSheetId, temporaryFolder, textBytes, textOf } from './support.ts';

const UNAVAILABLE = { code: 'store.unavailable' };

describe('the SQLite store at work', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let file: string;
  let store: Store | undefined;
  let events: StoreEvent[];
  /** The threads started so far, newest last. */
  let threads: Record<StoreThreadName, Worker[]>;

  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder.path, 'helhetsmodellen.sqlite');
    events = [];
    threads = { writer: [], reader: [] };
  });

  afterEach(async () => {
    await store?.close();
    store = undefined;
    await folder.remove();
  });

  async function open(options: Partial<SqliteStoreOptions> = {}): Promise<Store> {
    store = await openSqliteStore({
      file,
      onEvent: (event) => events.push(event),
      startThread(name, database) {
        const worker = startStoreThread(name, database);
        threads[name].push(worker);
        return worker;
      },
      ...options,
    });
    return store;
  }

  function eventsOf<Type extends StoreEvent['type']>(type: Type) {
    return events.filter((event): event is Extract<StoreEvent, { type: Type }> => {
      return event.type === type;
    });
  }

  describe('commits', () => {
    it('SQ-1 shares one commit among all appends that wait', async () => {
      const { journal } = await open();
      const sheets = Array.from({ length: 50 }, () => aSheetId());
      await Promise.all(
        [1, 2, 3, 4].flatMap((i) =>
          sheets.map((sheet) => journal.append(sheet, [textBytes(`${i}`)])),
        ),
      );
      const groups = eventsOf('group.done').filter(({ thread }) => thread === 'writer');
      expect(groups.map(({ calls }) => calls)).toEqual([200]);
    });

    it('SQ-2 reads while a write waits for a lock', async () => {
      const { journal, records } = await open({ busyTimeoutMs: 60_000 });
      const sheet = aSheetId();
      await journal.append(sheet, [textBytes('a')]);
      const other = await startOther('write', file);

      let isWritten = false;
      const append = journal.append(sheet, [textBytes('b')]).then(() => {
        isWritten = true;
      });
      expect((await journal.load(sheet))?.updates.map(textOf)).toEqual(['a']);
      expect(await records.findSheet(sheet)).toBeUndefined();
      expect(isWritten).toBe(false);

      await other.release();
      await append;
      expect((await journal.load(sheet))?.updates.map(textOf)).toEqual(['a', 'b']);
    });

    it('SQ-3 spares the neighbours of a call that cannot succeed', async () => {
      const { journal, records } = await open();
      const sheet = {
        sheetId: aSheetId(),
        kind: 'dypdykk',
        createdAt: 1,
        programId: undefined,
      } as const;
      await records.createSheet(sheet, [], textBytes('first'));
      const neighbour = aSheetId();
      const [first, again, last] = await Promise.allSettled([
        journal.append(neighbour, [textBytes('a')]),
        records.createSheet(sheet, [], textBytes('second')),
        journal.append(neighbour, [textBytes('b')]),
      ]);
      expect([first.status, again.status, last.status]).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect((await journal.load(neighbour))?.updates.map(textOf)).toEqual(['a', 'b']);
      expect(textOf((await journal.load(sheet.sheetId))?.snapshot)).toBe('first');
    });
  });

  describe('locks', () => {
    it('SQ-5 refuses appends while another process holds the lock, and heals', async () => {
      const { journal } = await open({ busyTimeoutMs: 100 });
      const sheet = aSheetId();
      await journal.append(sheet, [textBytes('a')]);
      const other = await startOther('write', file);
      await expect(journal.append(sheet, [textBytes('refused')])).rejects.toMatchObject(
        UNAVAILABLE,
      );
      await expect(journal.check()).rejects.toMatchObject(UNAVAILABLE);
      await other.release();
      await journal.append(sheet, [textBytes('b')]);
      expect((await journal.load(sheet))?.updates.map(textOf)).toEqual(['a', 'b']);
    });
  });

  describe('a full disk', () => {
    const KIB = 1024;
    let disk: SmallDisk | undefined;

    beforeEach(() => {
      disk = mountSmallDisk(4 * KIB);
    });

    afterEach(async () => {
      await store?.close();
      disk?.remove();
    });

    // Where no disk can be mounted, the next test still meets writes that fail for want of room.
    it.runIf(canMountDisks)('SQ-4 refuses, keeps, lets through what fits, and heals', async () => {
      const path = disk?.path ?? '';
      file = join(path, 'helhetsmodellen.sqlite');
      const { journal } = await open();
      const sheet = aSheetId();
      await journal.append(sheet, [textBytes('first')]);
      const ballast = join(path, 'ballast');
      await writeFile(ballast, new Uint8Array(3 * KIB * KIB));

      const tooMuch = journal.append(sheet, [new Uint8Array(2 * KIB * KIB)]);
      const small = journal.append(sheet, [textBytes('small')]);
      await expect(tooMuch).rejects.toMatchObject(UNAVAILABLE);
      await small;
      expect((await journal.load(sheet))?.updates.map(textOf)).toEqual(['first', 'small']);

      await fillUp();
      await expect(journal.append(sheet, [new Uint8Array(64 * KIB)])).rejects.toMatchObject(
        UNAVAILABLE,
      );
      expect((await journal.load(sheet))?.updates.map(textOf).slice(0, 2)).toEqual([
        'first',
        'small',
      ]);

      await rm(ballast);
      await journal.append(sheet, [new Uint8Array(64 * KIB)]);
      await journal.check();

      /** Appends until no page is left. */
      async function fillUp(): Promise<void> {
        for (let i = 0; i < 1000; i += 1) {
          const outcome = await journal
            .append(sheet, [new Uint8Array(8 * KIB)])
            .catch(() => 'full');
          if (outcome === 'full') return;
        }
        throw new Error('The disk never filled up.');
      }
    });

    it.runIf(canMountDisks)('SQ-11 refuses to start, and starts when there is room', async () => {
      const path = disk?.path ?? '';
      file = join(path, 'helhetsmodellen.sqlite');
      const ballast = join(path, 'ballast');
      await writeFile(ballast, new Uint8Array(4 * KIB * KIB));
      const refusal = open();
      await expect(refusal).rejects.toMatchObject({ kind: 'full' });
      await expect(refusal).rejects.toThrow(`${file} ligger på, er full`);
      await rm(ballast);
      const { journal } = await open();
      await journal.check();
    });

    it('SQ-4 refuses what cannot be written and keeps what was', async () => {
      const { says } = await startOther('try', file, { fileSizeLimitKib: 512 });
      expect(says.refusedWith).toBe('store.unavailable');
      expect(says.acknowledged).toBeGreaterThan(0);
      expect(says.loaded).toBe(says.acknowledged);
      const { journal } = await open();
      await journal.check();
    });
  });

  describe('a thread that dies', () => {
    async function isBack(name: StoreThreadName, times: number): Promise<void> {
      await vi.waitFor(() => {
        const back = eventsOf('thread.restarted').filter(({ thread }) => thread === name);
        expect(back).toHaveLength(times);
      }, 10_000);
    }

    it('SQ-6 refuses all that waits for the writer, and writes again', async () => {
      const { journal } = await open();
      const sheet = aSheetId();
      await journal.append(sheet, [textBytes('a')]);

      const waiting = [1, 2, 3].map((i) => journal.append(sheet, [textBytes(`${i}`)]));
      const died = threads.writer.at(-1)?.terminate();
      const outcomes = await Promise.allSettled(waiting);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(UNAVAILABLE);
      }
      await died;
      await expect(journal.append(sheet, [textBytes('b')])).rejects.toMatchObject(UNAVAILABLE);
      expect((await journal.load(sheet))?.updates.map(textOf)[0]).toBe('a');

      await isBack('writer', 1);
      await journal.append(sheet, [textBytes('c')]);
      expect((await journal.load(sheet))?.updates.map(textOf).at(-1)).toBe('c');
      expect(eventsOf('thread.died')).toMatchObject([{ thread: 'writer', retryInMs: 100 }]);
    });

    it('SQ-6 refuses loads while the reader is away, and reads again', async () => {
      const { journal } = await open();
      const sheet = aSheetId();
      await journal.append(sheet, [textBytes('a')]);
      await threads.reader.at(-1)?.terminate();
      await expect(journal.load(sheet)).rejects.toMatchObject(UNAVAILABLE);
      await journal.append(sheet, [textBytes('b')]);
      await isBack('reader', 1);
      expect((await journal.load(sheet))?.updates.map(textOf)).toEqual(['a', 'b']);
    });

    it('SQ-6 leaves no half append behind a writer that dies at any moment', async () => {
      const { journal } = await open();
      const sheet = aSheetId();
      let sent = 0;
      const acknowledged: string[] = [];
      for (let death = 1; death <= 5; death += 1) {
        const appends = Array.from({ length: 40 }, async () => {
          sent += 1;
          const texts = [`${sent}a`, `${sent}b`];
          await journal.append(sheet, texts.map(textBytes)).catch((error: unknown) => {
            expect(error).toMatchObject(UNAVAILABLE);
            texts.length = 0;
          });
          acknowledged.push(...texts);
        });
        // After the first of them: some are committed, some wait.
        await appends[0];
        const last = journal.append(sheet, [textBytes(`${sent}x`), textBytes(`${sent}y`)]);
        await Promise.all([threads.writer.at(-1)?.terminate(), last.catch(() => {}), ...appends]);
        await isBack('writer', death);
      }
      const there =
        (await journal.load(sheet))?.updates.map((update) => textOf(update) ?? '') ?? [];
      expect(there.filter((text) => acknowledged.includes(text))).toEqual(acknowledged);
      const halves = (letter: string) => {
        return there
          .filter((text) => text.endsWith(letter))
          .map((text) => Number.parseInt(text, 10));
      };
      expect(halves('a')).toEqual(halves('b'));
      expect(halves('x')).toEqual(halves('y'));
    });

    it('SQ-6 keeps other servers out while the writer is away', async () => {
      await open();
      await threads.writer.at(-1)?.terminate();
      const second = openSqliteStore({ file, lockWaitMs: 0 });
      await expect(second).rejects.toMatchObject({ kind: 'inUse' });
    });

    it('SQ-6 closes while the writer is away', async () => {
      const { journal, close } = await open();
      await threads.writer.at(-1)?.terminate();
      await close();
      await expect(journal.check()).rejects.toMatchObject(UNAVAILABLE);
      expect(threads.writer).toHaveLength(1);
    });
  });
});
