/** Shows another document in the editor by the smallest replacement, so that the rest stays. */
import type { Node as PmNode } from '@tiptap/pm/model';
import { Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { isAlike } from './alike.ts';

/** A transaction that turns the state's document into `next`; without steps when they are alike. */
export function showDoc(state: EditorState, next: PmNode): Transaction {
  const { tr } = state;
  const replacement = replacementFor(state.doc, next, 0);
  if (replacement !== undefined) {
    const { from, to, slice } = replacement;
    tr.step(new ReplaceStep(from, to, slice));
  }
  return tr;
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
}

/**
 * What to put in the place of what. `start` is where the content of `before` begins. The slice is
 * always closed on both sides: whole children, or part of the text of one textblock.
 */
function replacementFor(before: PmNode, next: PmNode, start: number): Replacement | undefined {
  if (before.inlineContent) return inlineReplacement(before, next, start);
  const shorter = Math.min(before.childCount, next.childCount);
  let head = 0;
  let from = start;
  while (head < shorter && isAlike(before.child(head), next.child(head))) {
    from += before.child(head).nodeSize;
    head += 1;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    isAlike(before.child(before.childCount - 1 - tail), next.child(next.childCount - 1 - tail))
  ) {
    tail += 1;
  }
  const [was, is] = [before.childCount - head - tail, next.childCount - head - tail];
  if (was === 0 && is === 0) return undefined;
  if (was === 1 && is === 1) {
    const [old, fresh] = [before.child(head), next.child(head)];
    if (!old.isLeaf && old.sameMarkup(fresh)) return replacementFor(old, fresh, from + 1);
  }
  const removed = before.content.content.slice(head, head + was);
  const to = removed.reduce((sum, child) => sum + child.nodeSize, from);
  const added = next.content.cut(
    from - start,
    next.content.size - (before.content.size - (to - start)),
  );
  return { from, to, slice: new Slice(added, 0, 0) };
}

function inlineReplacement(before: PmNode, next: PmNode, start: number): Replacement | undefined {
  const head = before.content.findDiffStart(next.content);
  const end = before.content.findDiffEnd(next.content);
  if (head === null || end === null) return undefined;
  const overlap = Math.max(0, head - Math.min(end.a, end.b));
  const slice = new Slice(next.content.cut(head, end.b + overlap), 0, 0);
  return { from: start + head, to: start + end.a + overlap, slice };
}
