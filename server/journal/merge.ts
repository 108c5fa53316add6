/**
 * Many updates as one: the pure core of compaction. What it returns holds every struct and every
 * deletion that went in, which is checked on the bytes that come out before anybody drops the
 * bytes that went in. Content that was deleted is left out (Yjs' garbage collection).
 */
import * as Y from 'yjs';
import type { StoredDocument } from './port.ts';

/** The merged bytes would lack something; never expected, and reason to keep the log as it is. */
export class MergeLoss extends Error {
  override readonly name = 'MergeLoss';
}

/** One update that stands for all of a stored document. Throws MergeLoss or what Yjs throws. */
export function mergeStored(
  stored: Pick<StoredDocument, 'snapshot' | 'updates'>,
  merge: (parts: readonly Uint8Array[]) => Uint8Array = mergeThroughDocument,
): Uint8Array {
  const parts = stored.snapshot === undefined ? [] : [stored.snapshot];
  parts.push(...stored.updates);
  const state = merge(parts);
  assertHoldsAll(state, parts);
  return state;
}

/**
 * Throws MergeLoss unless `state` covers every struct and every deletion of each part. Structs
 * that wait for a missing predecessor count too: they stay in the state as they were.
 */
export function assertHoldsAll(state: Uint8Array, parts: readonly Uint8Array[]): void {
  const have = coverageOf([state]);
  const need = coverageOf(parts);
  assertWithin(need.structs, have.structs, 'struct');
  assertWithin(need.deletions, have.deletions, 'deletion');
}

function mergeThroughDocument(parts: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc({ gc: true });
  try {
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part);
    });
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/** Client → half-open ranges of clocks, sorted and merged. */
type Ranges = ReadonlyMap<number, readonly Range[]>;

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Coverage {
  readonly structs: Ranges;
  readonly deletions: Ranges;
}

function coverageOf(updates: readonly Uint8Array[]): Coverage {
  const structs = new Map<number, Range[]>();
  const deletions = new Map<number, Range[]>();
  for (const update of updates) {
    const decoded = Y.decodeUpdate(update);
    for (const struct of decoded.structs) {
      // A skip marks a hole: nothing is there.
      if (struct instanceof Y.Skip) continue;
      add(structs, struct.id.client, struct.id.clock, struct.length);
    }
    for (const [client, items] of decoded.ds.clients) {
      for (const item of items) add(deletions, client, item.clock, item.len);
    }
  }
  return { structs: merged(structs), deletions: merged(deletions) };
}

function add(ranges: Map<number, Range[]>, client: number, from: number, length: number): void {
  const range = { from, to: from + length };
  const existing = ranges.get(client);
  if (existing === undefined) ranges.set(client, [range]);
  else existing.push(range);
}

function merged(ranges: ReadonlyMap<number, readonly Range[]>): Ranges {
  return new Map([...ranges].map(([client, unsorted]) => [client, mergedOf(unsorted)]));
}

function mergedOf(unsorted: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of unsorted.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || range.from > last.to) result.push(range);
    else if (range.to > last.to) result[result.length - 1] = { from: last.from, to: range.to };
  }
  return result;
}

function assertWithin(need: Ranges, have: Ranges, what: string): void {
  for (const [client, ranges] of need) {
    const present = have.get(client) ?? [];
    for (const { from, to } of ranges) {
      if (!present.some((range) => range.from <= from && to <= range.to)) {
        throw new MergeLoss(`The merged state lacks ${what} ${client}:${from}–${to}.`);
      }
    }
  }
}
