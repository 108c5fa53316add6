/**
 * What others have changed in the texts of a section while the editor does not show it, because an
 * input method is composing: for each text the delta from what is shown to what is stored. Local
 * edits, made on what is shown, are moved past it.
 */
import type * as Y from 'yjs';
import { compose, type Delta, mapPosition, transform } from '../../../text/delta.ts';

export class Pending {
  readonly #deltas = new Map<Y.XmlText, Delta>();

  /** Somebody else changed a text. */
  add(text: Y.XmlText, delta: Delta): void {
    const before = this.#deltas.get(text);
    this.#deltas.set(text, before === undefined ? delta : compose(before, delta));
  }

  /** A local edit as it must be made on what is stored. It counts as shown from now on. */
  move(text: Y.XmlText, local: Delta): Delta {
    const pending = this.#deltas.get(text);
    if (pending === undefined) return local;
    this.#deltas.set(text, transform(pending, local, false));
    return transform(local, pending, true);
  }

  /** Where a shown position stands in what is stored. */
  position(text: Y.XmlText, shown: number, stay: 'before' | 'after'): number {
    return mapPosition(this.#deltas.get(text) ?? [], shown, stay);
  }

  /** Everything is shown. */
  clear(): void {
    this.#deltas.clear();
  }
}
