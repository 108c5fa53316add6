/**
 * The order of shapes within a parent. What the user puts somewhere gets a jittered key, so that two
 * people who draw at the same moment do not mint the same one. Keys that are equal or no keys at all
 * are repaired for showing, alike for everybody and without writing. Pure.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { T } from 'tldraw';
import { byOrder, freshKeys, keysBetween, type Ordered } from '../../../shared/document/order.ts';
import type { RandomBytes } from '../../../shared/ids/ids.ts';

/** A key this long was not made by ordering things by hand. */
const LONGEST_KEY = 256;

/** The answers so far: every key is asked about whenever one of its siblings comes or goes. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** Whether tldraw, and we, can put other keys beside this one. */
export function isIndexKey(index: unknown): index is string {
  if (typeof index !== 'string' || index.length > LONGEST_KEY) return false;
  const answer = known.get(index) ?? (T.indexKey.isValid(index) && hasRoomAbove(index));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(index, answer);
  return answer;
}

function hasRoomAbove(index: string): boolean {
  try {
    return generateKeyBetween(index, null) > index;
  } catch {
    return false;
  }
}

/**
 * The index with which each sibling is shown: its own wherever that is a key and nobody's before it,
 * otherwise one that keeps the order by index and id. The same siblings give the same answer.
 */
export function repairedIndices(siblings: readonly Ordered[]): ReadonlyMap<string, string> {
  const sorted = [...siblings].sort(byOrder);
  const indices = new Map<string, string>();
  let below: string | null = null;
  let waiting: Ordered[] = [];
  const place = (above: string | null): boolean => {
    const keys = plainKeysBetween(below, above, waiting.length);
    waiting.forEach(({ id }, index) => {
      indices.set(id, keys?.[index] ?? '');
    });
    waiting = [];
    return keys !== undefined;
  };
  for (const sibling of sorted) {
    const { id, order } = sibling;
    if (!isIndexKey(order) || order === below) {
      waiting.push(sibling);
      continue;
    }
    if (waiting.length > 0 && !place(order)) return allFresh(sorted);
    indices.set(id, order);
    below = order;
  }
  return waiting.length > 0 && !place(null) ? allFresh(sorted) : indices;
}

function allFresh(sorted: readonly Ordered[]): ReadonlyMap<string, string> {
  const keys = freshKeys(sorted.length);
  return new Map(sorted.map(({ id }, index) => [id, keys[index] ?? '']));
}

function plainKeysBetween(
  below: string | null,
  above: string | null,
  count: number,
): readonly string[] | undefined {
  try {
    const keys = generateNKeysBetween(below, above, count);
    return keys.every(isIndexKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Jittered keys for the siblings that the user has put in their places: each run of them between
 * the neighbours that stayed. A run whose neighbours leave no room is left out.
 */
export function mintedIndices(
  siblings: readonly Ordered[],
  isMoved: (id: string) => boolean,
  random: RandomBytes,
): ReadonlyMap<string, string> {
  const minted = new Map<string, string>();
  let below: string | null = null;
  let run: Ordered[] = [];
  const mint = (above: string | null) => {
    const keys = run.length === 0 ? [] : keysBetween(below, above, run.length, random);
    run.forEach(({ id }, index) => {
      const key = keys?.[index];
      if (key !== undefined && isIndexKey(key)) minted.set(id, key);
    });
    run = [];
  };
  for (const sibling of [...siblings].sort(byOrder)) {
    if (isMoved(sibling.id)) run.push(sibling);
    else {
      mint(sibling.order);
      below = sibling.order;
    }
  }
  mint(null);
  return minted;
}
