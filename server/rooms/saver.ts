/**
 * Carries one room's updates to the journal, in order, and knows which of them are durable.
 * One append is under way at a time; what comes meanwhile goes into the next. An append that
 * fails loses nothing: its updates wait, ahead of newer ones, and are tried again.
 */
import type { SheetId } from '../../shared/ids/ids.ts';
import type { Journal } from '../journal/port.ts';
import type { RoomLimits } from './limits.ts';

export interface SaverOptions {
  readonly sheetId: SheetId;
  readonly journal: Journal;
  readonly limits: Pick<RoomLimits, 'unsavedBytes' | 'retryFirstMs' | 'retryMaxMs'>;
  /** More is durable than before. */
  readonly saved: (count: number, bytes: number, durationMs: number) => void;
  /** The store stopped working, works again, or more waits for it than memory should hold. */
  readonly troubled: (trouble: SaverTrouble, error?: unknown) => void;
}

export type SaverTrouble = 'store.unavailable' | 'store.recovered' | 'store.overfull';

export class Saver {
  readonly #options: SaverOptions;
  #inFlight: readonly Uint8Array[] = [];
  #waiting: Uint8Array[] = [];
  #unsavedBytes = 0;
  #added = 0;
  #durable = 0;
  #attempt: Promise<void> | undefined;
  #failure: { readonly error: unknown; readonly pauseMs: number } | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  /** How many updates were ever added; the number of the newest one. */
  get added(): number {
    return this.#added;
  }

  /** The number of the newest update that is durable together with all before it. */
  get durable(): number {
    return this.#durable;
  }

  get isStalled(): boolean {
    return this.#failure !== undefined;
  }

  get isOverfull(): boolean {
    return this.#unsavedBytes > this.#options.limits.unsavedBytes;
  }

  /** The updates that are not durable yet, oldest first. */
  unsaved(): readonly Uint8Array[] {
    return [...this.#inFlight, ...this.#waiting];
  }

  /** Takes an update over; the bytes must not change afterwards. `save` begins the storing. */
  add(update: Uint8Array): void {
    const wasOverfull = this.isOverfull;
    this.#waiting.push(update);
    this.#added += 1;
    this.#unsavedBytes += update.length;
    if (this.isOverfull && !wasOverfull) this.#options.troubled('store.overfull');
  }

  /** Begins storing what waits, unless that goes on already or pauses after a failure. */
  save(): void {
    if (this.#isStopped || this.#attempt !== undefined || this.#retry !== undefined) return;
    if (this.#waiting.length > 0) void this.#start();
  }

  /** Resolves when all that was added is durable; rejects when the store refuses it now. */
  async flush(): Promise<void> {
    while (this.#durable < this.#added) {
      const before = this.#durable;
      clearTimeout(this.#retry);
      this.#retry = undefined;
      await (this.#attempt ?? this.#start());
      if (this.#durable === before && this.#failure !== undefined) throw this.#failure.error;
    }
  }

  /** Stops trying. What is not durable by now stays in `unsaved`. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  #start(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#inFlight = batch;
    this.#attempt = this.#append(batch);
    return this.#attempt;
  }

  async #append(batch: readonly Uint8Array[]): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.#options.journal.append(this.#options.sheetId, batch);
    } catch (error) {
      this.#fail(batch, error);
      return;
    }
    const bytes = batch.reduce((sum, update) => sum + update.length, 0);
    this.#attempt = undefined;
    this.#inFlight = [];
    this.#durable += batch.length;
    this.#unsavedBytes -= bytes;
    const wasStalled = this.isStalled;
    this.#failure = undefined;
    this.#options.saved(batch.length, bytes, performance.now() - startedAt);
    if (wasStalled) this.#options.troubled('store.recovered');
    this.save();
  }

  #fail(batch: readonly Uint8Array[], error: unknown): void {
    const { retryFirstMs, retryMaxMs } = this.#options.limits;
    const pauseMs = Math.min((this.#failure?.pauseMs ?? retryFirstMs / 2) * 2, retryMaxMs);
    const wasStalled = this.isStalled;
    this.#attempt = undefined;
    this.#inFlight = [];
    this.#waiting = [...batch, ...this.#waiting];
    this.#failure = { error, pauseMs };
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.save();
    }, pauseMs);
    if (!wasStalled) this.#options.troubled('store.unavailable', error);
  }
}
