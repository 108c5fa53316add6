/** The suite every adapter for pictures passes. Rules: `server/assets/SPEC.md`. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assets } from '../../server/assets/port.ts';
import { Refusal } from '../../shared/errors/catalogue.ts';
import { parseAssetId, type SheetId } from '../../shared/ids/ids.ts';
import { aSheetId, textBytes } from './support.ts';

/** One place where an adapter keeps its bytes, for as long as a test runs. */
export interface AssetStorage {
  /** As at the start of a server. */
  open(): Promise<Assets>;
  /** Bytes on the disk, of everything there is. */
  used(): Promise<number>;
  /** Has the disk refuse what comes next. */
  breakDisk(): Promise<void>;
  dispose(): Promise<void>;
}

const ROOMY = { count: 100, bytes: 1_000_000 };

export function assetsContract(adapter: string, createStorage: () => Promise<AssetStorage>): void {
  describe(`assets on ${adapter}`, () => {
    let storage: AssetStorage;
    let assets: Assets;
    const sheet = aSheetId();

    beforeEach(async () => {
      storage = await createStorage();
      assets = await storage.open();
    });
    afterEach(() => storage.dispose());

    async function* inPieces(...pieces: (string | Error)[]): AsyncGenerator<Uint8Array> {
      for (const piece of pieces) {
        await new Promise((resolve) => setImmediate(resolve));
        if (piece instanceof Error) throw piece;
        yield textBytes(piece);
      }
    }

    async function keep(text: string, sheetId: SheetId = sheet, quota = ROOMY) {
      const staged = await assets.stage(inPieces(text.slice(0, 3), text.slice(3)), 1000);
      try {
        await staged.keep(sheetId, quota);
        return staged.id;
      } finally {
        await staged.discard();
      }
    }

    async function contentOf(text: string, sheetId = sheet): Promise<string | undefined> {
      const found = await assets.find(sheetId, idOf(text));
      if (found === undefined) return undefined;
      const parts: Uint8Array[] = [];
      for await (const part of found.stream()) parts.push(part as Uint8Array);
      const whole = Buffer.concat(parts);
      expect(found.bytes).toBe(whole.length);
      return whole.toString();
    }

    function idOf(text: string) {
      const id = parseAssetId(createHash('sha256').update(text).digest('hex'));
      if (id === undefined) throw new Error('A SHA-256 is no id');
      return id;
    }

    const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

    it('AS-1 gives back what was kept, on its own sheet only, also after a restart', async () => {
      expect(await keep('et bilde')).toBe(idOf('et bilde'));
      for (const _ of ['at once', 'after a restart']) {
        expect(await contentOf('et bilde')).toBe('et bilde');
        expect(await contentOf('et bilde', aSheetId())).toBeUndefined();
        expect(await contentOf('et annet')).toBeUndefined();
        assets = await storage.open();
      }
    });

    it('AS-1 what is staged and what is stored can be read in parts', async () => {
      const staged = await assets.stage(inPieces('abc', 'defgh'), 1000);
      const read = async (from: { read: typeof staged.read }, position: number, length: number) =>
        Buffer.from(await from.read(position, length)).toString();
      expect(staged.bytes).toBe(8);
      expect(await read(staged, 2, 3)).toBe('cde');
      await staged.keep(sheet, ROOMY);
      await staged.discard();
      const found = await assets.find(sheet, staged.id);
      if (found === undefined) throw new Error('Not found');
      expect(await read(found, 6, 100)).toBe('gh');
      expect(await read(found, 100, 100)).toBe('');
      await found.close();
    });

    it('AS-2 the same bytes are there once, however many send them at once', async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => keep('felles', sheet)));
      expect(new Set(ids)).toEqual(new Set([idOf('felles')]));
      expect(await storage.used()).toBe('felles'.length);
      const other = aSheetId();
      await keep('felles', other);
      expect(await contentOf('felles', other)).toBe('felles');
    });

    it('AS-3 what is discarded, cut off or too large leaves nothing', async () => {
      const staged = await assets.stage(inPieces('forkastet'), 1000);
      expect(await storage.used()).toBe(9);
      await staged.discard();
      const cut = assets.stage(inPieces('halvt', new Error('borte')), 1000);
      await expect(cut).rejects.toThrow('borte');
      await expect(assets.stage(inPieces('for mye'), 6)).rejects.toThrow(Refusal);
      expect(await storage.used()).toBe(0);
    });

    it('AS-3 what a crash left half-taken is gone after the next start', async () => {
      await keep('helt');
      const staged = await assets.stage(inPieces('halvt'), 1000);
      expect(await storage.used()).toBe(9);
      assets = await storage.open();
      expect(await storage.used()).toBe(4);
      expect(await contentOf('helt')).toBe('helt');
      await staged.discard();
    });

    it('AS-4 the first byte too many ends it, and nothing after is asked for', async () => {
      const asked: string[] = [];
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (;;) {
          await Promise.resolve();
          asked.push('mer');
          yield textBytes('12345');
        }
      }
      await expect(assets.stage(endless(), 14)).rejects.toEqual(refusal('asset.tooLarge'));
      expect(asked).toHaveLength(3);
      const fits = await assets.stage(inPieces('12345', '67890'), 10);
      await fits.discard();
    });

    it('AS-5 a sheet holds so many, and what it has may come again', async () => {
      const quota = { count: 3, bytes: 1000 };
      const names = ['en', 'to', 'tre', 'fire', 'fem', 'seks'];
      const all = await Promise.allSettled(names.map((name) => keep(name, sheet, quota)));
      const refused = all.filter((each) => each.status === 'rejected').map((each) => each.reason);
      expect(refused).toEqual([1, 2, 3].map(() => refusal('asset.quota')));
      const held = names.filter((_, i) => all[i]?.status === 'fulfilled');
      expect(held).toHaveLength(3);
      for (const name of held) expect(await keep(name, sheet, quota)).toBe(idOf(name));
      expect(await keep('sju', aSheetId(), quota)).toBe(idOf('sju'));
    });

    it('AS-5 a sheet holds so many bytes', async () => {
      const quota = { count: 10, bytes: 10 };
      await keep('123456', sheet, quota);
      await expect(keep('12345', sheet, quota)).rejects.toEqual(refusal('asset.quota'));
      await keep('1234', sheet, quota);
      expect(await storage.used()).toBe(10);
      expect(await contentOf('12345')).toBeUndefined();
    });

    it('AS-6 what the disk refuses is not saved, and is said so', async () => {
      await storage.breakDisk();
      await expect(keep('et bilde')).rejects.toEqual(refusal('asset.unsaved'));
      expect(await storage.used()).toBe(0);
    });

    it('a name that is no id is never asked of the disk', async () => {
      const sneaky = '../../etc/passwd' as ReturnType<typeof idOf>;
      await expect(assets.find(sheet, sneaky)).rejects.toThrow(RangeError);
      await expect(keep('x', '../ut' as SheetId)).rejects.toThrow(RangeError);
    });
  });
}
