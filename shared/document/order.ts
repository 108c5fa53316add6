/**
 * The order of rows as jittered fractional indices: a moved row gets a key between its new
 * neighbours' keys, so that two people who move different rows never disagree. 30 random bits
 * keep two people who add in the same gap at the same moment from minting the same key; if keys
 * are equal all the same, rows are read in order of id, alike for everybody.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { RandomBytes } from '../ids/ids.ts';

const JITTER_BITS = 30;

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** By order, then by id: the one order in which everybody reads rows. */
export function byOrder(a: Ordered, b: Ordered): number {
  return compare(a.order, b.order) || compare(a.id, b.id);
}

/**
 * A key that sorts between two keys; null is the open end. Undefined when there is none, because
 * the keys are equal, out of order or not keys at all: then the rows want `freshKeys`.
 */
export function keyBetween(
  before: string | null,
  after: string | null,
  random: RandomBytes,
): string | undefined {
  try {
    const [low, high] = gap(before, after);
    const key = jittered(low, high, random);
    // Of a text that is no key but looks like one the library makes keys that lie elsewhere.
    return (before ?? '') < key && (after === null || key < after) ? key : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `count` keys in order between two keys, spread over the gap; undefined as for `keyBetween`. Made
 * at once they stay short, where one after the other in one gap they would grow.
 */
export function keysBetween(
  before: string | null,
  after: string | null,
  count: number,
  random: RandomBytes,
): readonly string[] | undefined {
  if (count === 1) {
    const key = keyBetween(before, after, random);
    return key === undefined ? undefined : [key];
  }
  try {
    const fences = generateNKeysBetween(before, after, count + 1);
    const keys = fences
      .slice(1)
      .map((fence, index) => keyBetween(fences[index] ?? null, fence, random));
    const isBetween = keys.every(
      (key) => key !== undefined && (before ?? '') < key && (after === null || key < after),
    );
    return isBetween ? keys.filter((key) => key !== undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** New keys for `count` rows in their present order, when their old keys leave no room. */
export function freshKeys(count: number): readonly string[] {
  return generateNKeysBetween(null, null, count);
}

/** Rows that have their order from where they stand, with keys that say so. */
export function inOrder<R extends object>(
  rows: readonly R[],
): readonly (R & { readonly order: string })[] {
  const keys = freshKeys(rows.length);
  return rows.map((row, index) => ({ ...row, order: keys[index] ?? '' }));
}

/** At an open end a whole step is taken first, so that keys stay short however many are added. */
function gap(before: string | null, after: string | null): [string, string] {
  if (before !== null && after !== null) return [before, after];
  if (after !== null) {
    const high = generateKeyBetween(null, after);
    return [generateKeyBetween(null, high), high];
  }
  const low = generateKeyBetween(before, null);
  return [low, generateKeyBetween(low, null)];
}

function jittered(low: string, high: string, random: RandomBytes): string {
  const bytes = random(Math.ceil(JITTER_BITS / 8));
  let [lower, upper] = [low, high];
  let key = generateKeyBetween(lower, upper);
  for (let bit = 0; bit < JITTER_BITS; bit += 1) {
    if (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) lower = key;
    else upper = key;
    key = generateKeyBetween(lower, upper);
  }
  return key;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
