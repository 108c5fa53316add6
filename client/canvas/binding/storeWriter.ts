/**
 * Gives the store what the document and others' drags say, as one merge: removals, then records.
 * What the store changes by itself in return (an arrow lets go of a shape that is gone, a group of
 * one dissolves) is told apart from what the user does.
 */
import type { TLStore } from 'tldraw';
import type { RecordCheck } from './recordCheck.ts';
import { type BoardRecord, isSameRecord, keysOf, recordOf } from './storedRecord.ts';
import { boardRecord } from './storeRecords.ts';
import type { Touched } from './touched.ts';

export interface StoreWriterOptions {
  readonly store: TLStore;
  readonly check: RecordCheck;
  readonly touched: Touched;
  /** What is to be shown under an id, but for what the user is changing. */
  readonly target: (id: string) => BoardRecord | undefined;
  /** The user has changed a record, which was like this before. */
  readonly onUserChange: (id: string, before: BoardRecord | undefined) => void;
  /** A record was removed under the user's hands. */
  readonly onTakenAway: (id: string) => void;
  /** Something that is to be shown, or to go, made tldraw throw. */
  readonly onRefused: (id: string) => void;
}

export class StoreWriter {
  readonly #options: StoreWriterOptions;
  readonly #stops: readonly (() => void)[];
  #isWriting = false;
  readonly #changedMeanwhile = new Set<string>();

  constructor(options: StoreWriterOptions) {
    this.#options = options;
    const { sideEffects } = options.store;
    this.#stops = (['shape', 'binding', 'asset'] as const).flatMap((kind) => [
      sideEffects.registerAfterCreateHandler(kind, ({ id }) => this.#heard(id, undefined)),
      sideEffects.registerAfterChangeHandler(kind, (before) => this.#heard(before.id, before)),
      sideEffects.registerAfterDeleteHandler(kind, (before) => this.#heard(before.id, before)),
    ]);
  }

  /**
   * Makes the store show the target of these records, and of those that the user is changing the
   * keys that the user has left alone. Answers which records the store then changed by itself.
   */
  write(ids: Iterable<string>): ReadonlySet<string> {
    const { store } = this.#options;
    const all = [...ids];
    const gone = all.filter((id) => boardRecord(store, id) !== undefined && this.#isGone(id));
    const records = all.flatMap((id) => this.#wanted(id) ?? []);
    if (gone.length + records.length === 0) return new Set();
    this.#changedMeanwhile.clear();
    this.#isWriting = true;
    try {
      this.#merge(gone, records);
    } catch {
      this.#mergeApart(gone, records);
    } finally {
      this.#isWriting = false;
    }
    return new Set([...this.#changedMeanwhile].filter((id) => this.#isOtherwise(id)));
  }

  #merge(gone: readonly string[], records: readonly BoardRecord[]): void {
    const { store } = this.#options;
    store.mergeRemoteChanges(() => {
      if (gone.length > 0) store.remove(gone as BoardRecord['id'][]);
      store.put([...records]);
    });
  }

  /**
   * One by one, after something in tldraw has thrown: only what it throws at is left out, and said.
   */
  #mergeApart(gone: readonly string[], records: readonly BoardRecord[]): void {
    const tryMerge = (id: string, merge: () => void) => {
      try {
        merge();
      } catch {
        this.#options.onRefused(id);
      }
    };
    for (const id of gone) tryMerge(id, () => this.#merge([id], []));
    for (const record of records) tryMerge(record.id, () => this.#merge([], [record]));
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  #heard(id: string, before: BoardRecord | undefined): void {
    if (this.#isWriting) this.#changedMeanwhile.add(id);
    else this.#options.onUserChange(id, before);
  }

  /** Whether a record in the store must go. What the user is making stays. */
  #isGone(id: string): boolean {
    const { target, touched, onTakenAway } = this.#options;
    if (target(id) !== undefined) return false;
    if (!touched.has(id)) return true;
    if (touched.isMade(id)) return false;
    touched.forget(id);
    onTakenAway(id);
    return true;
  }

  /** The record to put; undefined when there is none, or when the store shows it already. */
  #wanted(id: string): BoardRecord | undefined {
    const { store, touched, target } = this.#options;
    const shown = target(id);
    if (shown === undefined) return undefined;
    const now = boardRecord(store, id);
    if (now === undefined) return touched.has(id) ? undefined : shown;
    const wanted = touched.has(id) ? this.#merged(id, now, shown) : shown;
    return isSameRecord(now, wanted) ? undefined : wanted;
  }

  #merged(id: string, now: BoardRecord, shown: BoardRecord): BoardRecord {
    const { touched, check } = this.#options;
    const merged = recordOf(id, touched.merged(id, keysOf(now), keysOf(shown)));
    return check.valid(merged, now) ?? now;
  }

  #isOtherwise(id: string): boolean {
    const { store, touched, target } = this.#options;
    if (touched.has(id)) return false;
    const [now, shown] = [boardRecord(store, id), target(id)];
    if (now === undefined || shown === undefined) return now !== shown;
    return !isSameRecord(now, shown);
  }
}
