/**
 * Which of the nodes there were are which of the nodes there are now. What is paired keeps its
 * place in the shared document, with what others are writing in it; the rest is removed or added.
 */
import type { Node as PmNode } from '@tiptap/pm/model';
import { isAlike } from './alike.ts';

/** Pairs of indices, both growing. */
export type Pairs = readonly (readonly [before: number, after: number])[];

/** Above this many possible pairs (a paste over a whole section) only the ends are compared. */
const MAX_PAIRS = 40_000;

/** The pairing that keeps the most alike: of all that keep the order, the one of greatest sum. */
export function align(before: readonly PmNode[], after: readonly PmNode[]): Pairs {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    isSame(before[before.length - 1 - end], after[after.length - 1 - end])
  ) {
    end += 1;
  }
  const middle = alignMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from(
      { length: end },
      (_, index) => [before.length - end + index, after.length - end + index] as const,
    ),
  ];
}

function alignMiddle(before: readonly PmNode[], after: readonly PmNode[]): Pairs {
  const width = after.length + 1;
  if (before.length * after.length > MAX_PAIRS) return [];
  // best[i * width + j]: the greatest sum for before[i…] and after[j…].
  const best = new Float64Array((before.length + 1) * width);
  const likeness = (i: number, j: number): number => {
    const [a, b] = [before[i], after[j]];
    return a === undefined || b === undefined ? 0 : likenessOf(a, b);
  };
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const scores = new Float64Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const score = likeness(i, j);
      scores[i * after.length + j] = score;
      const paired = score > 0 ? score + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const score = scores[i * after.length + j] ?? 0;
    if (score > 0 && at(i, j) === score + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

function isSame(a: PmNode | undefined, b: PmNode | undefined): boolean {
  return a !== undefined && b !== undefined && isAlike(a, b);
}

/** 0 for nodes that cannot be the same, more the more of their content they share. */
function likenessOf(a: PmNode, b: PmNode): number {
  if (a.type !== b.type) return 0;
  if (a === b) return 100;
  if (a.isTextblock) return 1 + 50 * shareOfText(a.textContent, b.textContent);
  return 1 + 50 * shareOfChildren(a, b);
}

/** How much of the longer text is the common start and end of both. */
function shareOfText(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (longer === 0) return 1;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return (start + end) / longer;
}

/** How many of the children are the same, or else alike in their words. */
function shareOfChildren(a: PmNode, b: PmNode): number {
  const theirs = new Set(b.content.content);
  const same = a.content.content.filter((child) => theirs.has(child)).length;
  const share = same / Math.max(a.childCount, b.childCount, 1);
  return Math.max(share, shareOfText(a.textContent, b.textContent));
}
