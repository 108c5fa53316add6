/** A record's keys as they stand in the document, looked at before anybody walks into them. */
import * as Y from 'yjs';
import { toPlain } from '../../../shared/document/schema/fields.ts';
import { isJson } from '../../../shared/document/schema/json.ts';
import type { Keys } from './storedRecord.ts';

/**
 * The plain keys of what is stored under an id; undefined when it is no record of JSON values.
 * Values that are the same objects as in `before` are not looked at again: a moved pen stroke costs
 * its two coordinates.
 */
export function readKeys(stored: unknown, before: Keys = {}): Keys | undefined {
  if (!(stored instanceof Y.Map)) return undefined;
  const keys: [string, unknown][] = [];
  for (const [key, value] of stored as Y.Map<unknown>) {
    if (typeof value === 'object' && value !== null && before[key] === value) {
      keys.push([key, value]);
      continue;
    }
    const plain = toPlain(value);
    if (!isJson(plain)) return undefined;
    keys.push([key, plain]);
  }
  return Object.fromEntries(keys);
}
