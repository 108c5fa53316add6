/** What the server itself writes into a sheet, such as an import: tried on a copy first. */
import * as Y from 'yjs';
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { LiveDocument } from './liveDocument.ts';
import { parseUpdate } from './updateParser.ts';

/**
 * All that `write` did to a copy of the document, as one update; undefined when it did nothing.
 * Throws what `write` throws, `MalformedUpdate` for what no client may send either, and Refusal
 * `sheet.full`; the document itself is untouched in any case.
 */
export function prepareChange(
  live: LiveDocument,
  write: (copy: Y.Doc) => void,
  documentBytes: number,
): Uint8Array | undefined {
  const copy = live.copy();
  const updates: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => updates.push(update));
  write(copy);
  copy.destroy();
  if (updates.length === 0) return undefined;
  const update = Y.mergeUpdates(updates);
  parseUpdate(update);
  if (live.wouldOutgrow(documentBytes, update.length)) throw new Refusal('sheet.full');
  return update;
}
