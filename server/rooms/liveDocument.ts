/**
 * The live document of a room and the only code that applies bytes to it.
 *
 * Yjs sometimes writes by itself: after formatting by others it removes marks that became useless.
 * `takeOwn` hands out such updates, so that the document never holds what was not also stored and
 * sent on.
 */
import * as Y from 'yjs';
import type { StoredDocument } from '../journal/port.ts';
import { EncodedState } from './encodedState.ts';

/** Applying an update threw, or left something hanging: the document must be built anew. */
export class BrokenDocument extends Error {
  override readonly name = 'BrokenDocument';
}

/** Marks transactions that bring in what others wrote. */
const REMOTE = Symbol('remote');

export type ApplyUpdate = (doc: Y.Doc, update: Uint8Array, origin: unknown) => void;

export class LiveDocument {
  readonly doc = new Y.Doc();
  readonly #applyUpdate: ApplyUpdate;
  #own: Uint8Array[] = [];
  #encoded: EncodedState | undefined;
  #sizeEstimate = 0;

  constructor(applyUpdate: ApplyUpdate = Y.applyUpdate) {
    this.#applyUpdate = applyUpdate;
    // Yjs encodes a transaction only when somebody listens: not for those whose bytes are here.
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin !== REMOTE) this.doc.on('update', this.#keepOwn);
    });
    this.doc.on('afterAllTransactions', () => this.doc.off('update', this.#keepOwn));
  }

  /** The state for whoever asks now. */
  encoded(): EncodedState {
    if (this.#encoded?.isStale(performance.now()) === true) this.#encoded = undefined;
    this.#encoded ??= new EncodedState(this.doc);
    return this.#encoded;
  }

  /** Fills a new document; `later` are updates that the store does not hold yet. */
  fill(stored: StoredDocument | undefined, later: readonly Uint8Array[]): void {
    const updates = [stored?.snapshot, ...(stored?.updates ?? []), ...later];
    // One transaction: the tidying after it runs once, not for each update.
    this.doc.transact(() => {
      for (const update of updates) if (update !== undefined) this.apply(update);
    }, REMOTE);
  }

  /** Applies an update whose effect has been checked; throws `BrokenDocument`. */
  apply(update: Uint8Array): void {
    try {
      this.#applyUpdate(this.doc, update, REMOTE);
    } catch (error) {
      throw new BrokenDocument('applying threw', { cause: error });
    }
    this.#changed(update);
  }

  /** What the server itself wrote since the last call, in order; it is applied already. */
  takeOwn(): readonly Uint8Array[] {
    const own = this.#own;
    this.#own = [];
    return own;
  }

  /** Whether something was left hanging, which a checked update never does. */
  get hasPending(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }

  /** Leaves out what hangs in the air after `fill`; `found` is called when there was something. */
  setPendingAside(found: () => void): void {
    if (!this.hasPending) return;
    this.doc.store.pendingStructs = null;
    this.doc.store.pendingDs = null;
    found();
  }

  /** A copy to try something on. */
  copy(): Y.Doc {
    const copy = new Y.Doc();
    const { bytes, tail } = this.encoded();
    copy.transact(() => {
      for (const update of [bytes, ...tail]) Y.applyUpdate(copy, update);
    });
    return copy;
  }

  /** Whether the document would outgrow `limit` bytes by so many more; exact near the limit only. */
  wouldOutgrow(limit: number, bytes: number): boolean {
    if (this.#sizeEstimate + bytes <= limit) return false;
    const { bytes: encoded, tail } = this.encoded();
    this.#sizeEstimate = tail.reduce((sum, update) => sum + update.length, encoded.length);
    return this.#sizeEstimate + bytes > limit;
  }

  destroy(): void {
    this.doc.destroy();
  }

  readonly #keepOwn = (update: Uint8Array, origin: unknown): void => {
    if (origin === REMOTE) return;
    this.#own.push(update);
    this.#changed(update);
  };

  #changed(update: Uint8Array): void {
    this.#sizeEstimate += update.length;
    if (this.#encoded?.advance(update, performance.now()) === false) this.#encoded = undefined;
  }
}
