/** The suite every read model passes. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Projected, ReadModel } from '../../server/readmodel/port.ts';
import type { Command } from '../../shared/document/commands/command.ts';
import { mintId, type ProgramId, type SheetId } from '../../shared/ids/ids.ts';
import type { PortfolioAnswer } from '../../shared/portfolio/portfolio.ts';
import { setGevinstYear } from '../../shared/sheet/commands/gevinst.ts';
import { patchTiltak, removeTiltak } from '../../shared/sheet/commands/tiltak.ts';
import { ALL } from '../world/portfolios.ts';
import { aProgram } from '../world/programs.ts';
import { type ASheet, aSheet, at, type Contents, done } from '../world/sheets.ts';
import { aSheetId, type OpenStore, type Storage, textBytes } from './support.ts';

export interface ReadModelStorage extends Storage {
  /** A read model beside the opened store. */
  openReadModel(store: OpenStore, now: () => number): ReadModel;
  /** Takes away all that the read model has kept, while it is closed. */
  forgetReadModel(): Promise<void>;
  /** Spoils what is stored of a sheet, while the store is closed. */
  spoil(sheetId: SheetId): void;
}

const DAY = 86_400_000;

export function readModelContract(
  adapter: string,
  createStorage: () => Promise<ReadModelStorage>,
): void {
  describe(`the read model on ${adapter}`, () => {
    let storage: ReadModelStorage;
    let store: OpenStore;
    let model: ReadModel;
    let projected: Projected[];
    /** Milliseconds since 1970, as the tests say. */
    let now: number;

    beforeEach(async () => {
      now = Date.parse('2026-03-01T12:00:00Z');
      storage = await createStorage();
      await open();
    });

    afterEach(async () => {
      await close();
      await storage.dispose();
    });

    async function open(): Promise<void> {
      store = await storage.open();
      model = storage.openReadModel(store, () => now);
      projected = [];
      model.onProjected((each) => projected.push(each));
    }

    async function close(): Promise<void> {
      await model.close();
      await store.close();
    }

    async function reopen(between: () => unknown = () => undefined): Promise<void> {
      await close();
      await between();
      await open();
      await model.settled();
    }

    interface Stored extends ASheet {
      readonly sheetId: SheetId;
    }

    /** A sheet on record, of which the read model is told. */
    async function keep(contents: Contents, programId?: ProgramId): Promise<Stored> {
      const sheet = aSheet(contents);
      const sheetId = aSheetId();
      const record = { sheetId, kind: 'dypdykk', createdAt: now, programId } as const;
      await store.records.createSheet(record, [], Y.encodeStateAsUpdate(sheet.doc));
      model.changed([sheetId]);
      return { ...sheet, sheetId };
    }

    /** Changes a sheet as somebody in its room would. */
    async function change<T>({ sheetId, doc, writer }: Stored, command: Command<T>): Promise<T> {
      const updates: Uint8Array[] = [];
      const keep = (update: Uint8Array) => updates.push(update);
      doc.on('update', keep);
      const value = done(doc, command, writer);
      doc.off('update', keep);
      await store.journal.append(sheetId, updates);
      model.changed([sheetId]);
      return value;
    }

    async function portfolio(programId: ProgramId, query = ALL): Promise<PortfolioAnswer> {
      await model.settled();
      const { bytes } = await model.portfolio(programId, query);
      return JSON.parse(new TextDecoder().decode(bytes));
    }

    const aProgramId = () => mintId<ProgramId>(randomBytes);
    const kroner = (year: string, amount: number): Contents => ({
      tiltak: [{ title: 'Tiltaket', ansvar: 'Kari' }],
      gevinster: [
        { slag: 'unngaatte_kostnader', title: 'Gevinsten', estimate: { [year]: amount } },
      ],
    });

    it('shows what a sheet holds, and what it holds after a change', async () => {
      const programId = aProgramId();
      const sheet = await keep(kroner('2027', 1000), programId);
      const before = await portfolio(programId);
      expect(before.sums).toMatchObject({ tiltak: 1, gevinster: 1 });
      expect(before.sums.kroner.potensial.byYear).toEqual({ '2027': 1000 });
      expect(before.items.map(({ title }) => title)).toEqual(['Tiltaket', 'Gevinsten']);

      await change(sheet, setGevinstYear(at(sheet.ids.gevinster), 'estimate', '2028', 0.5));
      const after = await portfolio(programId);
      expect(after.sums.kroner.potensial.byYear).toEqual({ '2027': 1000, '2028': 0.5 });
      expect(after.version).toBeGreaterThan(before.version);
    });

    it('never shows a sheet without the programme that decides its years', async () => {
      const programId = aProgramId();
      const documentId = programId as string as SheetId;
      const record = { sheetId: documentId, kind: 'program', createdAt: now } as const;
      const program = aProgram({ periodFrom: 2031, periodTo: 2032 });
      const state = Y.encodeStateAsUpdate(program);
      await store.records.createSheet({ ...record, programId: undefined }, [], state);
      const { sheetId } = await keep(kroner('2031', 5), programId);
      const { sums, program: shown } = await portfolio(programId);
      expect(shown.period).toEqual({ from: 2031, to: 2032 });
      expect(sums.kroner.potensial.total).toBe(5);
      const [first, second] = projected;
      expect(first).toMatchObject({ documentId: programId, version: second?.version });
      expect(second).toMatchObject({ documentId: sheetId });
    });

    it('keeps programmes apart', async () => {
      const [mine, yours] = [aProgramId(), aProgramId()];
      await keep(kroner('2027', 1), mine);
      await keep(kroner('2027', 2), yours);
      await keep(kroner('2027', 4));
      expect((await portfolio(mine)).sums.kroner.potensial.total).toBe(1);
      expect((await portfolio(yours)).sums.kroner.potensial.total).toBe(2);
      expect((await portfolio(aProgramId())).items).toEqual([]);
    });

    it('tells of every projection where it is shown', async () => {
      const programId = aProgramId();
      const upper = await keep({ header: { kind: 'virksomhet' } }, programId);
      const lower = await keep(
        { header: { parent: { sheetId: upper.sheetId, tiltakId: null } } },
        programId,
      );
      await model.settled();
      const last = projected.findLast(({ documentId }) => documentId === lower.sheetId);
      expect(last?.shownIn).toContain(upper.sheetId);
      expect(last?.shownIn).toContain(programId);
      expect(last).toMatchObject({ problems: 0, unreadable: null });
    });

    it('shows after a restart what was changed while it was away', async () => {
      const programId = aProgramId();
      const sheet = await keep(kroner('2027', 1000), programId);
      await model.settled();
      await model.close();
      await change(sheet, setGevinstYear(at(sheet.ids.gevinster), 'estimate', '2027', 2000));
      await reopen();
      expect((await portfolio(programId)).sums.kroner.potensial.total).toBe(2000);
    });

    it('says from the first answer on how much it has not read yet', async () => {
      const programId = aProgramId();
      const count = 40;
      for (let seed = 1; seed <= count; seed += 1) {
        await keep({ ...kroner('2027', 1), seed }, programId);
      }
      await close();
      await storage.forgetReadModel();
      await open();
      const { bytes } = await model.portfolio(programId, ALL);
      const early: PortfolioAnswer = JSON.parse(new TextDecoder().decode(bytes));
      expect(early.pending + early.sums.gevinster).toBeGreaterThanOrEqual(count);
      expect((await portfolio(programId)).sums.gevinster).toBe(count);
    });

    it('knows when something last changed, also after everything was projected anew', async () => {
      const programId = aProgramId();
      const sheet = await keep({ tiltak: [{ title: 'A' }, { title: 'B' }] }, programId);
      await model.settled();
      const created = now;
      now += 40 * DAY;
      await change(sheet, patchTiltak(at(sheet.ids.tiltak, 1), { status: 'pagar' }));
      const touched = async () =>
        (await portfolio(programId)).items.map(({ touchedAt, flags }) => [
          touchedAt,
          flags.includes('urort'),
        ]);
      const expected = [
        [created, true],
        [now, false],
      ];
      expect(await touched()).toEqual(expected);
      now += DAY;
      await model.rebuild();
      expect(await touched()).toEqual(expected);
      await reopen(() => storage.forgetReadModel());
      expect(await touched()).toEqual(expected);
    });

    it('equals itself after a rebuild, and after losing all that it has kept', async () => {
      const programId = aProgramId();
      const sheets = [
        await keep(kroner('2027', 0.1), programId),
        await keep(kroner('2027', 0.2), programId),
        await keep(kroner('2028', 1e15), programId),
      ];
      for (const sheet of sheets) {
        await model.settled();
        now += DAY;
        await change(sheet, setGevinstYear(at(sheet.ids.gevinster), 'realised', '2027', 0.3));
      }
      await change(at(sheets), removeTiltak(at(at(sheets).ids.tiltak)));
      const everything = async () => {
        const { version: _version, ...answer } = await portfolio(programId, {
          ...ALL,
          gruppe: 'ark',
        });
        const contexts = sheets.map(({ sheetId }) => model.sheetContext(sheetId, new Set()));
        return [answer, await model.programSheets(programId), await Promise.all(contexts)];
      };
      const before = await everything();
      const rebuilt = await model.rebuild();
      expect(rebuilt).toMatchObject({ documents: 3, unreadable: [] });
      expect(await everything()).toEqual(before);
      await reopen(() => storage.forgetReadModel());
      expect(await everything()).toEqual(before);
    });

    it('leaves a sheet out that cannot be read, says so, and goes on with the others', async () => {
      const programId = aProgramId();
      const broken = await keep(kroner('2027', 1), programId);
      const whole = await keep(kroner('2027', 2), programId);
      await model.settled();
      await reopen(() => {
        storage.spoil(broken.sheetId);
        return storage.forgetReadModel();
      });
      const answer = await portfolio(programId);
      expect(answer.sums.kroner.potensial.total).toBe(2);
      expect(answer.problems).toEqual([
        { sheetId: broken.sheetId, title: null, kind: 'unreadable', count: 0 },
      ]);
      expect(projected.find(({ documentId }) => documentId === broken.sheetId)).toMatchObject({
        unreadable: expect.any(String),
      });
      const { unreadable } = await model.rebuild();
      expect(unreadable).toEqual([{ documentId: broken.sheetId, reason: expect.any(String) }]);
      await change(whole, setGevinstYear(at(whole.ids.gevinster), 'estimate', '2027', 3));
      expect((await portfolio(programId)).sums.kroner.potensial.total).toBe(3);
    });

    it('counts what is ill-typed and left out', async () => {
      const programId = aProgramId();
      const sheet = aSheet(kroner('2027', 1));
      sheet.doc.getMap('gevinster').set('no-gevinst-at-all', 'a word');
      const record = { sheetId: aSheetId(), kind: 'dypdykk', createdAt: now, programId } as const;
      await store.records.createSheet(record, [], Y.encodeStateAsUpdate(sheet.doc));
      model.changed([record.sheetId]);
      const { problems, sums } = await portfolio(programId);
      expect(sums.gevinster).toBe(1);
      expect(problems).toMatchObject([{ sheetId: record.sheetId, kind: 'illTyped', count: 1 }]);
    });

    it('takes no notice of what is not on record', async () => {
      const sheetId = aSheetId();
      await store.journal.append(sheetId, [textBytes('no update')]);
      model.changed([sheetId]);
      await model.settled();
      expect(projected).toEqual([]);
    });

    it('refuses after it is closed', async () => {
      await model.close();
      await expect(model.portfolio(aProgramId(), ALL)).rejects.toMatchObject({
        code: 'store.unavailable',
      });
    });
  });
}
