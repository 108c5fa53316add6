/**
 * The editor's own keys. Undo and redo are the sheet's. Tab leaves the text, in lists too, where
 * indenting has keys of its own; in a table it goes from cell to cell, and out after the last one
 * or after Escape, so that nobody is caught (PO-11).
 */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import { undoIntent, undoIntentOfInput } from '../../text/fieldKeys.ts';

export interface KeysOptions {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Moves the focus to the toolbar. */
  readonly onToolbar: () => void;
}

/** As word processors have it; square brackets take three fingers on a Norwegian keyboard. */
const INDENT_KEYS = ['Alt-Shift-ArrowRight', 'Mod-]'] as const;
const OUTDENT_KEYS = ['Alt-Shift-ArrowLeft', 'Mod-['] as const;

export const KeysExtension = Extension.create<KeysOptions, { isLeaving: boolean }>({
  name: 'proseKeys',
  priority: 900,

  addStorage: () => ({ isLeaving: false }),

  addKeyboardShortcuts() {
    const { editor, options, storage } = this;
    const leave = () => {
      storage.isLeaving = true;
      return false;
    };
    return {
      ...all(INDENT_KEYS, () => indent(editor)),
      ...all(OUTDENT_KEYS, () => outdent(editor)),
      Backspace: () => isAtItemStart(editor) && outdent(editor),
      'Alt-F10': () => {
        options.onToolbar();
        return true;
      },
      Escape: leave,
      Tab: () => !storage.isLeaving && moveInTable(editor, 'next'),
      'Shift-Tab': () => !storage.isLeaving && moveInTable(editor, 'previous'),
    };
  },

  addProseMirrorPlugins() {
    const { options, storage } = this;
    const handled = (event: Event, intent: 'undo' | 'redo' | undefined): boolean => {
      if (intent === undefined) return false;
      event.preventDefault();
      if (intent === 'undo') options.onUndo();
      else options.onRedo();
      return true;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              if (event.key !== 'Tab' && event.key !== 'Shift') storage.isLeaving = false;
              return handled(event, undoIntent(event));
            },
            beforeinput: (_view, event) => handled(event, undoIntentOfInput(event)),
            focus: () => {
              storage.isLeaving = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});

export function indent(editor: Editor): boolean {
  return editor.commands.sinkListItem('listItem');
}

export function outdent(editor: Editor): boolean {
  return editor.commands.liftListItem('listItem');
}

function all(keys: readonly string[], run: () => boolean): Record<string, () => boolean> {
  return Object.fromEntries(keys.map((key) => [key, run]));
}

/** False at the ends of the table, and outside one: then the browser moves the focus. */
function moveInTable(editor: Editor, to: 'next' | 'previous'): boolean {
  if (!isInTable(editor.state)) return false;
  return to === 'next' ? editor.commands.goToNextCell() : editor.commands.goToPreviousCell();
}

function isAtItemStart({ state }: Editor): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false;
  return $from.node(-1).type.name === 'listItem' && $from.index(-1) === 0;
}
