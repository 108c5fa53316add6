/** The suite every records adapter passes. Rules: `server/records/SPEC.md`. */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  KeyRecord,
  SheetRecord,
  UtgaveRecord,
  VedtakRecord,
} from '../../server/records/port.ts';
import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/errors/catalogue.ts';
import {
  mintId,
  type ProgramId,
  type SheetId,
  type TiltakId,
  type VedtakId,
} from '../../shared/ids/ids.ts';
import { aSheetId, type OpenStore, type Storage, textBytes, textOf } from './support.ts';

function aSheet(changes: Partial<SheetRecord> = {}): SheetRecord {
  return {
    sheetId: aSheetId(),
    kind: 'dypdykk',
    createdAt: 1_790_000_000_000,
    programId: undefined,
    ...changes,
  };
}

function aKey(sheetId: SheetId, role: Role, changes: Partial<KeyRecord> = {}): KeyRecord {
  return {
    keyId: aSheetId(),
    sheetId,
    role,
    hash: `hash of ${aSheetId()}`,
    sealed: undefined,
    createdAt: 1_790_000_000_000,
    revokedAt: undefined,
    ...changes,
  };
}

export function recordsContract(adapter: string, createStorage: () => Promise<Storage>): void {
  describe(`records on ${adapter}`, () => {
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

    /** A stored sheet, with an utgave and a vedtak that its key may make. */
    async function aSheetWithKey(): Promise<{
      sheet: SheetRecord;
      utgave: UtgaveRecord;
      vedtak: VedtakRecord;
    }> {
      const sheet = aSheet();
      const { sheetId, createdAt } = sheet;
      const key = aKey(sheetId, 'fasilitator');
      await store.records.createSheet(sheet, [key], textBytes('first'));
      const common = { sheetId, saksnummer: '26/104', merknad: '', keyId: key.keyId, createdAt };
      const utfall = [{ tiltakId: mintId<TiltakId>(randomBytes), utfall: 'vedtatt' }] as const;
      return {
        sheet,
        utgave: { ...common, edition: '1.0' },
        vedtak: {
          ...common,
          vedtakId: mintId<VedtakId>(randomBytes),
          organ: 'Kommunestyret',
          dato: '2026-12-16',
          utfall,
        },
      };
    }

    it('RC-1 creates the sheet, its keys and its first state', async () => {
      const sheet = aSheet();
      const keys = [aKey(sheet.sheetId, 'fasilitator'), aKey(sheet.sheetId, 'les')];
      await store.records.createSheet(sheet, keys, textBytes('first'));
      expect(await store.records.findSheet(sheet.sheetId)).toEqual(sheet);
      expect(await store.records.listKeys(sheet.sheetId)).toEqual(keys);
      const stored = await store.journal.load(sheet.sheetId);
      expect(textOf(stored?.snapshot)).toBe('first');
      expect(stored).toMatchObject({ updates: [], lastSeq: 0 });
    });

    it('RC-1 changes nothing when a part of it exists already', async () => {
      const sheet = aSheet();
      const key = aKey(sheet.sheetId, 'rediger');
      await store.records.createSheet(sheet, [key], textBytes('first'));

      const again = store.records.createSheet(sheet, [], textBytes('second'));
      const other = aSheet();
      const sameKey = aKey(other.sheetId, 'les', { keyId: key.keyId });
      const stolen = store.records.createSheet(other, [sameKey], textBytes('other'));
      const elsewhere = aSheet();
      const foreignKey = aKey(sheet.sheetId, 'les');
      const misplaced = store.records.createSheet(elsewhere, [foreignKey], textBytes('elsewhere'));
      for (const outcome of await Promise.allSettled([again, stolen, misplaced])) {
        expect(outcome.status).toBe('rejected');
        expect(outcome).not.toMatchObject({ reason: expect.any(Refusal) });
      }

      expect(textOf((await store.journal.load(sheet.sheetId))?.snapshot)).toBe('first');
      expect(await store.records.listKeys(sheet.sheetId)).toEqual([key]);
      for (const { sheetId } of [other, elsewhere]) {
        expect(await store.records.findSheet(sheetId)).toBeUndefined();
        expect(await store.journal.load(sheetId)).toBeUndefined();
      }
    });

    it('RC-2 gives back every field as it was', async () => {
      const programId = mintId<ProgramId>((count) => new Uint8Array(count).fill(7));
      const sheet = aSheet({ kind: 'virksomhet', programId });
      const { sheetId } = sheet;
      const keys = [
        aKey(sheetId, 'fasilitator'),
        aKey(sheetId, 'rediger', { sealed: Uint8Array.from([0, 255, 0]) }),
        aKey(sheetId, 'les', { sealed: new Uint8Array(0), revokedAt: 1_790_000_000_001 }),
      ];
      await store.records.createSheet(sheet, keys, textBytes('first'));
      await reopen();
      expect(await store.records.findSheet(sheetId)).toEqual(sheet);
      expect(await store.records.listKeys(sheetId)).toEqual(keys);
      for (const key of keys) expect(await store.records.findKey(sheetId, key.hash)).toEqual(key);
    });

    it('JR-4 copies its input', async () => {
      const sheet = aSheet();
      const sealed = textBytes('sealed');
      const state = textBytes('first');
      const key = aKey(sheet.sheetId, 'les', { sealed });
      const created = store.records.createSheet(sheet, [key], state);
      sealed.fill(0);
      state.fill(0);
      await created;
      expect(textOf((await store.records.listKeys(sheet.sheetId))[0]?.sealed)).toBe('sealed');
      expect(textOf((await store.journal.load(sheet.sheetId))?.snapshot)).toBe('first');
    });

    it('RC-3 finds a key on its own sheet only', async () => {
      const [mine, yours] = [aSheet(), aSheet()];
      const key = aKey(mine.sheetId, 'les');
      await store.records.createSheet(mine, [key], textBytes('mine'));
      await store.records.createSheet(yours, [], textBytes('yours'));
      expect(await store.records.findKey(mine.sheetId, key.hash)).toEqual(key);
      expect(await store.records.findKey(yours.sheetId, key.hash)).toBeUndefined();
      expect(await store.records.findKey(mine.sheetId, 'another')).toBeUndefined();
    });

    it('RC-3 answers for what it does not know', async () => {
      const unknown = aSheetId();
      expect(await store.records.findSheet(unknown)).toBeUndefined();
      expect(await store.records.findKey(unknown, 'hash')).toBeUndefined();
      expect(await store.records.listKeys(unknown)).toEqual([]);
      expect(await store.records.getSetting('unknown')).toBeUndefined();
    });

    it('RC-4 revokes the live keys of some roles and adds new ones', async () => {
      const sheet = aSheet();
      const { sheetId } = sheet;
      const facilitator = aKey(sheetId, 'fasilitator');
      const writer = aKey(sheetId, 'rediger');
      const reader = aKey(sheetId, 'les');
      const revokedLong = aKey(sheetId, 'les', { revokedAt: 1 });
      const before = [facilitator, writer, reader, revokedLong];
      await store.records.createSheet(sheet, before, textBytes('first'));

      const newReader = aKey(sheetId, 'les', { createdAt: 1_790_000_000_009 });
      const revoked = await store.records.rotateKeys(sheetId, ['les', 'rediger'], [newReader], 99);

      expect(new Set(revoked)).toEqual(new Set([reader.keyId, writer.keyId]));
      expect(await store.records.listKeys(sheetId)).toEqual([
        facilitator,
        { ...writer, revokedAt: 99 },
        { ...reader, revokedAt: 99 },
        revokedLong,
        newReader,
      ]);
    });

    it('RC-4 seals keys that stay anew', async () => {
      const sheet = aSheet();
      const { sheetId } = sheet;
      const facilitator = aKey(sheetId, 'fasilitator');
      const reader = aKey(sheetId, 'les', { sealed: textBytes('by the old key') });
      await store.records.createSheet(sheet, [facilitator, reader], textBytes('first'));
      const successor = aKey(sheetId, 'fasilitator', { createdAt: 1_790_000_000_009 });
      const anew = { keyId: reader.keyId, sealed: textBytes('by the new key') };
      await store.records.rotateKeys(sheetId, ['fasilitator'], [successor], 99, [anew]);
      expect(await store.records.listKeys(sheetId)).toEqual([
        { ...facilitator, revokedAt: 99 },
        { ...reader, sealed: anew.sealed },
        successor,
      ]);
    });

    it('RC-4 changes nothing when a key to seal anew is on another sheet', async () => {
      const [mine, yours] = [aSheet(), aSheet()];
      const [myKey, yourKey] = [aKey(mine.sheetId, 'les'), aKey(yours.sheetId, 'les')];
      await store.records.createSheet(mine, [myKey], textBytes('mine'));
      await store.records.createSheet(yours, [yourKey], textBytes('yours'));
      const anew = { keyId: yourKey.keyId, sealed: textBytes('stolen') };
      const rotated = store.records.rotateKeys(mine.sheetId, ['les'], [], 99, [anew]);
      await expect(rotated).rejects.toThrow();
      expect(await store.records.listKeys(mine.sheetId)).toEqual([myKey]);
      expect(await store.records.listKeys(yours.sheetId)).toEqual([yourKey]);
    });

    it('RC-4 revokes nothing when the new keys cannot be added', async () => {
      const sheet = aSheet();
      const key = aKey(sheet.sheetId, 'les');
      await store.records.createSheet(sheet, [key], textBytes('first'));
      await expect(store.records.rotateKeys(sheet.sheetId, ['les'], [key], 99)).rejects.toThrow();
      expect(await store.records.listKeys(sheet.sheetId)).toEqual([key]);
    });

    it('RC-4 leaves other sheets alone', async () => {
      const [mine, yours] = [aSheet(), aSheet()];
      const key = aKey(yours.sheetId, 'les');
      await store.records.createSheet(mine, [aKey(mine.sheetId, 'les')], textBytes('mine'));
      await store.records.createSheet(yours, [key], textBytes('yours'));
      await store.records.rotateKeys(mine.sheetId, ['les'], [], 99);
      expect(await store.records.listKeys(yours.sheetId)).toEqual([key]);
    });

    it('RC-5 keeps settings', async () => {
      await store.records.setSetting('admin', 'one');
      await store.records.setSetting('admin', 'two');
      await store.records.setSetting('tom', '');
      await reopen();
      expect(await store.records.getSetting('admin')).toBe('two');
      expect(await store.records.getSetting('tom')).toBe('');
    });

    it('RC-7 freezes an edition once, byte for byte', async () => {
      const { sheet, utgave } = await aSheetWithKey();
      const content = '{"title":"Ærlig  \\u00e5"}';
      expect(await store.records.addUtgave(utgave, content)).toBe(true);
      const again = { ...utgave, merknad: 'en annen', createdAt: 1 };
      expect(await store.records.addUtgave(again, '{}')).toBe(false);
      await reopen();
      const sha256 = createHash('sha256').update(content).digest('hex');
      const found = await store.records.findUtgave(sheet.sheetId, '1.0');
      expect(found).toEqual({ utgave, content, sha256 });
      expect(await store.records.findUtgave(sheet.sheetId, '2.0')).toBeUndefined();
    });

    it('RC-8 lists utgaver and vedtak of the sheet in the order in which they came', async () => {
      const mine = await aSheetWithKey();
      const yours = await aSheetWithKey();
      const second = { ...mine.utgave, edition: '2.0', createdAt: 1 };
      await store.records.addUtgave(mine.utgave, '1');
      await store.records.addUtgave(yours.utgave, '2');
      await store.records.addUtgave(second, '3');
      expect(await store.records.listUtgaver(mine.sheet.sheetId)).toEqual([mine.utgave, second]);

      const late = { ...mine.vedtak, vedtakId: mintId<VedtakId>(randomBytes), dato: '2020-01-01' };
      for (const vedtak of [mine.vedtak, yours.vedtak, late]) {
        expect(await store.records.addVedtak(vedtak)).toBe(true);
      }
      const changed = { ...late, organ: 'Et annet organ' };
      expect(await store.records.addVedtak(changed)).toBe(false);
      const foreign = { ...late, sheetId: yours.sheet.sheetId };
      expect(await store.records.addVedtak(foreign)).toBe(false);
      await reopen();
      expect(await store.records.listVedtak(mine.sheet.sheetId)).toEqual([mine.vedtak, late]);
      expect(await store.records.listVedtak(yours.sheet.sheetId)).toEqual([yours.vedtak]);
    });

    it('RC-9 creates several documents together, or none', async () => {
      const programId = mintId<ProgramId>(randomBytes);
      const program = aSheet({ sheetId: programId as string as SheetId, kind: 'program' });
      const sheets = [aSheet({ programId }), aSheet({ programId, createdAt: 1_790_000_000_001 })];
      const documents = [program, ...sheets].map((sheet) => ({
        sheet,
        keys: [aKey(sheet.sheetId, 'fasilitator')],
        state: textBytes(sheet.kind),
      }));
      const [twice] = documents;
      if (twice === undefined) throw new Error('No document');
      await expect(store.records.createSheets([...documents, twice])).rejects.toThrow();
      for (const { sheet } of documents) {
        expect(await store.records.findSheet(sheet.sheetId)).toBeUndefined();
        expect(await store.journal.load(sheet.sheetId)).toBeUndefined();
      }
      await store.records.createSheets(documents);
      await reopen();
      for (const { sheet, keys } of documents) {
        expect(await store.records.findSheet(sheet.sheetId)).toEqual(sheet);
        expect(await store.records.listKeys(sheet.sheetId)).toEqual(keys);
        expect(textOf((await store.journal.load(sheet.sheetId))?.snapshot)).toBe(sheet.kind);
      }
      expect(await store.records.listSheets(programId)).toEqual(sheets);
    });

    it('RC-10 puts a sheet in one programme and takes it out', async () => {
      const [mine, yours] = [mintId<ProgramId>(randomBytes), mintId<ProgramId>(randomBytes)];
      const [late, early] = [aSheet({ createdAt: 2 }), aSheet({ createdAt: 1 })];
      for (const sheet of [late, early]) {
        await store.records.createSheet(sheet, [], textBytes('first'));
      }
      const move = store.records.moveSheet;
      expect(await move(late.sheetId, undefined, mine)).toBe(true);
      expect(await move(early.sheetId, undefined, mine)).toBe(true);
      expect(await move(late.sheetId, undefined, yours)).toBe(false);
      expect(await move(late.sheetId, yours, undefined)).toBe(false);
      expect(await move(aSheetId(), undefined, mine)).toBe(false);
      await reopen();
      expect(await store.records.listSheets(mine)).toEqual([
        { ...early, programId: mine },
        { ...late, programId: mine },
      ]);
      expect(await store.records.listSheets(yours)).toEqual([]);
      expect(await store.records.moveSheet(early.sheetId, mine, undefined)).toBe(true);
      expect(await store.records.findSheet(early.sheetId)).toEqual(early);
      expect(await store.records.listSheets(mine)).toEqual([{ ...late, programId: mine }]);
    });

    it('RC-11 records when rows last changed, on each sheet alone', async () => {
      const [sheet, other] = [aSheet(), aSheet()];
      for (const each of [sheet, other]) {
        await store.records.createSheet(each, [], textBytes('first'));
      }
      const { recordTouches } = store.records;
      const record = (fingerprint: string, at: number) => ({ fingerprint, at });
      await recordTouches([
        {
          sheetId: sheet.sheetId,
          touched: new Map([
            ['tiltak/one', record('a', 1)],
            ['tiltak/two', record('b', 2)],
          ]),
          gone: [],
        },
        {
          sheetId: other.sheetId,
          touched: new Map([['tiltak/one', record('c', 3)]]),
          gone: ['never there'],
        },
      ]);
      await recordTouches([
        {
          sheetId: sheet.sheetId,
          touched: new Map([['tiltak/one', record('d', 4)]]),
          gone: ['tiltak/two'],
        },
      ]);
      const touched = new Map([['tiltak/nowhere', record('e', 5)]]);
      await expect(
        recordTouches([
          { sheetId: sheet.sheetId, touched: new Map(), gone: ['tiltak/one'] },
          { sheetId: aSheetId(), touched, gone: [] },
        ]),
      ).rejects.toThrow();
      await reopen();
      const { listTouches } = store.records;
      expect(await listTouches(sheet.sheetId)).toEqual(new Map([['tiltak/one', record('d', 4)]]));
      expect(await listTouches(other.sheetId)).toEqual(new Map([['tiltak/one', record('c', 3)]]));
      expect(await listTouches(aSheetId())).toEqual(new Map());
    });

    it('RC-6 refuses when closed', async () => {
      await store.close();
      const refused = { code: 'store.unavailable' };
      const { records } = store;
      await expect(records.findSheet(aSheetId())).rejects.toMatchObject(refused);
      await expect(records.setSetting('a', 'b')).rejects.toMatchObject(refused);
      await expect(records.createSheet(aSheet(), [], textBytes(''))).rejects.toMatchObject(refused);
    });
  });
}
