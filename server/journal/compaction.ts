/**
 * Keeps logs short, so that a sheet with years of edits opens at once: when enough has been
 * appended since the last snapshot, everything stored is merged into a new one, in the background.
 *
 * - Appends never wait: reading, merging and writing each happen off the event loop.
 * - One sheet at a time; a sheet whose turn comes is merged once, however often it was noted.
 * - Nothing is dropped before the merged state is known to hold all of it (`merge.ts`).
 * - A sheet that cannot be read or merged is left alone until the process restarts.
 */
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { createMergeClient, type MergeClient } from './mergeClient.ts';
import type { Journal } from './port.ts';

export interface CompactorOptions {
  readonly journal: Pick<Journal, 'load' | 'compact'>;
  /** A sheet is due when it has more updates than this since its snapshot … */
  readonly maxUpdates?: number;
  /** … or more bytes than this. */
  readonly maxBytes?: number;
  /** How long a sheet rests between two compactions, however busy it is. */
  readonly minIntervalMs?: number;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
  readonly merger?: MergeClient;
  readonly onEvent?: (event: CompactionEvent) => void;
}

export type CompactionEvent =
  | {
      readonly type: 'sheet.compacted';
      readonly sheetId: SheetId;
      readonly updates: number;
      readonly bytesBefore: number;
      readonly bytesAfter: number;
      readonly milliseconds: number;
    }
  | {
      readonly type: 'compaction.failed';
      readonly sheetId: SheetId;
      readonly reason: string;
      /** Whether it is tried again: yes when the store was unavailable, no when the log is bad. */
      readonly willRetry: boolean;
    };

export interface Compactor {
  /**
   * Tells that updates have become part of a sheet's log: those an append added, or, when a room
   * loads a sheet, those it found. Returns at once and never throws.
   */
  note(sheetId: SheetId, updates: number, bytes: number): void;
  /** Forgets what was noted of a sheet, when its room unloads. One that is due is still merged. */
  forget(sheetId: SheetId): void;
  /** Resolves when no compaction runs or waits. */
  idle(): Promise<void>;
  /**
   * Abandons a merge that runs, lets a snapshot that is being written finish, and drops those that
   * wait: the logs stay as they are until the next start. Later notes do nothing.
   */
  close(): Promise<void>;
}

interface Noted {
  updates: number;
  bytes: number;
}

const DEFAULT_MAX_UPDATES = 500;
const DEFAULT_MAX_BYTES = 1024 * 1024;
const DEFAULT_MIN_INTERVAL_MS = 30_000;
const DEFAULT_MERGE_TIMEOUT_MS = 60_000;

export function createCompactor(options: CompactorOptions): Compactor {
  const {
    journal,
    maxUpdates = DEFAULT_MAX_UPDATES,
    maxBytes = DEFAULT_MAX_BYTES,
    minIntervalMs = DEFAULT_MIN_INTERVAL_MS,
    now = () => performance.now(),
    merger = createMergeClient({ timeoutMs: DEFAULT_MERGE_TIMEOUT_MS }),
    onEvent = () => {},
  } = options;
  const noted = new Map<SheetId, Noted>();
  const restsUntil = new Map<SheetId, number>();
  const leftAlone = new Set<SheetId>();
  const due = new Set<SheetId>();
  let running: Promise<void> | undefined;
  let isClosed = false;

  function isDue(sheetId: SheetId, { updates, bytes }: Noted): boolean {
    const isLong = updates > maxUpdates || bytes > maxBytes;
    return isLong && !leftAlone.has(sheetId) && now() >= (restsUntil.get(sheetId) ?? 0);
  }

  async function runAll(): Promise<void> {
    for (const sheetId of due) {
      if (isClosed) break;
      due.delete(sheetId);
      noted.delete(sheetId);
      restsUntil.set(sheetId, Number.POSITIVE_INFINITY);
      await runOne(sheetId);
      restsUntil.set(sheetId, now() + minIntervalMs);
      forgetRested();
    }
    due.clear();
    await merger.end();
  }

  async function runOne(sheetId: SheetId): Promise<void> {
    const startedAt = now();
    try {
      const stored = await journal.load(sheetId);
      if (stored === undefined || isClosed) return;
      const { updates, lastSeq } = stored;
      const bytesBefore = sizeOf(updates) + (stored.snapshot?.length ?? 0);
      const state = await merger.merge(stored);
      await journal.compact(sheetId, lastSeq, state);
      onEvent({
        type: 'sheet.compacted',
        sheetId,
        updates: updates.length,
        bytesBefore,
        bytesAfter: state.length,
        milliseconds: now() - startedAt,
      });
    } catch (error) {
      if (isClosed) return;
      const willRetry = error instanceof Refusal && error.code === 'store.unavailable';
      if (!willRetry) leftAlone.add(sheetId);
      onEvent({ type: 'compaction.failed', sheetId, reason: String(error), willRetry });
    }
  }

  /** Sheets that have rested long enough need no entry. */
  function forgetRested(): void {
    const time = now();
    for (const [sheetId, until] of restsUntil) if (until <= time) restsUntil.delete(sheetId);
  }

  function startUnlessRunning(): void {
    running ??= runAll().finally(() => {
      running = undefined;
      if (due.size > 0 && !isClosed) startUnlessRunning();
    });
  }

  async function idle(): Promise<void> {
    while (running !== undefined) await running;
  }

  return {
    note(sheetId, updates, bytes) {
      if (isClosed) return;
      const sum = noted.get(sheetId) ?? { updates: 0, bytes: 0 };
      sum.updates += updates;
      sum.bytes += bytes;
      noted.set(sheetId, sum);
      if (!isDue(sheetId, sum)) return;
      due.add(sheetId);
      startUnlessRunning();
    },
    forget(sheetId) {
      noted.delete(sheetId);
    },
    idle,
    async close() {
      isClosed = true;
      await merger.end();
      await idle();
    },
  };
}

function sizeOf(arrays: readonly Uint8Array[]): number {
  return arrays.reduce((sum, bytes) => sum + bytes.length, 0);
}
