/**
 * The durable log of every sheet's updates. An adapter keeps, for each sheet, one snapshot and
 * the updates that came after it. What `append` has resolved for survives `kill -9` and loss of
 * power at any later instant; `tests/contracts` holds the suite that every adapter passes.
 */
import type { SheetId } from '../../shared/ids/ids.ts';

export interface Journal {
  /**
   * All that is durable of a sheet, or undefined when the journal has never heard of it: at least
   * every append that had resolved before. Rejects with a Refusal: `sheet.unreadable` when what is
   * stored is damaged (then nothing is ever written over it: `append` and `compact` refuse too,
   * until a restart), `store.unavailable` when the store cannot be reached.
   */
  load(sheetId: SheetId): Promise<StoredDocument | undefined>;

  /**
   * Adds updates at the end, in order; a sheet that is unknown becomes known. Resolves once they
   * are durable. Appends of all sheets that wait at the same moment share one commit. The arrays
   * are copied before `append` returns. Rejects with Refusal `store.unavailable` (disk full,
   * locked, closed): the log then holds all of these updates or none, and none is the rule; the
   * caller appends them anew, which is harmless because a Yjs update applied twice changes nothing.
   */
  append(sheetId: SheetId, updates: readonly Uint8Array[]): Promise<void>;

  /**
   * Replaces the snapshot and drops the updates numbered up to and including `through`, in one
   * transaction; later updates stay. `state` must hold everything those updates and the old
   * snapshot held. Does nothing when a newer snapshot has come meanwhile. A `through` beyond the
   * last update is a bug and rejects with an Error that is no Refusal.
   */
  compact(sheetId: SheetId, through: number, state: Uint8Array): Promise<void>;

  /** Resolves when a write and a read have worked; rejects with Refusal `store.unavailable`. */
  check(): Promise<void>;
}

/** The arrays are the caller's own; several may view one buffer. */
export interface StoredDocument {
  /** The newest snapshot as a Yjs update, and the updates after it in the order appended. */
  readonly snapshot: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
  /** The number of the last update (0 when there has been none): what `compact` takes. */
  readonly lastSeq: number;
}
