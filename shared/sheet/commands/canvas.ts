/**
 * tldraw's own records, each a `Y.Map` with one key for each property that people change
 * independently. The canvas binding alone calls these, and decides what the keys hold.
 */
import * as Y from 'yjs';
import type { Command } from '../../document/commands/command.ts';
import { setRegister } from '../../document/commands/write.ts';
import { isJsonRecord, storedJson } from '../../document/schema/json.ts';
import { collectionOf } from '../schema/roots.ts';

export type CanvasValue =
  | null
  | boolean
  | number
  | string
  | readonly CanvasValue[]
  | { readonly [key: string]: CanvasValue };

/**
 * Adds a record or changes some of its keys; an undefined value removes the key, undefined deeper
 * down is left out. Refused (`illTyped`) when a value is not JSON.
 */
export function putCanvasRecord(
  id: string,
  keys: Readonly<Record<string, CanvasValue | undefined>>,
): Command {
  return (doc) => {
    const values = Object.entries(keys).map(([key, value]) => [key, storedJson(value)] as const);
    const bad = values.find(
      ([key, value]) => value !== undefined && !isJsonRecord({ [key]: value }),
    );
    if (bad !== undefined) return { refused: 'illTyped', field: bad[0] };
    return {
      apply: () => {
        const records = collectionOf(doc, 'canvas');
        const stored = records.get(id);
        if (stored instanceof Y.Map) {
          for (const [key, value] of values) setRegister(stored, key, value);
        } else {
          const present = values.filter(([, value]) => value !== undefined);
          records.set(id, new Y.Map<unknown>(present));
        }
      },
    };
  };
}

export function removeCanvasRecord(id: string): Command {
  return (doc) =>
    collectionOf(doc, 'canvas').has(id)
      ? { apply: () => collectionOf(doc, 'canvas').delete(id) }
      : { refused: 'gone' };
}
