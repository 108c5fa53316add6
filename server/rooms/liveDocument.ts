/**
 * The live document of a room and the only code that applies bytes to it. What it reports through
 * `produced` is everything that the document holds beyond what it was loaded with.
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

export interface LiveDocumentOptions {
  /** Called with each update that the server itself caused, such as Yjs' own tidying up. */
  readonly produced: (update: Uint8Array) => void;
  readonly applyUpdate?: ApplyUpdate | undefined;
}

export class LiveDocument {
  readonly doc = new Y.Doc();
  readonly #produced: (update: Uint8Array) => void;
  readonly #applyUpdate: ApplyUpdate;
  #encoded: EncodedState | undefined;
  #sizeEstimate = 0;

  constructor({ produced, applyUpdate = Y.applyUpdate }: LiveDocumentOptions) {
    this.#produced = produced;
    this.#applyUpdate = applyUpdate;
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin !== REMOTE) this.#reportOwn();
    });
    this.doc.on('afterAllTransactions', () => this.doc.off('update', this.#report));
  }

  /** The state as it is now, encoded once for all who ask before the next change. */
  encoded(): EncodedState {
    this.#encoded ??= new EncodedState(this.doc);
    return this.#encoded;
  }

  /** Fills a new document; `later` are updates that the store does not hold yet. */
  fill(stored: StoredDocument | undefined, later: readonly Uint8Array[]): void {
    const updates = [stored?.snapshot, ...(stored?.updates ?? []), ...later];
    // One transaction: observers and the tidying after it run once, not for each update.
    this.doc.transact(() => {
      for (const update of updates) if (update !== undefined) this.apply(update);
    }, REMOTE);
  }

  /** Applies an update whose effect has been checked; throws `BrokenDocument`. */
  apply(update: Uint8Array): void {
    this.#encoded = undefined;
    this.#sizeEstimate += update.length;
    try {
      this.#applyUpdate(this.doc, update, REMOTE);
    } catch (error) {
      throw new BrokenDocument('applying threw', { cause: error });
    }
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

  /** Whether the document would outgrow `limit` bytes by so many more; exact near the limit only. */
  wouldOutgrow(limit: number, bytes: number): boolean {
    if (this.#sizeEstimate + bytes <= limit) return false;
    this.#sizeEstimate = this.encoded().bytes.length;
    return this.#sizeEstimate + bytes > limit;
  }

  destroy(): void {
    this.doc.destroy();
  }

  /**
   * Has Yjs encode this one transaction: nothing is encoded for remote ones, whose bytes are here
   * already. After remote formatting Yjs removes marks that became useless, for instance.
   */
  #reportOwn(): void {
    this.#encoded = undefined;
    this.doc.on('update', this.#report);
  }

  readonly #report = (update: Uint8Array, origin: unknown): void => {
    if (origin !== REMOTE) this.#produced(update);
  };
}
