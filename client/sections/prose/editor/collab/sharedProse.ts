/**
 * A section's shared prose as an editor's document, without the editor: reads it, writes what the
 * editor changed, and says when others have changed it. Rules: SPEC.md of the section's folder.
 *
 * Why not y-prosemirror, whose stored form this is: it deletes what it does not know, doubles words
 * of two who begin in one empty paragraph, puts repeated letters where the caret is not, and does
 * not wait for the end of a composition.
 */
import type { Node as PmNode, Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { Origin } from '../../../../../shared/document/commands/command.ts';
import { appendToProse } from '../../../../../shared/sheet/commands/prose.ts';
import { plainDelta } from '../../../text/delta.ts';
import { isAlike } from './alike.ts';
import { type Move, movesIn, placeInArrival } from './follow.ts';
import { Pending } from './pending.ts';
import {
  fromRelative,
  placeOfPosition,
  positionOfPlace,
  type SharedPlace,
  toRelative,
} from './positions.ts';
import { type ContainerShadow, ShadowReader, UnknownProse } from './shadow.ts';
import { writeNode } from './write.ts';
import type { Writing } from './writing.ts';

export interface SharedProseHooks {
  /** The document is another than the editor shows: `doc` says which. */
  readonly onChange: () => void;
  /** Something has come that this version does not know: nothing is read or written any more. */
  readonly onUnknown: () => void;
}

/** A position in the words, and where it was: that is known also after the words have moved. */
export interface StayingPosition {
  readonly relative: Y.RelativePosition;
  readonly was?: SharedPlace | undefined;
}

type ProseEvent = Y.YEvent<Y.XmlText | Y.XmlFragment>;

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
  /** Where the words went that the change being shown has moved. */
  #moves: readonly Move[] = [];

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
    this.#transact(() => {
      if (this.#isBehind) isStillTrue = writeNode(this.#root, doc, writing);
      else this.#writeAll(doc, writing);
    });
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
  relative(position: number, stay: 'before' | 'after'): StayingPosition {
    const { type, index } = placeOfPosition(this.#root, position);
    const stored = type instanceof Y.XmlText ? this.#pending.position(type, index, stay) : index;
    return { relative: toRelative({ type, index: stored }, stay), was: { type, index: stored } };
  }

  /** Where it is now in `doc`; undefined when it is not there. Not while changes are held. */
  absolute({ relative, was }: StayingPosition): number | undefined {
    const place = fromRelative(relative, this.#ydoc);
    const found = place === undefined ? undefined : positionOfPlace(this.#root, place);
    return found ?? this.#movedTo(was);
  }

  /** Where a place has gone with the words around it, right after they have been moved. */
  #movedTo(was: SharedPlace | undefined): number | undefined {
    for (const { from, to } of was === undefined ? [] : this.#moves) {
      const begin = from.find(({ text }) => text === was?.type);
      if (begin === undefined || was === undefined) continue;
      const place = placeInArrival(this.#root, to, begin.start + was.index);
      return place && positionOfPlace(this.#root, place);
    }
    return undefined;
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

  readonly #onEvents = (events: readonly ProseEvent[], transaction: Y.Transaction): void => {
    if (this.#isWriting) return;
    for (const { target, delta } of events) {
      this.#reader.forget(target);
      if (this.#isHolding && target instanceof Y.XmlText) {
        this.#pending.add(target, plainDelta(delta));
      }
    }
    const hasFollowed = !transaction.local && this.#follow(events, transaction);
    if (!this.#isHolding) this.#show();
    else {
      this.#isBehind = true;
      // What is being composed must go on where its paragraph has gone.
      if (hasFollowed) this.release();
    }
  };

  /** Puts back what is missing of one's own where others have moved words. */
  #follow(events: readonly ProseEvent[], transaction: Y.Transaction): boolean {
    const now = this.#read();
    if (now === undefined) return false;
    this.#moves = movesIn(this.#root, now, transaction, events);
    const missing = this.#moves.flatMap((move) => move.missing.map((run) => ({ ...run, move })));
    if (missing.length > 0) {
      this.#transact(() => {
        // From behind, so that no place moves before its words are there.
        for (const { move, offset, words } of missing.toReversed()) {
          const place = placeInArrival(now, move.to, offset);
          if (!(place?.type instanceof Y.XmlText)) continue;
          appendToProse(place.type, place.index, words);
          this.#reader.forget(place.type);
        }
      });
    }
    return this.#moves.length > 0;
  }

  #transact(write: () => void): void {
    this.#isWriting = true;
    try {
      this.#ydoc.transact(write, this.#origin);
    } finally {
      this.#isWriting = false;
    }
  }

  #show(): void {
    const now = this.#read();
    if (now === undefined) {
      this.#isOver = true;
      this.destroy();
      this.#hooks.onUnknown();
      return;
    }
    this.#root = now;
    this.#hooks.onChange();
    this.#moves = [];
  }

  /** Undefined when there is something that this version does not know. */
  #read(): ContainerShadow | undefined {
    try {
      return this.#reader.read(this.fragment);
    } catch (error) {
      if (error instanceof UnknownProse) return undefined;
      throw error;
    }
  }
}
