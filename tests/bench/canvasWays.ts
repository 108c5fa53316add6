/**
 * Three ways to keep a canvas in a document, each with a store as tldraw uses it: ours, whole records
 * as JSON in a Y.Map, and whole records in y-utility's YKeyValue (as tldraw's own example for Yjs
 * does). The other two write what the store says each time that it changes, and put into the store
 * what they hear each time that they hear of it.
 */
import { YKeyValue } from 'y-utility/y-keyvalue';
import * as Y from 'yjs';
import { headlessStore } from '../../client/canvas/binding/headlessStore.ts';
import type { BoardRecord } from '../../client/canvas/binding/storedRecord.ts';
import { aPage, TestBoard } from '../../client/canvas/binding/testBoard.ts';
import { localOrigin } from '../../client/sheet/origins.ts';
import type { RandomBytes } from '../../shared/ids/ids.ts';

const FROM_OTHERS = 'others';
const BY_USER = localOrigin('canvas');

/** A person's board, bound one way or another. */
export interface BoundBoard {
  readonly doc: Y.Doc;
  readonly store: TestBoard['store'];
  /** One drag: `change` is called for each step, and changes the store. */
  drag(steps: number, change: (step: number) => void): void;
  /** Shows whatever has come, as the next frame does. */
  frame(): void;
  destroy(): void;
}

export interface Way {
  readonly name: string;
  /** Undo keeps what was there before: without it, what others and the server hold is measured. */
  open(doc: Y.Doc, options: OpenOptions): BoundBoard;
}

export interface OpenOptions {
  readonly random: RandomBytes;
  readonly hasUndo: boolean;
}

/** Where a way that knows only whole records keeps them. */
interface Records {
  readonly type: Y.Map<BoardRecord> | Y.Array<{ key: string; val: BoardRecord }>;
  put(id: string, record: BoardRecord): void;
  remove(id: string): void;
  /** Calls back with what others have changed; undefined for what they have removed. */
  observe(listener: (id: string, record: BoardRecord | undefined) => void): void;
  all(): readonly BoardRecord[];
}

export const OURS: Way = {
  name: 'ours',
  open(doc, { random, hasUndo }) {
    const board = new TestBoard({ doc, random });
    if (!hasUndo) board.undo.destroy();
    return {
      doc,
      store: board.store,
      drag(steps, change) {
        board.binding.beginGesture();
        for (let step = 1; step <= steps; step += 1) {
          change(step);
          board.frame();
        }
        board.binding.endGesture();
      },
      frame: () => board.frame(),
      destroy: () => board.destroy(),
    };
  },
};

export const WHOLE_RECORDS: Way = {
  name: 'whole JSON',
  open: (doc, { hasUndo }) => openWhole(doc, inMap(doc.getMap('whole')), hasUndo),
};

const KEY_VALUE: Way = {
  name: 'YKeyValue',
  open: (doc, { hasUndo }) => openWhole(doc, inKeyValue(doc.getArray('keyvalue')), hasUndo),
};

export const WAYS: readonly Way[] = [OURS, WHOLE_RECORDS, KEY_VALUE];

/** Tells one board what another's document says that its own does not. */
export function tell(from: Y.Doc, to: Y.Doc): void {
  const missing = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));
  Y.applyUpdate(to, missing, FROM_OTHERS);
}

function inMap(map: Y.Map<BoardRecord>): Records {
  return {
    type: map,
    put: (id, record) => map.set(id, record),
    remove: (id) => map.delete(id),
    all: () => [...map.values()],
    observe(listener) {
      map.observe(({ keysChanged }, { origin }) => {
        if (origin === BY_USER) return;
        for (const id of keysChanged) listener(id, map.get(id));
      });
    },
  };
}

function inKeyValue(array: Y.Array<{ key: string; val: BoardRecord }>): Records {
  const records = new YKeyValue<BoardRecord>(array);
  return {
    type: array,
    put: (id, record) => records.set(id, record),
    remove: (id) => records.delete(id),
    all: () => [...records.map.values()].map(({ val }) => val),
    observe(listener) {
      records.on('change', (changes: Map<string, unknown>, { origin }: Y.Transaction) => {
        if (origin === BY_USER) return;
        for (const id of changes.keys()) listener(id, records.get(id));
      });
    },
  };
}

function openWhole(doc: Y.Doc, records: Records, hasUndo: boolean): BoundBoard {
  const store = headlessStore();
  const changed = new Map<string, BoardRecord | undefined>();
  let isHearing = false;
  const hear = (write: () => void) => {
    isHearing = true;
    store.mergeRemoteChanges(write);
    isHearing = false;
  };
  const note = (id: string, record: BoardRecord | undefined) => {
    if (!isHearing) changed.set(id, record);
  };
  hear(() => store.put([aPage(), ...records.all()]));
  for (const kind of ['shape', 'binding', 'asset'] as const) {
    store.sideEffects.registerAfterCreateHandler(kind, (record) => note(record.id, record));
    store.sideEffects.registerAfterChangeHandler(kind, (_old, record) => note(record.id, record));
    store.sideEffects.registerAfterDeleteHandler(kind, ({ id }) => note(id, undefined));
  }
  records.observe((id, record) =>
    hear(() => (record ? store.put([record]) : store.remove([id as BoardRecord['id']]))),
  );
  const undo = hasUndo
    ? new Y.UndoManager(records.type, { captureTimeout: 0, trackedOrigins: new Set([BY_USER]) })
    : undefined;
  const write = () => {
    if (changed.size === 0) return;
    doc.transact(() => {
      for (const [id, record] of changed) {
        if (record === undefined) records.remove(id);
        else records.put(id, record);
      }
    }, BY_USER);
    changed.clear();
  };
  return {
    doc,
    store,
    drag(steps, change) {
      for (let step = 1; step <= steps; step += 1) {
        change(step);
        write();
      }
    },
    frame: write,
    destroy: () => undo?.destroy(),
  };
}
