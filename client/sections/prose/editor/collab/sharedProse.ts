/**
 * A section's shared prose as an editor's document, without the editor: reads it, writes what the
 * editor changed, and says when others have changed it. Rules: SPEC.md of the section's folder.
 *
 * Why not y-prosemirror, whose stored form this is: it deletes what it does not know, doubles the
 * words of two who begin in one empty paragraph, puts repeated letters where the caret is not, and
 * breaks compositions when others write in the same paragraph.
 */
import type { Node as PmNode, Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { Origin } from '../../../../../shared/sheet/commands/command.ts';
import { plainDelta } from '../../../text/delta.ts';
import { isAlike } from './alike.ts';
import { Pending } from './pending.ts';
import { fromRelative, placeOfPosition, positionOfPlace, toRelative } from './positions.ts';
import { type ContainerShadow, ShadowReader, UnknownProse } from './shadow.ts';
import { writeNode } from './write.ts';
import type { Writing } from './writing.ts';

export interface SharedProseHooks {
  /** The document is another than the editor shows: `doc` says which. */
  readonly onChange: () => void;
  /** Something has come that this version does not know: nothing is read or written any more. */
  readonly onUnknown: () => void;
}

/** What one write leaves to the next: a text parted in two whose marks changed at the same time. */
const MAX_PASSES = 3;

export class SharedProse {
  readonly fragment: Y.XmlFragment;
  readonly #ydoc: Y.Doc;
  readonly #origin: Origin;
  readonly #hooks: SharedProseHooks;
  readonly #reader: ShadowReader;
  readonly #pending = new Pending();
  #root: ContainerShadow;
  #isWriting = false;
  #isHolding = false;
  /** Others have changed something while it was held. */
  #isBehind = false;
  /** Something unknown has come. */
  #isOver = false;

  /** Throws `UnknownProse` when the fragment holds what this version does not know. */
  constructor(fragment: Y.XmlFragment, schema: Schema, origin: Origin, hooks: SharedProseHooks) {
    if (fragment.doc === null) throw new RangeError('The prose is not part of a document');
    this.fragment = fragment;
    this.#ydoc = fragment.doc;
    this.#origin = origin;
    this.#hooks = hooks;
    this.#reader = new ShadowReader(schema);
    this.#root = this.#reader.read(fragment);
    fragment.observeDeep(this.#onEvents);
  }

  /** The document, as the editor is to show it. */
  get doc(): PmNode {
    return this.#root.node;
  }

  /** The editor shows `doc`: told of its very nodes, comparing is quick. */
  isShown(doc: PmNode): void {
    if (isAlike(this.#root.node, doc)) this.#reader.adopt(this.#root, doc);
  }

  /**
   * Writes what the editor's document has become, in one transaction. Afterwards `doc` is that
   * document, or, where it could not be stored as it is, what the editor must show instead.
   */
  write(doc: PmNode, caret: Writing['caret']): void {
    if (this.#isOver || this.#root.node === doc) return;
    const writing: Writing = {
      pending: this.#pending,
      isBehind: this.#isBehind,
      caret,
      isFilling: (node) => this.#reader.isFilling(node),
      onTouched: (type) => this.#reader.forget(type),
    };
    let isStillTrue = true;
    this.#isWriting = true;
    try {
      this.#ydoc.transact(() => {
        if (this.#isBehind) isStillTrue = writeNode(this.#root, doc, writing);
        else this.#writeAll(doc, writing);
      }, this.#origin);
    } finally {
      this.#isWriting = false;
    }
    // More than text was changed: the shadows are no longer what the editor shows.
    if (!isStillTrue) this.release();
  }

  /** Others' changes are not shown from now on, until `release`. */
  hold(): void {
    this.#isHolding = true;
  }

  release(): void {
    this.#isHolding = false;
    if (!this.#isBehind) return;
    this.#isBehind = false;
    this.#pending.clear();
    this.#show();
  }

  /** A position that stays with its neighbour, whatever is written around it. */
  relative(position: number, stay: 'before' | 'after'): Y.RelativePosition {
    const { type, index } = placeOfPosition(this.#root, position);
    const stored = type instanceof Y.XmlText ? this.#pending.position(type, index, stay) : index;
    return toRelative({ type, index: stored }, stay);
  }

  /** Where it is now in `doc`; undefined when it is not there. Not while changes are held. */
  absolute(relative: Y.RelativePosition): number | undefined {
    const place = fromRelative(relative, this.#ydoc);
    return place === undefined ? undefined : positionOfPlace(this.#root, place);
  }

  get isBehind(): boolean {
    return this.#isBehind;
  }

  destroy(): void {
    this.fragment.unobserveDeep(this.#onEvents);
  }

  #writeAll(doc: PmNode, writing: Writing): void {
    for (let pass = 0; pass < MAX_PASSES && !isAlike(this.#root.node, doc); pass++) {
      writeNode(this.#root, doc, writing);
      this.#root = this.#reader.read(this.fragment);
    }
    this.isShown(doc);
  }

  readonly #onEvents = (events: readonly Y.YEvent<Y.XmlText | Y.XmlFragment>[]): void => {
    if (this.#isWriting) return;
    for (const { target, delta } of events) {
      this.#reader.forget(target);
      if (this.#isHolding && target instanceof Y.XmlText) {
        this.#pending.add(target, plainDelta(delta));
      }
    }
    if (this.#isHolding) this.#isBehind = true;
    else this.#show();
  };

  #show(): void {
    try {
      this.#root = this.#reader.read(this.fragment);
    } catch (error) {
      if (!(error instanceof UnknownProse)) throw error;
      this.#isOver = true;
      this.destroy();
      this.#hooks.onUnknown();
      return;
    }
    this.#hooks.onChange();
  }
}
