/** Reads of a tldraw store that no reactive computation should follow. */
import type { TLShape, TLStore } from 'tldraw';
import { kindOfId } from './recordCheck.ts';
import type { BoardRecord } from './storedRecord.ts';

/** The shared record under an id; undefined when there is none, or when it is no shared kind. */
export function boardRecord(store: TLStore, id: string): BoardRecord | undefined {
  if (kindOfId(id) === undefined) return undefined;
  const record = store.unsafeGetWithoutCapture(id as BoardRecord['id']);
  return record !== undefined && isBoardRecord(record) ? record : undefined;
}

export function boardRecords(store: TLStore): readonly BoardRecord[] {
  return store.allRecords().filter(isBoardRecord);
}

export function boardShapes(store: TLStore): readonly TLShape[] {
  return boardRecords(store).filter((record) => record.typeName === 'shape');
}

function isBoardRecord(record: { readonly typeName: string }): record is BoardRecord {
  return ['shape', 'binding', 'asset'].includes(record.typeName);
}
