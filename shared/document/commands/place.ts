/** Where a row goes among the others of its collection, as order keys. */
import * as Y from 'yjs';
import { byOrder, freshKeys, keysBetween, type Ordered } from '../order.ts';
import type { Writer } from './command.ts';
import { setRegister } from './write.ts';

/** Where in its collection a row goes: right after a row, or first (`null`); absent: last. */
export interface Place {
  readonly after?: string | null;
}

/** The rows of a collection as everybody reads them. */
export function orderedRows(map: Y.Map<unknown>): readonly Ordered[] {
  const rows: Ordered[] = [];
  for (const [id, entity] of map) {
    if (!(entity instanceof Y.Map)) continue;
    const order: unknown = entity.get('order');
    rows.push({ id, order: typeof order === 'string' ? order : '' });
  }
  return rows.sort(byOrder);
}

/** Order keys for the place; where the neighbours' keys leave no room, all rows get new ones. */
export function roomsAfter(
  map: Y.Map<unknown>,
  moving: string | undefined,
  place: Place,
  count: number,
  writer: Writer,
): readonly string[] {
  const rows = orderedRows(map).filter((row) => row.id !== moving);
  const at = indexAfter(rows, place);
  const [above, below] = [rows[at - 1]?.order ?? null, rows[at]?.order ?? null];
  const keys = keysBetween(above, below, count, writer.random);
  if (keys !== undefined) return keys;
  const fresh = freshKeys(rows.length);
  rows.forEach((row, index) => {
    const entity = map.get(row.id);
    if (entity instanceof Y.Map) setRegister(entity, 'order', fresh[index]);
  });
  return keysBetween(fresh[at - 1] ?? null, fresh[at] ?? null, count, writer.random) ?? [];
}

function indexAfter(rows: readonly Ordered[], place: Place): number {
  if (place.after === null) return 0;
  if (place.after === undefined) return rows.length;
  const found = rows.findIndex((row) => row.id === place.after);
  return found === -1 ? rows.length : found + 1;
}
