/** Puts the prose editor together. */
import { Editor } from '@tiptap/core';
import type { Awareness } from 'y-protocols/awareness';
import { CaretsExtension } from './carets.ts';
import { CollabExtension, type CollabOptions } from './collab/collab.ts';
import { KeysExtension, type KeysOptions } from './keys.ts';
import { cleanedHtml } from './paste.ts';
import { PlaceholderExtension } from './placeholder.ts';
import { PROSE_NODES } from './schema.ts';

export interface ProseEditorOptions extends CollabOptions, KeysOptions {
  /** Where the editor goes; it is put in as the only child. */
  readonly element: HTMLElement;
  readonly awareness: Awareness;
  readonly placeholder: () => string;
  /** Of the element that people write in: its names, class and language. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What stands over the page's upper edge (its bar, the toolbar) must not hide the caret's line. */
const SCROLL_ROOM = { top: 150, right: 0, bottom: 60, left: 0 } as const;

/**
 * An editor of one section. `destroy` it when its element goes; the document, the undo manager and
 * the awareness are the sheet's and stay.
 */
export function createProseEditor(options: ProseEditorOptions): Editor {
  const { fragment, origin, undoManager, onUnknown, awareness, placeholder } = options;
  const { onUndo, onRedo, onToolbar } = options;
  return new Editor({
    element: options.element,
    injectCSS: false,
    extensions: [
      ...PROSE_NODES,
      CollabExtension.configure({ fragment, origin, undoManager, onUnknown }),
      CaretsExtension.configure({ awareness }),
      KeysExtension.configure({ onUndo, onRedo, onToolbar }),
      PlaceholderExtension.configure({ text: placeholder }),
    ],
    editorProps: {
      attributes: { ...options.attributes },
      transformPastedHTML: cleanedHtml,
      scrollThreshold: SCROLL_ROOM,
      scrollMargin: SCROLL_ROOM,
    },
  });
}
