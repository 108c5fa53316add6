/**
 * Which documents wait to be projected, and when their turn comes.
 *
 * - Changes that come close upon each other are projected together; a document that is changed all
 *   the time is projected again and again, with pauses.
 * - What has just changed goes before what was due when the server started.
 * - A projection that fails is tried again, after a pause that doubles up to a limit.
 */
import type { DocumentId } from './port.ts';

/** A document and when it changed, in milliseconds since 1970. */
export interface Waiting {
  readonly documentId: DocumentId;
  readonly at: number;
}

export interface ProjectionQueueOptions {
  /** Projects a batch, whole. */
  readonly project: (batch: readonly Waiting[]) => Promise<void>;
  readonly failed: (error: unknown, retryInMs: number) => void;
  readonly now: () => number;
}

/** So long a change waits for others. */
const GATHER_MS = 120;
/**
 * After a projection the next one waits this many times as long as it took, to leave time to others;
 * never less than this, so that a sheet that thirty people write on is read a few times a second.
 */
const REST_FACTOR = 2;
const SHORTEST_REST_MS = 300;
const LONGEST_REST_MS = 400;
/** Documents in one batch: what has just changed waits for no more than that. */
const BATCH = 16;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

export class ProjectionQueue {
  readonly #options: ProjectionQueueOptions;
  readonly #changed = new Map<DocumentId, number>();
  readonly #backlog = new Map<DocumentId, number>();
  #settled: PromiseWithResolvers<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
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
      this.#changed.set(documentId, at);
      this.#backlog.delete(documentId);
    }
    this.#wake(GATHER_MS);
  }

  /** Is to be projected when nothing else is. */
  addLater(documentIds: Iterable<DocumentId>): void {
    const at = this.#options.now();
    for (const documentId of documentIds) {
      if (!this.#changed.has(documentId)) this.#backlog.set(documentId, at);
    }
    this.#wake(0);
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

  #wake(afterMs: number): void {
    if (this.#isClosed || this.#timer !== undefined || this.#running !== undefined) return;
    if (this.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#running = this.#run().finally(() => {
        this.#running = undefined;
      });
    }, afterMs);
  }

  async #run(): Promise<void> {
    const batch = this.#take();
    const startedAt = performance.now();
    let pauseMs = 0;
    try {
      await this.#options.project(batch);
      this.#retryMs = FIRST_RETRY_MS;
      if (this.#changed.size > 0) pauseMs = restAfter(performance.now() - startedAt);
    } catch (error) {
      pauseMs = this.#retryMs;
      this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
      this.#putBack(batch);
      if (!this.#isClosed) this.#options.failed(error, pauseMs);
    }
    this.#inHand = 0;
    this.#running = undefined;
    this.#wake(pauseMs);
    if (this.size > 0) return;
    this.#settled?.resolve();
    this.#settled = undefined;
  }

  /** What changed first goes first. */
  #take(): readonly Waiting[] {
    const from = this.#changed.size > 0 ? this.#changed : this.#backlog;
    const batch = [...from.entries().take(BATCH)].map(([documentId, at]) => ({ documentId, at }));
    for (const { documentId } of batch) from.delete(documentId);
    this.#inHand = batch.length;
    return batch;
  }

  #putBack(batch: readonly Waiting[]): void {
    for (const { documentId, at } of batch) {
      if (!this.#changed.has(documentId)) this.#changed.set(documentId, at);
    }
  }
}

function restAfter(tookMs: number): number {
  return Math.min(Math.max(SHORTEST_REST_MS, REST_FACTOR * tookMs), LONGEST_REST_MS);
}
