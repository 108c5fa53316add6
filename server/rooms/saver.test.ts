import { afterEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../shared/errors/catalogue.ts';
import { mintId, type SheetId } from '../../shared/ids/ids.ts';
import { seeded } from '../../tests/world/sheets.ts';
import { until } from '../../tests/world/until.ts';
import type { Journal } from '../journal/port.ts';
import { Saver, type SaverTrouble } from './saver.ts';

const sheetId = mintId<SheetId>(seeded(1).bytes);
const update = (n: number) => Uint8Array.of(n);

let saver: Saver;
afterEach(() => saver.stop());

/** A journal that appends when told to, and fails while `isBroken`. */
class SlowJournal implements Pick<Journal, 'append'> {
  readonly stored: number[] = [];
  readonly batches: number[] = [];
  isBroken = false;
  #waiting: (() => void)[] = [];
  isHeld = false;

  async append(_sheetId: SheetId, updates: readonly Uint8Array[]): Promise<void> {
    if (this.isHeld) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.isBroken) throw new Refusal('store.unavailable');
    this.batches.push(updates.length);
    this.stored.push(...updates.map((bytes) => bytes[0] ?? 0));
  }

  letGo(): void {
    this.isHeld = false;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function aSaver(journal: SlowJournal, unsavedBytes = 1000) {
  const troubles: SaverTrouble[] = [];
  saver = new Saver({
    sheetId,
    journal: journal as unknown as Journal,
    limits: { unsavedBytes, retryFirstMs: 1, retryMaxMs: 4 },
    saved: () => {},
    troubled: (trouble) => troubles.push(trouble),
  });
  return { saver, troubles };
}

test('RM-17 what comes while an append is under way goes into the next one, in order', async () => {
  const journal = new SlowJournal();
  journal.isHeld = true;
  aSaver(journal);
  for (let n = 1; n <= 5; n++) {
    saver.add(update(n));
    saver.save();
  }
  expect(saver.durable).toBe(0);
  expect(saver.unsaved()).toHaveLength(5);
  journal.letGo();
  await saver.flush();
  expect(journal.batches).toEqual([1, 4]);
  expect(journal.stored).toEqual([1, 2, 3, 4, 5]);
  expect(saver.durable).toBe(5);
});

test('RM-19 a failed append is tried again, ahead of what came later, and told once', async () => {
  const journal = new SlowJournal();
  const { troubles } = aSaver(journal);
  const append = vi.spyOn(journal, 'append');
  journal.isBroken = true;
  saver.add(update(1));
  saver.save();
  await until(() => append.mock.calls.length >= 3);
  saver.add(update(2));
  expect(saver.isStalled).toBe(true);
  expect(saver.durable).toBe(0);
  journal.isBroken = false;
  await until(() => saver.durable === 2);
  expect(journal.stored).toEqual([1, 2]);
  expect(troubles).toEqual(['store.unavailable', 'store.recovered']);
});

test('RM-4 a flush of a store that refuses is told at once, and works when the store does', async () => {
  const journal = new SlowJournal();
  aSaver(journal);
  journal.isBroken = true;
  saver.add(update(1));
  await expect(saver.flush()).rejects.toThrow(Refusal);
  journal.isBroken = false;
  await saver.flush();
  expect(journal.stored).toEqual([1]);
  await saver.flush();
  expect(journal.batches).toEqual([1]);
});

test('RM-20 more than memory should hold is told once, and over when it is stored', async () => {
  const journal = new SlowJournal();
  const { troubles } = aSaver(journal, 3);
  journal.isBroken = true;
  for (let n = 1; n <= 6; n++) saver.add(update(n));
  expect(saver.isOverfull).toBe(true);
  journal.isBroken = false;
  await saver.flush();
  expect(saver.isOverfull).toBe(false);
  expect(troubles).toEqual(['store.overfull']);
});

test('RM-3 a stopped saver begins nothing more', async () => {
  const journal = new SlowJournal();
  journal.isHeld = true;
  aSaver(journal);
  saver.add(update(1));
  saver.save();
  saver.add(update(2));
  saver.stop();
  journal.letGo();
  await until(() => saver.durable === 1);
  expect(journal.stored).toEqual([1]);
});
