/**
 * tldraw's own records, each a `Y.Map` with one key for each property that people change
 * independently. The canvas binding alone calls these, and decides what the keys hold.
 */
import * as Y from 'yjs';
import { collectionOf } from '../schema/roots.ts';
import type { Command } from './command.ts';
import { setRegister } from './entities.ts';

export type CanvasValue =
  | null
  | boolean
  | number
  | string
  | readonly CanvasValue[]
  | { readonly [key: string]: CanvasValue };

/** Adds a record or changes some of its keys; an undefined value removes the key. */
export function putCanvasRecord(
  id: string,
  keys: Readonly<Record<string, CanvasValue | undefined>>,
): Command {
  return (doc) => ({
    apply: () => {
      const records = collectionOf(doc, 'canvas');
      const stored = records.get(id);
      if (stored instanceof Y.Map) {
        for (const [key, value] of Object.entries(keys)) setRegister(stored, key, value);
      } else {
        const present = Object.entries(keys).filter(([, value]) => value !== undefined);
        records.set(id, new Y.Map<unknown>(present));
      }
    },
  });
}

export function removeCanvasRecord(id: string): Command {
  return (doc) =>
    collectionOf(doc, 'canvas').has(id)
      ? { apply: () => collectionOf(doc, 'canvas').delete(id) }
      : { refused: 'gone' };
}
