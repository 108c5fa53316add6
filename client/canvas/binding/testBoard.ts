/**
 * A person at a canvas without a browser: a document, a store bound to it, undo, and frames that
 * pass when the test says so. For tests and measures.
 */
import {
  createBindingId,
  createShapeId,
  PageRecordType,
  type TLBinding,
  type TLPage,
  type TLPageId,
  type TLShape,
  type TLShapeId,
  type TLStore,
} from 'tldraw';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { RandomBytes } from '../../../shared/ids/ids.ts';
import { readSnapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { SheetUndo } from '../../sheet/undo.ts';
import { bindCanvas, type CanvasBinding, type CanvasBindingOptions } from './bindCanvas.ts';
import { headlessStore } from './headlessStore.ts';
import type { BoardRecord } from './storedRecord.ts';
import { boardRecord, boardRecords } from './storeRecords.ts';

export const PAGE_ID = 'page:page' as TLPageId;
const FRAME_MS = 16;

export interface TestBoardOptions extends Partial<CanvasBindingOptions> {
  readonly doc: Y.Doc;
  readonly random: RandomBytes;
  readonly captureTimeoutMs?: number;
}

export class TestBoard {
  readonly store: TLStore = headlessStore();
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly undo: SheetUndo;
  readonly binding: CanvasBinding;
  /** Milliseconds; moves on with every frame. */
  time = 0;
  /** How many merges the store has been given. */
  merges = 0;
  #waiting = new Set<() => void>();

  constructor({ doc, random, captureTimeoutMs = 0, ...options }: TestBoardOptions) {
    this.doc = doc;
    this.awareness = new Awareness(doc);
    this.undo = new SheetUndo(doc, { captureTimeoutMs });
    const merge = this.store.mergeRemoteChanges.bind(this.store);
    this.store.mergeRemoteChanges = (write) => {
      this.merges += 1;
      merge(write);
    };
    this.binding = bindCanvas({
      store: this.store,
      doc,
      awareness: this.awareness,
      pageId: PAGE_ID,
      canWrite: () => true,
      random,
      author: () => 'Kari',
      sectionAt: (x, y) => (x >= 0 && x < 400 && y >= 0 && y < 400 ? 'begrunnelse' : undefined),
      sizeOfLapp: () => ({ width: 100, height: 100 }),
      onFrame: (callback) => {
        this.#waiting.add(callback);
        return () => this.#waiting.delete(callback);
      },
      now: () => this.time,
      ...options,
    });
  }

  /** Lets one frame pass. */
  frame(): void {
    this.time += FRAME_MS;
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const callback of waiting) callback();
  }

  frames(count: number): void {
    for (let passed = 0; passed < count; passed += 1) this.frame();
  }

  /** Whether anybody waits for the next frame. */
  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  put(...records: readonly BoardRecord[]): void {
    this.store.put([...records]);
  }

  remove(...ids: readonly string[]): void {
    this.store.remove(ids as BoardRecord['id'][]);
  }

  shape(id: string): TLShape {
    const record = boardRecord(this.store, id);
    if (record?.typeName !== 'shape') throw new RangeError(`No shape ${id}`);
    return record;
  }

  has(id: string): boolean {
    return boardRecord(this.store, id) !== undefined;
  }

  change(id: string, change: Partial<TLShape>): void {
    this.put({ ...this.shape(id), ...change } as TLShape);
  }

  changeProps(id: string, props: object): void {
    const shape = this.shape(id);
    this.put({ ...shape, props: { ...shape.props, ...props } } as TLShape);
  }

  /** A gesture with its frames: begins, does, ends. */
  gesture(act: () => void): void {
    this.binding.beginGesture();
    act();
    this.frame();
    this.binding.endGesture();
  }

  /** All shared records as the store holds them, by id. */
  records(): Readonly<Record<string, BoardRecord>> {
    const records = [...boardRecords(this.store)].sort((a, b) => (a.id < b.id ? -1 : 1));
    return Object.fromEntries(records.map((record) => [record.id, record]));
  }

  snapshot() {
    return readSnapshot(this.doc).snapshot;
  }

  destroy(): void {
    this.binding.destroy();
    this.undo.destroy();
    this.awareness.destroy();
  }
}

/** What comes from others, as through the socket. */
const FROM_OTHERS = 'others';

/** Several people with a copy each of one document. */
export function boardsOf(doc: Y.Doc, count: number, options: Partial<TestBoardOptions> = {}) {
  return Array.from({ length: count }, (_, index) => {
    const copy = new Y.Doc();
    copy.clientID = index + 1;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc), FROM_OTHERS);
    let next = index * 97;
    const random: RandomBytes = (bytes) =>
      Uint8Array.from({ length: bytes }, () => (next++ * 167 + 13) % 251);
    return new TestBoard({ doc: copy, random, ...options });
  });
}

/** Tells everybody what the others have written, and lets a frame pass. */
export function meet(...boards: readonly TestBoard[]): void {
  for (const from of boards) {
    for (const to of boards) {
      if (from === to) continue;
      const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
      Y.applyUpdate(to.doc, missing, FROM_OTHERS);
    }
  }
  for (const board of boards) board.frame();
}

/** Tells everybody what the others' awareness is, and lets a frame pass. */
export function lookAround(...boards: readonly TestBoard[]): void {
  for (const from of boards) {
    const update = encodeAwarenessUpdate(from.awareness, [from.doc.clientID]);
    for (const to of boards) {
      if (from !== to) applyAwarenessUpdate(to.awareness, update, FROM_OTHERS);
    }
  }
  for (const board of boards) board.frame();
}

/** What a fresh canvas of the same document shows. */
export function freshRecords(doc: Y.Doc): Readonly<Record<string, BoardRecord>> {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const board = new TestBoard({ doc: copy, random: (count) => new Uint8Array(count) });
  const records = board.records();
  board.destroy();
  return records;
}

/** A rectangle as tldraw makes it. */
export function aGeo(name: string, change: Partial<TLShape> = {}): TLShape {
  return {
    ...aShape(name, 'geo', {
      geo: 'rectangle',
      dash: 'draw',
      url: '',
      w: 100,
      h: 100,
      growY: 0,
      scale: 1,
      labelColor: 'black',
      color: 'black',
      fill: 'none',
      size: 'm',
      font: 'draw',
      align: 'middle',
      verticalAlign: 'middle',
      richText: { type: 'doc', content: [{ type: 'paragraph' }] },
    }),
    ...change,
  } as TLShape;
}

export function aShape(name: string, type: string, props: object): TLShape {
  return {
    id: shapeId(name),
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: PAGE_ID,
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  } as unknown as TLShape;
}

export function shapeId(name: string): TLShapeId {
  return createShapeId(name);
}

/** The binding of one end of an arrow. */
export function aBinding(name: string, from: string, to: string, terminal: string): TLBinding {
  return {
    id: createBindingId(name),
    typeName: 'binding',
    type: 'arrow',
    fromId: from as TLShapeId,
    toId: to as TLShapeId,
    props: {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
    meta: {},
  };
}

/** The note of somebody who keeps notes as shapes. */
export function aNote(name: string, text: string, [x, y]: readonly [number, number]): TLShape {
  const props = { text, color: 'gul', author: 'Kari', section: '', group: '', became: '' };
  return { ...aShape(name, 'lapp', props), x, y };
}

export function aPage(): TLPage {
  return PageRecordType.create({ id: PAGE_ID, name: '', index: 'a1' as TLPage['index'] });
}
