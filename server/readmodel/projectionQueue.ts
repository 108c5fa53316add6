/**
 * Which documents wait to be projected, and when their turn comes.
 *
 * - Changes that come close upon each other are projected together.
 * - A document that is changed all the time, as when thirty people write on it, is projected twice a
 *   second. Others do not wait for it.
 * - What has just changed goes before what was due when the server started, which takes the time
 *   that is left.
 * - A projection that fails is tried again, after a pause that doubles up to a limit.
 */
import type { DocumentId } from './port.ts';

/** A document and when it changed, in milliseconds since 1970. */
export interface Waiting {
  readonly documentId: DocumentId;
  readonly at: number;
}

interface Changed {
  /** When it last changed, in milliseconds since 1970. */
  readonly at: number;
  /** From when it may be projected with others, by the clock that only goes forward. */
  readonly from: number;
  /** When it is to be projected in any case. */
  readonly due: number;
}

export interface ProjectionQueueOptions {
  /** Projects a batch, whole. */
  readonly project: (batch: readonly Waiting[]) => Promise<void>;
  readonly failed: (error: unknown, retryInMs: number) => void;
  readonly now: () => number;
}

/** So long a change waits for others. */
const GATHER_MS = 120;
/** No document is projected more often. */
const BETWEEN_MS = 500;
/** While others wait, a batch is followed by a pause of so many times what it took: others have work. */
const REST_FACTOR = 2;
const LONGEST_REST_MS = 400;
/** Documents in one batch: what has just changed waits for no more than that. */
const BATCH = 16;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

export class ProjectionQueue {
  readonly #options: ProjectionQueueOptions;
  readonly #changed = new Map<DocumentId, Changed>();
  readonly #backlog = new Map<DocumentId, number>();
  /** When each was last taken, the newest last; only as long as that matters. */
  readonly #taken = new Map<DocumentId, number>();
  #settled: PromiseWithResolvers<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** When the timer strikes. */
  #wakesAt = Number.POSITIVE_INFINITY;
  /** No batch begins before. */
  #restsUntil = 0;
  #running: Promise<void> | undefined;
  #inHand = 0;
  #retryMs = FIRST_RETRY_MS;
  #isClosed = false;

  constructor(options: ProjectionQueueOptions) {
    this.#options = options;
  }

  /** How many documents wait or are being projected. */
  get size(): number {
    return this.#changed.size + this.#backlog.size + this.#inHand;
  }

  /** Has changed just now. */
  add(documentIds: Iterable<DocumentId>): void {
    const at = this.#options.now();
    for (const documentId of documentIds) {
      const turn = this.#changed.get(documentId) ?? this.#turnOf(documentId);
      this.#changed.set(documentId, { ...turn, at });
      this.#backlog.delete(documentId);
      this.#wake(turn.due);
    }
  }

  /** Is to be projected when nothing else is. */
  addLater(documentIds: Iterable<DocumentId>): void {
    const at = this.#options.now();
    for (const documentId of documentIds) {
      if (!this.#changed.has(documentId)) this.#backlog.set(documentId, at);
    }
    if (this.#backlog.size > 0) this.#wake(performance.now());
  }

  /** Resolves when nothing waits any more, or when the queue is closed. */
  settled(): Promise<void> {
    if (this.size === 0 || this.#isClosed) return Promise.resolve();
    this.#settled ??= Promise.withResolvers();
    return this.#settled.promise;
  }

  /** Lets what is in hand end, and drops the rest. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
    this.#settled?.resolve();
  }

  #turnOf(documentId: DocumentId): Omit<Changed, 'at'> {
    const from = (this.#taken.get(documentId) ?? Number.NEGATIVE_INFINITY) + BETWEEN_MS;
    return { from, due: Math.max(performance.now() + GATHER_MS, from) };
  }

  /** Sees to it that a batch begins at that time, or before. */
  #wake(wanted: number): void {
    if (this.#isClosed || this.#running !== undefined) return;
    const at = Math.max(wanted, this.#restsUntil);
    if (at >= this.#wakesAt) return;
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    this.#timer = setTimeout(() => this.#begin(), Math.ceil(at - performance.now()));
  }

  #begin(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      this.#wake(this.#nextDue());
    });
  }

  #nextDue(): number {
    if (this.#backlog.size > 0) return performance.now();
    return Math.min(...this.#changed.values().map(({ due }) => due));
  }

  async #run(): Promise<void> {
    const batch = this.#take();
    // A timer may strike a moment early; then there is nothing yet.
    if (batch.length === 0) return;
    const startedAt = performance.now();
    try {
      await this.#options.project(batch);
      this.#retryMs = FIRST_RETRY_MS;
      if (this.#changed.size > 0) this.#rest(restAfter(performance.now() - startedAt));
    } catch (error) {
      const pauseMs = this.#retryMs;
      this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
      this.#rest(pauseMs);
      this.#putBack(batch);
      if (!this.#isClosed) this.#options.failed(error, pauseMs);
    }
    this.#inHand = 0;
    if (this.size > 0) return;
    this.#settled?.resolve();
    this.#settled = undefined;
  }

  #rest(ms: number): void {
    this.#restsUntil = performance.now() + ms;
  }

  /** What has changed and may be projected, in the order of changes; else what was due at the start. */
  #take(): readonly Waiting[] {
    const now = performance.now();
    const ready = this.#changed.entries().filter(([, { from }]) => from <= now);
    const changed = [...ready.take(BATCH)].map(([documentId, { at }]) => ({ documentId, at }));
    const backlog = this.#backlog.entries().map(([documentId, at]) => ({ documentId, at }));
    const batch = changed.length > 0 ? changed : [...backlog.take(BATCH)];
    for (const { documentId } of batch) {
      this.#changed.delete(documentId);
      this.#backlog.delete(documentId);
      this.#taken.delete(documentId);
      this.#taken.set(documentId, now);
    }
    for (const [documentId, at] of this.#taken) {
      if (at + BETWEEN_MS > now) break;
      this.#taken.delete(documentId);
    }
    this.#inHand = batch.length;
    return batch;
  }

  #putBack(batch: readonly Waiting[]): void {
    for (const { documentId, at } of batch) {
      if (!this.#changed.has(documentId)) this.#changed.set(documentId, { at, from: 0, due: 0 });
    }
  }
}

function restAfter(tookMs: number): number {
  return Math.min(REST_FACTOR * tookMs, LONGEST_REST_MS);
}
