/**
 * A process to be killed: appends numbered updates to some sheets, several appends in flight at
 * once, compacts now and then, and prints `<sheet> <number>` once an update is durable.
 *
 * Arguments: the adapter's name, where its storage is, and the sheet ids.
 */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { type OpenStore, textBytes, textOf } from './support.ts';

const IN_FLIGHT = 4;
const COMPACT_EVERY = 40;

const [adapter, location, ...ids] = process.argv.slice(2);
const store = await open();
await Promise.all(ids.map((id) => appendForever(sheetIdOf(id))));

function open(): Promise<OpenStore> {
  if (adapter === 'sqlite' && location !== undefined) return openSqliteStore({ file: location });
  throw new Error(`No adapter ${adapter}.`);
}

function sheetIdOf(id: string): SheetId {
  const sheetId = parseId<SheetId>(id);
  if (sheetId === undefined) throw new Error(`No sheet id: ${id}`);
  return sheetId;
}

async function appendForever(sheet: SheetId): Promise<never> {
  let next = ((await store.journal.load(sheet))?.lastSeq ?? 0) + 1;
  let compaction: Promise<void> = Promise.resolve();
  for (;;) {
    const appends = Array.from({ length: IN_FLIGHT }, async () => {
      // Appends of one and of two updates, so that a torn append would show.
      const numbers = next % 2 === 0 ? [next, next + 1] : [next];
      next += numbers.length;
      await store.journal.append(
        sheet,
        numbers.map((number) => textBytes(`${number};`)),
      );
      // Synchronous, so that what is acknowledged is in the pipe before the kill.
      writeSync(1, `${sheet} ${numbers.at(-1)}\n`);
    });
    await Promise.all(appends);
    if (next % COMPACT_EVERY < IN_FLIGHT * 2) {
      await compaction;
      compaction = compact(sheet);
    }
  }
}

async function compact(sheet: SheetId): Promise<void> {
  const stored = await store.journal.load(sheet);
  if (stored === undefined) return;
  const all = [stored.snapshot, ...stored.updates].map((part) => textOf(part) ?? '').join('');
  await store.journal.compact(sheet, stored.lastSeq, textBytes(all));
}
