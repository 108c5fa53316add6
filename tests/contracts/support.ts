/** What the contract suites share: a storage that can be opened again and again, seeds, bytes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Journal } from '../../server/journal/port.ts';
import type { Records } from '../../server/records/port.ts';
import { mintId, type SheetId } from '../../shared/ids/ids.ts';

/** An opened store, as every adapter gives it. */
export interface OpenStore {
  readonly journal: Journal;
  readonly records: Records;
  close(): Promise<void>;
}

/** One place where an adapter keeps its data, for as long as a test runs. */
export interface Storage {
  open(): Promise<OpenStore>;
  /** What a process of its own is started with, so that it can be killed (`appender.ts`). */
  readonly appenderArgs: readonly string[];
  dispose(): Promise<void>;
}

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'a3-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export function aSheetId(random: () => number = Math.random): SheetId {
  return mintId<SheetId>((count) => Uint8Array.from({ length: count }, () => random() * 256));
}

export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** A seeded source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The run's seed: `SEED=…` replays one; test names show it. */
export function chooseSeed(): number {
  const given = Number(process.env['SEED']);
  return Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 2 ** 31) + 1;
}
