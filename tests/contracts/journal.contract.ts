/** The suite every journal passes. Rules: `server/journal/SPEC.md`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { killAndCheck } from './kill.ts';
import {
  aSheetId,
  chooseSeed,
  type OpenStore,
  type Storage,
  seeded,
  textBytes,
  textOf,
} from './support.ts';

const KILLS = 10;

export function journalContract(adapter: string, createStorage: () => Promise<Storage>): void {
  describe(`journal on ${adapter}`, () => {
    let storage: Storage;
    let store: OpenStore;

    beforeEach(async () => {
      storage = await createStorage();
      store = await storage.open();
    });

    afterEach(async () => {
      await store.close();
      await storage.dispose();
    });

    async function reopen(): Promise<void> {
      await store.close();
      store = await storage.open();
    }

    async function textsOf(sheetId: SheetId): Promise<(string | undefined)[] | undefined> {
      const stored = await store.journal.load(sheetId);
      return stored?.updates.map(textOf);
    }

    it('JR-6 knows nothing of a sheet nobody wrote to', async () => {
      expect(await store.journal.load(aSheetId())).toBeUndefined();
    });

    it('JR-6 makes a sheet known with its first append', async () => {
      const sheet = aSheetId();
      await store.journal.append(sheet, [textBytes('a')]);
      expect(await store.journal.load(sheet)).toEqual({
        snapshot: undefined,
        updates: [textBytes('a')],
        lastSeq: 1,
      });
    });

    it('JR-2 loads updates in the order appended, across appends that were not awaited', async () => {
      const sheet = aSheetId();
      const expected = Array.from({ length: 300 }, (_, i) => `update ${i}`);
      const appends = [];
      for (let i = 0; i < 300; i += 3) {
        appends.push(store.journal.append(sheet, expected.slice(i, i + 3).map(textBytes)));
      }
      await Promise.all(appends);
      expect(await textsOf(sheet)).toEqual(expected);
    });

    it('JR-2 keeps empty appends, empty updates and every byte value', async () => {
      const sheet = aSheetId();
      const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i);
      await store.journal.append(sheet, []);
      await store.journal.append(sheet, [new Uint8Array(0), everyByte]);
      const stored = await store.journal.load(sheet);
      expect(stored?.updates).toEqual([new Uint8Array(0), everyByte]);
      expect(stored?.lastSeq).toBe(2);
    });

    it('JR-2 keeps an update of 20 MB between small ones', async () => {
      const sheet = aSheetId();
      const random = seeded(20);
      const large = Uint8Array.from({ length: 20 * 1024 * 1024 }, () => random() * 256);
      await Promise.all([
        store.journal.append(sheet, [textBytes('before')]),
        store.journal.append(sheet, [large]),
        store.journal.append(sheet, [textBytes('after')]),
      ]);
      await reopen();
      const stored = await store.journal.load(sheet);
      expect(stored?.updates.map((update) => update.length)).toEqual([6, large.length, 5]);
      expect(Buffer.compare(stored?.updates[1] ?? new Uint8Array(0), large)).toBe(0);
    });

    it('JR-1 has everything after closing and opening again', async () => {
      const sheet = aSheetId();
      await store.journal.append(sheet, [textBytes('a'), textBytes('b')]);
      await store.journal.compact(sheet, 1, textBytes('state'));
      await reopen();
      await store.journal.append(sheet, [textBytes('c')]);
      const stored = await store.journal.load(sheet);
      expect(textOf(stored?.snapshot)).toBe('state');
      expect(stored?.updates.map(textOf)).toEqual(['b', 'c']);
      expect(stored?.lastSeq).toBe(3);
    });

    it('JR-4 copies its input', async () => {
      const sheet = aSheetId();
      const update = textBytes('as it was');
      const state = textBytes('as it was');
      const appended = store.journal.append(sheet, [update.subarray(0, 5), update]);
      update.fill(0);
      await appended;
      const compacted = store.journal.compact(sheet, 1, state);
      state.fill(0);
      await compacted;
      const stored = await store.journal.load(sheet);
      expect(textOf(stored?.snapshot)).toBe('as it was');
      expect(stored?.updates.map(textOf)).toEqual(['as it was']);
    });

    it('JR-5 keeps many sheets apart', async () => {
      const sheets = Array.from({ length: 200 }, () => aSheetId());
      const rounds = [0, 1, 2, 3, 4];
      await Promise.all(
        rounds.flatMap((round) =>
          sheets.map((sheet) => store.journal.append(sheet, [textBytes(`${sheet} ${round}`)])),
        ),
      );
      const loaded = await Promise.all(sheets.map(textsOf));
      expect(loaded).toEqual(sheets.map((sheet) => rounds.map((round) => `${sheet} ${round}`)));
    });

    it('JR-7 keeps the updates after a compaction and goes on numbering', async () => {
      const sheet = aSheetId();
      await store.journal.append(sheet, ['1', '2', '3'].map(textBytes));
      await store.journal.compact(sheet, 2, textBytes('1+2'));
      await store.journal.append(sheet, [textBytes('4')]);
      const between = await store.journal.load(sheet);
      expect(textOf(between?.snapshot)).toBe('1+2');
      expect(between?.updates.map(textOf)).toEqual(['3', '4']);
      await store.journal.compact(sheet, 4, textBytes('1+2+3+4'));
      const after = await store.journal.load(sheet);
      expect(textOf(after?.snapshot)).toBe('1+2+3+4');
      expect(after).toMatchObject({ updates: [], lastSeq: 4 });
    });

    it('JR-8 ignores a compaction that another has overtaken', async () => {
      const sheet = aSheetId();
      await store.journal.append(sheet, ['1', '2', '3'].map(textBytes));
      await store.journal.compact(sheet, 3, textBytes('1+2+3'));
      await store.journal.compact(sheet, 2, textBytes('1+2'));
      expect(textOf((await store.journal.load(sheet))?.snapshot)).toBe('1+2+3');
    });

    it('JR-8 rejects a compaction through an update that does not exist', async () => {
      const sheet = aSheetId();
      await store.journal.append(sheet, [textBytes('1')]);
      const neighbour = store.journal.append(sheet, [textBytes('2')]);
      for (const through of [3, -1, 0.5]) {
        const refused = await store.journal
          .compact(sheet, through, textBytes('state'))
          .catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(Error);
        expect(refused).not.toBeInstanceOf(Refusal);
      }
      await neighbour;
      const stored = await store.journal.load(sheet);
      expect(stored?.snapshot).toBeUndefined();
      expect(stored?.updates.map(textOf)).toEqual(['1', '2']);
    });

    it('JR-9 loses nothing when compactions race with appends and loads', async () => {
      const sheet = aSheetId();
      const appended: string[] = [];
      let isAppending = true;

      async function appendAll(): Promise<void> {
        for (let i = 0; i < 400; i += 1) {
          const text = `${i};`;
          await store.journal.append(sheet, [textBytes(text)]);
          appended.push(text);
        }
        isAppending = false;
      }

      async function compactAll(): Promise<void> {
        while (isAppending) {
          const stored = await store.journal.load(sheet);
          if (stored === undefined) continue;
          const all = [stored.snapshot, ...stored.updates]
            .map((part) => textOf(part) ?? '')
            .join('');
          const through = stored.lastSeq;
          expect(all).toBe(Array.from({ length: through }, (_, i) => `${i};`).join(''));
          await store.journal.compact(sheet, through, textBytes(all));
        }
      }

      await Promise.all([appendAll(), compactAll(), compactAll()]);
      const stored = await store.journal.load(sheet);
      const all = [stored?.snapshot, ...(stored?.updates ?? [])].map((part) => textOf(part) ?? '');
      expect(all.join('')).toBe(appended.join(''));
      expect(stored?.lastSeq).toBe(400);
    });

    it('JR-10 loads what was acknowledged before, every time', async () => {
      const sheet = aSheetId();
      for (let count = 1; count <= 50; count += 1) {
        await store.journal.append(sheet, [textBytes(`${count}`)]);
        expect((await store.journal.load(sheet))?.lastSeq).toBe(count);
      }
    });

    it('JR-11 finishes what was called before it closed and refuses what comes after', async () => {
      const sheet = aSheetId();
      const before = store.journal.append(sheet, [textBytes('a')]);
      const closed = store.close();
      const refused = { code: 'store.unavailable' };
      await expect(store.journal.append(sheet, [textBytes('b')])).rejects.toMatchObject(refused);
      await before;
      await closed;
      await expect(store.journal.load(sheet)).rejects.toMatchObject(refused);
      await expect(store.journal.compact(sheet, 1, textBytes('s'))).rejects.toMatchObject(refused);
      await expect(store.journal.check()).rejects.toMatchObject(refused);
      store = await storage.open();
      expect(await textsOf(sheet)).toEqual(['a']);
    });

    it('JR-12 checks itself', async () => {
      await expect(store.journal.check()).resolves.toBeUndefined();
    });

    const seed = chooseSeed();
    it(`JR-1 JR-3 loses nothing acknowledged to ${KILLS} kills (SEED=${seed})`, async () => {
      await store.close();
      await killAndCheck(storage, seed, KILLS);
      store = await storage.open();
    });
  });
}
