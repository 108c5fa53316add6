/** Puts a person into an editor that has just been made, and does what they did before it was. */
import type { Editor } from '@tiptap/core';
import { splitBlock } from '@tiptap/pm/commands';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type Act, type CaretMove, caretMove, type Entry } from '../entry.ts';
import { takeBrowserSelection } from './browserSelection.ts';

export function enter({ view }: Editor, { at, hasFocus, acts }: Entry): void {
  if (!hasFocus && acts.length === 0) return;
  select(view, placeOf(view, at));
  if (hasFocus) focus(view);
  for (const act of acts) perform(view, act);
}

function placeOf(view: EditorView, at: Entry['at']): Selection {
  const { doc } = view.state;
  if (at === 'start') return Selection.atStart(doc);
  const found = view.posAtCoords({ left: at.x, top: at.y });
  return Selection.near(doc.resolve(found?.pos ?? doc.content.size), found ? 1 : -1);
}

/** For so long ProseMirror takes a caret at the very start for the browser's, and puts it back. */
const SETTLING_MS = 200;

/**
 * The browser's caret is put in its place before the focus: ProseMirror puts it back 20 ms later
 * where the focus has moved it, and with it a person who has gone there meanwhile.
 */
function focus(view: EditorView): void {
  const { node, offset } = view.domAtPos(view.state.selection.head);
  document.getSelection()?.collapse(node, offset);
  view.focus();
  document.addEventListener('selectionchange', () => takeBrowserSelection(view), {
    capture: true,
    signal: AbortSignal.timeout(SETTLING_MS),
  });
}

function perform(view: EditorView, act: Act): void {
  if (typeof act === 'string') write(view, act);
  else if (!view.someProp('handleKeyDown', (handle) => handle(view, act))) press(view, act);
}

function write(view: EditorView, words: string): void {
  for (const [index, line] of words.split('\n').entries()) {
    if (index > 0) splitBlock(view.state, view.dispatch);
    if (line !== '') view.dispatch(view.state.tr.insertText(line));
  }
}

/** What the browser would do at a key that the editor leaves to it. */
function press(view: EditorView, key: KeyboardEvent): void {
  const move = caretMove(key);
  if (move !== undefined) moveCaret(view, move, key.shiftKey);
  else if (key.key === 'Backspace' || key.key === 'Delete') {
    const way = key.key === 'Backspace' ? 'backward' : 'forward';
    if (view.state.selection.empty) moveCaret(view, { way, by: 'character' }, true);
    view.dispatch(view.state.tr.deleteSelection());
  }
}

function moveCaret(view: EditorView, { way, by }: CaretMove, isExtending: boolean): void {
  const { doc, selection } = view.state;
  if (by === 'document') {
    const { $head } = way === 'backward' ? Selection.atStart(doc) : Selection.atEnd(doc);
    select(view, TextSelection.between(isExtending ? selection.$anchor : $head, $head));
    return;
  }
  // Where lines and words end only the browser knows, and only of the selection it shows.
  if (!view.hasFocus()) return;
  document.getSelection()?.modify(isExtending ? 'extend' : 'move', way, by);
  takeBrowserSelection(view);
}

function select(view: EditorView, selection: Selection): void {
  view.dispatch(view.state.tr.setSelection(selection));
}
