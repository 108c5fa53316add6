/**
 * The selection as the browser shows it. At a key that moves the caret the browser moves its own,
 * and tells a moment later; a change that is shown meanwhile would put it back where the editor
 * last knew it to be, and the key would be lost.
 */
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Makes the browser's selection the editor's, where it is one of words and differs. */
export function takeBrowserSelection(view: EditorView): void {
  const { doc, selection, tr } = view.state;
  if (view.composing || !(selection instanceof TextSelection) || !view.hasFocus()) return;
  const shown = view.dom.ownerDocument.getSelection();
  const anchor = positionOf(view, shown?.anchorNode ?? null, shown?.anchorOffset ?? 0);
  const head = positionOf(view, shown?.focusNode ?? null, shown?.focusOffset ?? 0);
  if (anchor === undefined || head === undefined) return;
  if (anchor === selection.anchor && head === selection.head) return;
  const taken = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!taken.eq(selection)) view.dispatch(tr.setSelection(taken));
}

function positionOf(view: EditorView, node: Node | null, offset: number): number | undefined {
  if (node === null || !view.dom.contains(node)) return undefined;
  const position = view.posAtDOM(node, offset);
  return position <= view.state.doc.content.size ? position : undefined;
}
