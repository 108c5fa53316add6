/** What rooms tell of themselves: numbers for metrics, events for logs; never content or keys. */
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { SheetId } from '../../shared/ids/ids.ts';

export interface RoomObserver {
  /** A room came alive; the log it read had so many updates after its snapshot. */
  loaded(sheetId: SheetId, updates: number, bytes: number): void;
  unloaded(sheetId: SheetId): void;
  /** An update of so many bytes was taken from a client and sent on. */
  updateTaken(bytes: number): void;
  /** One append, of all that waited in a room. */
  appended(sheetId: SheetId, updates: number, bytes: number, durationMs: number): void;
  /** A connection was ended by the server. */
  refused(sheetId: SheetId, code: ErrorCode): void;
  /** Something that an operator should know of. */
  problem(sheetId: SheetId, what: RoomProblem, error?: unknown): void;
}

export type RoomProblem =
  | 'store.unavailable'
  | 'store.recovered'
  | 'store.overfull'
  | 'document.pending'
  | 'document.rebuilt'
  | 'document.rebuildFailed'
  | 'handler.threw';
