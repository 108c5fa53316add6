/**
 * Joins the editor to the shared prose: what is typed is written at once, what others write is
 * shown with caret and selection left in place, and while an input method composes the editor is
 * left alone.
 */
import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  type Selection,
  TextSelection,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { Origin } from '../../../../../shared/document/commands/command.ts';
import { CompositionHold } from '../../../text/compositionHold.ts';
import { takeBrowserSelection } from '../browserSelection.ts';
import { markShared } from './sharedChange.ts';
import { SharedProse, type StayingPosition } from './sharedProse.ts';
import { showDoc } from './showDoc.ts';
import { rememberSelections } from './undoSelection.ts';

export interface CollabOptions {
  readonly fragment: Y.XmlFragment;
  /** This editor's own, so that its steps on the undo stack are known. */
  readonly origin: Origin;
  /** The sheet's: selections come back with what it takes back. It is never destroyed here. */
  readonly undoManager: Y.UndoManager | undefined;
  /** Something has come that this version does not know: the editor must be taken away. */
  readonly onUnknown: () => void;
}

/** A selection that stays where it is in the words, whatever others write. */
export interface RelativeSelection {
  readonly anchor: StayingPosition;
  readonly head: StayingPosition;
}

/** The editor needs a moment after a composition to read what it left. */
const SETTLE_MS = 30;

const key = new PluginKey<Collab>('prose-collab');

/** What joins an editor to its shared prose, for other plugins. */
export function collabOf(state: EditorState): Collab | undefined {
  return key.getState(state);
}

export const CollabExtension = Extension.create<CollabOptions>({
  name: 'proseCollab',
  priority: 1000,

  onBeforeCreate() {
    const { fragment, origin } = this.options;
    const ignored = { onChange: () => undefined, onUnknown: () => undefined };
    const reading = new SharedProse(fragment, this.editor.schema, origin, ignored);
    reading.destroy();
    this.editor.options.content = reading.doc.toJSON();
  },

  addProseMirrorPlugins() {
    const collab = new Collab(this.options);
    return [
      new Plugin({
        key,
        state: { init: () => collab, apply: () => collab },
        view: (view) => {
          collab.attach(view);
          return {
            update: (_view, before) => collab.onViewUpdate(before),
            destroy: () => collab.detach(),
          };
        },
      }),
    ];
  },
});

export class Collab {
  readonly #options: CollabOptions;
  #view: EditorView | undefined;
  #shared: SharedProse | undefined;
  #hold: CompositionHold | undefined;
  #listeners = new AbortController();
  #isShowing = false;
  #isWriting = false;
  /** Where the selection was before the change that is under way. */
  #before: RelativeSelection | undefined;

  constructor(options: CollabOptions) {
    this.#options = options;
  }

  /** Undefined while there is no view, and while others' changes are held back. */
  get shared(): SharedProse | undefined {
    return this.#shared?.isBehind === true ? undefined : this.#shared;
  }

  attach(view: EditorView): void {
    const { fragment, origin, onUnknown, undoManager } = this.#options;
    this.#view = view;
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const shared = new SharedProse(fragment, view.state.schema, origin, {
      onChange: () => this.#show(),
      onUnknown,
    });
    this.#shared = shared;
    this.#hold = new CompositionHold(
      view.dom,
      { settleMs: SETTLE_MS, onHold: () => shared.hold(), onRelease: () => this.#release() },
      signal,
    );
    const { doc } = fragment;
    doc?.on('beforeAllTransactions', this.#onTransaction);
    signal.addEventListener('abort', () => doc?.off('beforeAllTransactions', this.#onTransaction));
    if (undoManager !== undefined) rememberSelections(this, undoManager, origin, signal);
    shared.isShown(view.state.doc);
    this.#showSoon();
  }

  detach(): void {
    this.#listeners.abort();
    this.#shared?.destroy();
    this.#shared = undefined;
    this.#view = undefined;
  }

  onViewUpdate(before: EditorState): void {
    const state = this.#view?.state;
    const shared = this.#shared;
    if (state === undefined || shared === undefined) return;
    if (state.doc === before.doc || this.#isShowing) return;
    this.#before = relativeOf(shared, before.selection);
    const { $head } = state.selection;
    this.#isWriting = true;
    try {
      shared.write(state.doc, { block: $head.parent, offset: $head.parentOffset });
    } finally {
      this.#isWriting = false;
    }
    this.#showSoon();
  }

  /** The selection before the change that is under way, as it was in the words. */
  get selectionBefore(): RelativeSelection | undefined {
    return this.#before;
  }

  /** The selection now; undefined when it is not one of words. */
  get selection(): RelativeSelection | undefined {
    const { view, shared } = { view: this.#view, shared: this.#shared };
    return view === undefined || shared === undefined
      ? undefined
      : relativeOf(shared, view.state.selection);
  }

  /** Puts a selection back, and the focus too when it is in some other field. */
  select(selection: RelativeSelection): void {
    const view = this.#view;
    if (view === undefined) return;
    const found = this.#resolve(selection, view.state.doc);
    if (found === undefined) return;
    view.dispatch(view.state.tr.setSelection(found).scrollIntoView());
    if (isTextField(view.dom.ownerDocument.activeElement)) view.focus();
  }

  readonly #onTransaction = (): void => {
    if (this.#isWriting || this.#hold?.isHolding === true) return;
    const view = this.#view;
    if (view !== undefined) takeBrowserSelection(view);
    this.#before = view?.hasFocus() === true ? this.selection : undefined;
  };

  #release(): void {
    this.#before = this.selection;
    this.#shared?.release();
  }

  /** What was written may be stored in another way than the editor shows it. */
  #showSoon(): void {
    if (this.#view?.state.doc !== this.#shared?.doc) queueMicrotask(() => this.#show());
  }

  /** Shows what is stored, with the selection where it was in the words. */
  #show(): void {
    const view = this.#view;
    const { shared } = this;
    if (view === undefined || shared === undefined) return;
    const tr = markShared(showDoc(view.state, shared.doc));
    if (tr.docChanged) {
      const selection = this.#before && this.#resolve(this.#before, tr.doc);
      if (selection !== undefined) tr.setSelection(selection);
      this.#isShowing = true;
      view.dispatch(tr);
      this.#isShowing = false;
    }
    shared.isShown(view.state.doc);
  }

  #resolve({ anchor, head }: RelativeSelection, doc: PmNode): Selection | undefined {
    const from = this.shared?.absolute(anchor);
    const to = this.shared?.absolute(head);
    if (from === undefined || to === undefined) return undefined;
    const size = doc.content.size;
    return TextSelection.between(
      doc.resolve(Math.min(from, size)),
      doc.resolve(Math.min(to, size)),
    );
  }
}

function relativeOf(shared: SharedProse, selection: Selection): RelativeSelection | undefined {
  if (!(selection instanceof TextSelection)) return undefined;
  // A lone caret stays in front of what others write there; a selection does not grow.
  const relative = (position: number) =>
    shared.relative(position, position === selection.to ? 'before' : 'after');
  return { anchor: relative(selection.anchor), head: relative(selection.head) };
}

function isTextField(element: Element | null): boolean {
  return (
    element instanceof HTMLElement && (element.isContentEditable || 'selectionStart' in element)
  );
}
