/**
 * Binds a tldraw store to a sheet's document: what the user does on the canvas goes into the
 * document as commands, one transaction for each gesture, and what is in the document, and what
 * others are dragging, is shown in the store once per frame. Rules: SPEC.md beside this file (CB-n).
 */
import { PageRecordType, type TLPageId, type TLStore } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { run } from '../../../shared/document/commands/command.ts';
import type { RandomBytes } from '../../../shared/ids/ids.ts';
import { setLappOrder } from '../../../shared/sheet/commands/lappOrder.ts';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { type LocalOrigin, localOrigin } from '../../sheet/origins.ts';
import { lappIdOfShape, shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { type Glide, Gliding } from './gliding.ts';
import { liveOf } from './liveChanges.ts';
import { LiveSender } from './liveSender.ts';
import { type CanvasNotices, Notices } from './notices.ts';
import { Overlay } from './overlay.ts';
import { Projection } from './projection.ts';
import { RecordCheck } from './recordCheck.ts';
import { type BoardRecord, keysOf, withoutDefaults } from './storedRecord.ts';
import { boardRecord, boardRecords } from './storeRecords.ts';
import { StoreWriter } from './storeWriter.ts';
import { Touched } from './touched.ts';
import { planWrite } from './writePlan.ts';

export interface CanvasBindingOptions {
  /** A tldraw store with the lapp shape in its schema. */
  readonly store: TLStore;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** The one page. Page and document records are never in the Y.Doc. */
  readonly pageId: TLPageId;
  readonly canWrite: () => boolean;
  readonly random: RandomBytes;
  /** The author of notes that are made by copying on the canvas. */
  readonly author: () => string;
  /** The section at a point of the page (page units): undefined when outside all. */
  readonly sectionAt: (x: number, y: number) => SectionKey | undefined;
  /** Width and height of a note with this text, for finding its centre. */
  readonly sizeOfLapp: (text: string) => { readonly width: number; readonly height: number };
  /** Calls back before the next frame; answers how to cancel. */
  readonly onFrame: (callback: () => void) => () => void;
  /** Milliseconds. */
  readonly now?: () => number;
  /** A copied note has got an entity: it is shown by the new shape, and the old one goes at once. */
  readonly onAdopted?: (oldId: string, newId: string) => void;
  /** Shows what others drag without the store; left out, the store shows it. */
  readonly glide?: Glide;
}

export interface CanvasBinding {
  /** A gesture begins: nothing is written until it ends; what is dragged goes through awareness. */
  beginGesture(): void;
  /** Everything that the gesture changed goes into the document as one transaction, one undo step. */
  endGesture(): void;
  readonly isInGesture: boolean;
  /** Shows what is waiting from the document now instead of at the next frame. */
  applyNow(): void;
  /** Writes what is waiting from the store now (outside of gestures it goes once per frame). */
  flush(): void;
  /** The same object until it changes. */
  readonly notices: { getState(): CanvasNotices; subscribe(listener: () => void): () => void };
  /** Writes what is waiting, and lets go of store and document. */
  destroy(): void;
}

/** Shows the document in the store at once, and keeps the two equal until destroyed. */
export function bindCanvas(options: CanvasBindingOptions): CanvasBinding {
  return new Binding(options);
}

const BY_USER = localOrigin('canvas');
/** What the store did by itself in return to others' changes: nobody should have to undo it. */
const BY_ITSELF = localOrigin('canvas', false);

class Binding implements CanvasBinding {
  readonly notices = new Notices();
  readonly #options: CanvasBindingOptions;
  readonly #projection: Projection;
  readonly #overlay: Overlay;
  readonly #gliding: Gliding;
  readonly #writer: StoreWriter;
  readonly #live: LiveSender;
  readonly #touched = new Touched();
  /** Records whose state in the store must be looked at again. */
  #dirty = new Set<string>();
  /** What the store changed by itself, not yet said to the document. */
  #reacted = new Set<string>();
  readonly #takenAway = new Set<string>();
  #isInGesture = false;
  #isLiveWaiting = false;
  #cancelFrame: (() => void) | undefined;

  constructor(options: CanvasBindingOptions) {
    const { store, doc, awareness, pageId } = options;
    const now = options.now ?? (() => performance.now());
    const check = new RecordCheck(store);
    const onChange = () => this.#schedule();
    this.#options = options;
    this.#live = new LiveSender(awareness, now);
    this.#projection = new Projection({ doc, pageId, check, onChange });
    const hasRecord = (id: string) => this.#projection.has(id);
    this.#overlay = new Overlay({ awareness, check, now, pageId, hasRecord, onChange });
    this.#gliding = new Gliding({
      glide: options.glide,
      projection: this.#projection,
      pageId,
      placeOf: (id) => this.#overlay.placeOf(id),
      isTouched: (id) => this.#touched.has(id),
    });
    this.#writer = new StoreWriter({
      store,
      check,
      touched: this.#touched,
      target: (id) => this.#target(id),
      onUserChange: (id, before) => this.#userChanged(id, before),
      onTakenAway: (id) => this.#takenAway.add(id),
      onRefused: (id) => this.notices.setRefused(id),
    });
    if (!store.has(pageId)) {
      const page = PageRecordType.create({ id: pageId, name: '', index: 'a1' as never });
      store.mergeRemoteChanges(() => store.put([page]));
    }
    for (const { id } of boardRecords(store)) this.#dirty.add(id);
    this.applyNow();
  }

  get isInGesture(): boolean {
    return this.#isInGesture;
  }

  beginGesture(): void {
    if (this.#isInGesture) return;
    this.flush();
    this.#isInGesture = true;
  }

  endGesture(): void {
    if (!this.#isInGesture) return;
    this.#isInGesture = false;
    this.flush();
    // After the write: others keep showing what was dragged until they have it.
    this.#live.clear();
  }

  applyNow(): void {
    this.#takeIn();
    for (const id of this.#overlay.refresh()) this.#dirty.add(id);
    if (this.#dirty.size > 0) {
      const dirty = this.#dirty;
      this.#dirty = new Set();
      for (const id of dirty) this.#reacted.delete(id);
      this.#gliding.look(dirty);
      for (const id of this.#writer.write(dirty)) this.#reacted.add(id);
      this.#gliding.show();
    }
    const isReactionReady = this.#reacted.size > 0 && this.#overlay.isEmpty && !this.#isInGesture;
    if (this.#overlay.isHolding || isReactionReady) this.#schedule();
  }

  flush(): void {
    if (this.#isInGesture) return;
    if (this.#touched.size > 0) this.#writeTouched();
    this.#takenAway.clear();
    this.applyNow();
  }

  destroy(): void {
    if (this.#isInGesture) this.endGesture();
    else this.flush();
    this.#cancelFrame?.();
    this.#writer.destroy();
    this.#overlay.destroy();
    this.#projection.destroy();
  }

  #target(id: string): BoardRecord | undefined {
    const record = this.#projection.get(id);
    return this.#gliding.has(id) ? record : this.#overlay.over(id, record);
  }

  #userChanged(id: string, before: BoardRecord | undefined): void {
    this.#touched.add(id, before);
    this.#reacted.delete(id);
    this.#isLiveWaiting = true;
    this.#schedule();
  }

  #schedule(): void {
    this.#cancelFrame ??= this.#options.onFrame(() => {
      this.#cancelFrame = undefined;
      this.#frame();
    });
  }

  #frame(): void {
    if (this.#isInGesture) {
      this.#sendLive();
      this.applyNow();
    } else {
      this.#writeReactions();
      this.flush();
    }
  }

  #takeIn(): void {
    const shown = this.#projection.refresh();
    this.#overlay.documentChanged(shown);
    for (const id of shown.keys()) this.#dirty.add(id);
    this.notices.setQuarantined(this.#projection.quarantined);
  }

  #sendLive(): void {
    if (!this.#isLiveWaiting || !this.#options.canWrite()) return;
    this.#isLiveWaiting = !this.#live.send(() => liveOf(this.#liveChanges()));
    if (this.#isLiveWaiting) this.#schedule();
  }

  *#liveChanges() {
    for (const id of this.#touched.ids()) {
      const now = boardRecord(this.#options.store, id);
      if (now?.typeName !== 'shape') continue;
      const document = this.#projection.get(id);
      if (document !== undefined) {
        const keys = this.#touched.mine(id, keysOf(now), keysOf(document));
        yield { id, isNew: false, keys: lappIdOfShape(id) ? onlyPlace(keys) : keys };
      } else if (now.type !== 'lapp') {
        yield { id, isNew: true, keys: withoutDefaults(keysOf(now)) };
      }
    }
  }

  /** Writes what the user has done, and puts back what a reader has. */
  #writeTouched(): void {
    this.#takeIn();
    for (const id of this.#touched.ids()) this.#dirty.add(id);
    if (!this.#options.canWrite()) {
      this.#touched.clear();
      return;
    }
    const adopted = this.#write(this.#touched, BY_USER);
    this.#touched.clear();
    if (adopted.size > 0) this.#swap(adopted);
  }

  /** Shows each copied note by its own shape before the copy goes, so that a selection can follow. */
  #swap(adopted: ReadonlyMap<string, string>): void {
    for (const id of adopted.keys()) this.#dirty.delete(id);
    this.applyNow();
    for (const [oldId, newId] of adopted) {
      this.#options.onAdopted?.(oldId, newId);
      this.#dirty.add(oldId);
    }
  }

  #writeReactions(): void {
    // What others drag is not in the document yet: what follows from it is not to be written.
    if (this.#reacted.size === 0 || !this.#overlay.isEmpty) return;
    const reacted = new Touched();
    if (this.#options.canWrite()) {
      this.#takeIn();
      for (const id of this.#reacted) {
        const isOnlyOurs = !this.#touched.has(id) && !this.#dirty.has(id);
        if (isOnlyOurs && lappIdOfShape(id) === undefined)
          reacted.add(id, this.#projection.get(id));
      }
    }
    this.#reacted.clear();
    if (reacted.size > 0) this.#write(reacted, BY_ITSELF);
  }

  /** One transaction; answers which shape each copied note has become. */
  #write(touched: Touched, origin: LocalOrigin): ReadonlyMap<string, string> {
    const { store, doc, random, author, sectionAt, sizeOfLapp } = this.#options;
    const plan = planWrite({
      store,
      projection: this.#projection,
      touched,
      isTakenAway: (id) => this.#takenAway.has(id),
      random,
      places: { author, sectionAt, sizeOfLapp },
    });
    const adopted = new Map<string, string>();
    if (plan.isEmpty) return adopted;
    const { step } = plan;
    const writer = { origin: step === undefined ? origin : { ...origin, step }, random };
    doc.transact(() => {
      for (const { shapeId, add, order } of plan.adoptions) {
        const added = run(doc, add, writer);
        if (!added.ok) continue;
        adopted.set(shapeId, shapeIdOfLapp(added.value));
        if (order !== undefined) run(doc, setLappOrder(added.value, order), writer);
      }
      // A command about what somebody has just removed is refused, and nothing is lost by that.
      for (const command of plan.commands(adopted)) run(doc, command, writer);
    }, writer.origin);
    return adopted;
  }
}

function onlyPlace(keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return 'xy' in keys ? { xy: keys['xy'] } : {};
}
