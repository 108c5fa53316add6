/**
 * Kills a process in the middle of its appends, again and again, and checks each time that what
 * it acknowledged is there and that what is there is a prefix of what it appended.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { StoredDocument } from '../../server/journal/port.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { aSheetId, type Storage, seeded, textOf } from './support.ts';

const SHEETS = 3;
const MOST_ACKS_BEFORE_KILL = 150;
const APPENDER = fileURLToPath(new URL('./appender.ts', import.meta.url));

export async function killAndCheck(storage: Storage, seed: number, kills: number): Promise<void> {
  const random = seeded(seed);
  const acknowledged = new Map(Array.from({ length: SHEETS }, () => [aSheetId(random), 0]));

  for (let kill = 1; kill <= kills; kill += 1) {
    const acks = 1 + Math.floor(random() * MOST_ACKS_BEFORE_KILL);
    await appendUntilKilled(storage.appenderArgs, acknowledged, acks);
    const store = await storage.open();
    for (const [sheet, count] of acknowledged) {
      const stored = await store.journal.load(sheet);
      const numbers = numbersIn(stored);
      expect(numbers, `in order after kill ${kill}`).toEqual(numbers.map((_, i) => i + 1));
      expect(numbers, `all there after kill ${kill}`).toHaveLength(stored?.lastSeq ?? 0);
      expect(numbers.length, `updates after kill ${kill}`).toBeGreaterThanOrEqual(count);
    }
    await store.close();
  }
  expect(Math.max(...acknowledged.values())).toBeGreaterThan(0);
}

/** The numbers that `appender.ts` wrote, from the snapshot and the updates after it. */
export function numbersIn(stored: StoredDocument | undefined): number[] {
  const parts = [stored?.snapshot, ...(stored?.updates ?? [])];
  const all = parts.map((part) => textOf(part) ?? '').join('');
  return all.split(';').filter(Boolean).map(Number);
}

/** Runs `appender.ts`, notes what it acknowledges, and kills it after some acknowledgements. */
export async function appendUntilKilled(
  appenderArgs: readonly string[],
  acknowledged: Map<SheetId, number>,
  acks: number,
): Promise<void> {
  const args = [APPENDER, ...appenderArgs, ...acknowledged.keys()];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [sheet, count] = line.split(' ');
    const known = [...acknowledged.keys()].find((id) => id === sheet);
    if (known === undefined) throw new Error(`The appender said: ${line}`);
    acknowledged.set(known, Number(count));
    seen += 1;
    // What it still prints before the signal reaches it counts as well.
    if (seen === acks) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  expect(signal, 'how the appender ended').toBe('SIGKILL');
}
