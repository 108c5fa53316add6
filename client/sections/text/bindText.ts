/**
 * Binds a `Y.Text` to a `<textarea>` or `<input>`, so that several people can type in one field:
 * what is typed here becomes the smallest edit of the text, and what others write appears here
 * without moving the caret, the selection or the scroll. Rules: SPEC.md beside this file (TX-n).
 *
 * The field shows `shown`. While an input method composes, the field is its own: others' changes
 * gather in `pending`, the delta from `shown` to the shared text, and what is composed is moved
 * past them on its way into the document.
 */
import type * as Y from 'yjs';
import type { Origin } from '../../../shared/document/commands/command.ts';
import { editText, plainText, storedText } from '../../../shared/document/commands/text.ts';
import { textDiff } from '../../../shared/document/commands/textDiff.ts';
import { CompositionHold } from './compositionHold.ts';
import {
  applyDelta,
  compose,
  type Delta,
  editDelta,
  editsOf,
  endOfChange,
  mapPosition,
  plainDelta,
  transform,
} from './delta.ts';
import { inputEdit } from './diff.ts';
import { bindFieldKeys, type FieldKeys } from './fieldKeys.ts';

export type TextField = HTMLTextAreaElement | HTMLInputElement;

export interface TextBindingOptions extends FieldKeys {
  /** The origin of this field's transactions; `undoable`, so that the sheet's undo takes them. */
  readonly origin: Origin;
  /** Line breaks become spaces, and Enter calls `onEnter`. */
  readonly singleLine?: boolean;
  /** Called with what the field shows, at once and after each change. */
  readonly onShown?: (shown: string) => void;
  /**
   * After so long without a key stroke a composition no longer holds others' changes back. For
   * keyboards that compose all the time, so by default on Android only.
   */
  readonly compositionIdleMs?: number;
}

/**
 * Shows the text in the field and keeps the two equal until the returned function is called. The
 * field's value is the binding's from then on: nobody else may set it.
 */
export function bindText(field: TextField, text: Y.Text, options: TextBindingOptions): () => void {
  const binding = new TextBinding(field, text, options);
  return () => binding.unbind();
}

class TextBinding {
  readonly #field: TextField;
  readonly #text: Y.Text;
  readonly #options: TextBindingOptions;
  readonly #hold: CompositionHold;
  readonly #listeners = new AbortController();
  #shown: string;
  #pending: Delta | undefined;
  #isWriting = false;

  constructor(field: TextField, text: Y.Text, options: TextBindingOptions) {
    this.#field = field;
    this.#text = text;
    this.#options = options;
    this.#shown = plainText(text);
    this.#showValue((position) => position);
    const { signal } = this.#listeners;
    // Before our own listeners, which ask it.
    this.#hold = new CompositionHold(
      field,
      { settleMs: 0, idleMs: options.compositionIdleMs, onRelease: () => this.#release(false) },
      signal,
    );
    for (const event of ['input', 'compositionstart', 'compositionend', 'blur']) {
      field.addEventListener(event, () => this.#readField(), { signal });
    }
    bindFieldKeys(field, options, signal);
    text.observe(this.#onChange);
  }

  unbind(): void {
    this.#readField();
    this.#listeners.abort();
    this.#text.unobserve(this.#onChange);
  }

  readonly #onChange = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (this.#isWriting) return;
    const delta = plainDelta(event.delta);
    this.#pending = this.#pending === undefined ? delta : compose(this.#pending, delta);
    if (!this.#hold.isHolding) this.#release(transaction.local);
  };

  /** Takes what the field holds into the document. */
  #readField(): void {
    const { value } = this.#field;
    const before = this.#display(this.#shown);
    if (value === before) return;
    const caret = this.#field.selectionEnd ?? value.length;
    const { index, remove, insert } = inputEdit(before, value, caret);
    this.#write(editDelta({ index, remove, insert: this.#cleaned(insert) }));
    const after = this.#display(this.#shown);
    if (after !== value && !this.#hold.isHolding) {
      this.#showValue((position) => position + after.length - value.length);
    } else this.#options.onShown?.(after);
  }

  #write(local: Delta): void {
    const pending = this.#pending;
    // Typed at the very place where others inserted meanwhile, one's own words come first: so the
    // caret, which stays in front of theirs, goes on where it was.
    const moved = pending === undefined ? local : transform(local, pending, true);
    this.#shown = applyDelta(this.#shown, local);
    if (pending !== undefined) this.#pending = transform(pending, local, false);
    this.#isWriting = true;
    try {
      editText(this.#text, editsOf(moved), this.#options.origin);
    } finally {
      this.#isWriting = false;
    }
  }

  /** Shows what has been held back. What this browser itself did (an undo) takes the caret along. */
  #release(isLocal: boolean): void {
    // Some tools change a field and tell nobody: that must not be overwritten.
    this.#readField();
    const pending = this.#pending ?? [];
    this.#pending = undefined;
    const next = plainText(this.#text);
    // When it does not fit, an enclosing transaction has told of an edit of ours once more.
    const fits = applyDelta(this.#shown, pending) === next;
    const delta = fits ? pending : editDelta(textDiff(this.#shown, next));
    this.#shown = next;
    if (isLocal && this.#field.matches(':focus')) this.#showValue(() => endOfChange(delta));
    else this.#showValue((position, stay) => mapPosition(delta, position, stay));
  }

  /** Writes the field. A lone caret stays in front of what is inserted there; a selection does
   * not grow. */
  #showValue(moved: (position: number, stay: 'before' | 'after') => number): void {
    const field = this.#field;
    const value = this.#display(this.#shown);
    if (field.value !== value) {
      const { selectionStart, selectionEnd, selectionDirection } = field;
      const start = selectionStart ?? 0;
      const end = selectionEnd ?? start;
      const restoreScroll = keepScroll(field);
      field.value = value;
      const newEnd = moved(end, 'before');
      const newStart = start === end ? newEnd : Math.min(moved(start, 'after'), newEnd);
      field.setSelectionRange(newStart, newEnd, selectionDirection ?? 'none');
      restoreScroll();
    }
    this.#options.onShown?.(value);
  }

  /** What the field can show of a text, of the same length: it would drop the characters else. */
  #display(text: string): string {
    return text.replace(this.#options.singleLine === true ? /[\r\n]/g : /\r/g, ' ');
  }

  #cleaned(insert: string): string {
    const stored = storedText(insert);
    return this.#options.singleLine === true ? stored.replace(/\n+/g, ' ') : stored;
  }
}

/**
 * Notes how far the field is scrolled; the answer scrolls it there again. An empty field is not
 * scrolled, and is not asked: the answer would cost a layout of the whole page for each cell of it.
 */
function keepScroll(field: TextField): () => void {
  if (field.value === '') return () => {};
  const { scrollTop, scrollLeft } = field;
  return () => {
    field.scrollTop = scrollTop;
    field.scrollLeft = scrollLeft;
  };
}
