/** Comparing the editor's document with what is stored of it. */
import type { Node as PmNode } from '@tiptap/pm/model';

/**
 * Whether two nodes are stored alike. The editor puts marks on line breaks too, which nobody sees
 * and which are not stored: they make no difference.
 */
export function isAlike(a: PmNode, b: PmNode): boolean {
  if (a === b) return true;
  if (a.isText || b.isText) return a.eq(b);
  return (
    a.hasMarkup(b.type, b.attrs, a.marks) &&
    a.childCount === b.childCount &&
    a.content.content.every((child, index) => isAlike(child, b.child(index)))
  );
}
