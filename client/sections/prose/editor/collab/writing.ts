/** What everything that writes prose shares. */
import type { Node as PmNode } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { ProseNode } from '../../../../../shared/sheet/snapshot/prose.ts';
import type { Pending } from './pending.ts';

export interface Writing {
  readonly pending: Pending;
  /** Others have changed the document and the editor does not show it. */
  readonly isBehind: boolean;
  /** Where the caret is, and in which textblock: it tells which of equal letters was typed. */
  readonly caret: { readonly block: PmNode; readonly offset: number } | undefined;
  readonly isFilling: (node: PmNode) => boolean;
  /** Called with each type that was written to. */
  readonly onTouched: (type: Y.XmlFragment) => void;
}

/** A node as it is stored: an attribute without a value is not stored. */
export function proseJson(node: PmNode): ProseNode {
  if (node.isText) {
    const marks = node.marks.map((mark) => ({ type: mark.type.name }));
    return { type: 'text', text: node.text ?? '', ...(marks.length > 0 ? { marks } : {}) };
  }
  const attrs = Object.entries(node.attrs).filter(([, value]) => value !== null);
  return {
    type: node.type.name,
    ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
    content: node.content.content.map(proseJson),
  };
}
