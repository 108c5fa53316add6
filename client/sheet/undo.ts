/**
 * One undo and redo for the whole document, sheet or programme: text cells, tables and prose alike. It takes back only
 * what this browser's person did. Rules: SPEC.md beside this file (UN-n).
 */
import * as Y from 'yjs';
import { rootsOf } from '../../shared/sheet/schema/roots.ts';
import { isUndoable } from './origins.ts';
import { forgetOldest } from './undoBound.ts';
import { HeldTypes } from './undoHeld.ts';
import { stepField } from './undoSteps.ts';

/** Typing in one field within this time of the last key is one step. */
const CAPTURE_TIMEOUT_MS = 500;

/** Older steps are forgotten: each keeps what it removed from being freed. */
const MOST_STEPS = 300;

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface SheetUndoOptions {
  readonly captureTimeoutMs?: number;
  /** What is watched: every root of the document. A sheet's when left out. */
  readonly roots?: readonly Y.AbstractType<unknown>[];
}

/**
 * Undo and redo of one open document. `manager` is for what needs a plain `Y.UndoManager` (the prose
 * editor); its own `undo` and `redo` keep all rules too. Nobody but `destroy` may destroy it.
 */
export class SheetUndo {
  readonly manager: Y.UndoManager;
  readonly #manager: SheetUndoManager;
  readonly #listeners = new Set<() => void>();
  #state: UndoState = { canUndo: false, canRedo: false };

  constructor(doc: Y.Doc, options: SheetUndoOptions = {}) {
    const { captureTimeoutMs = CAPTURE_TIMEOUT_MS, roots = rootsOf(doc) } = options;
    this.#manager = new SheetUndoManager(doc, roots, captureTimeoutMs);
    this.manager = this.#manager;
    this.#manager.on('stack-item-added', () => {
      forgetOldest(this.#manager, MOST_STEPS);
      this.#refresh();
    });
    this.#manager.on('stack-item-popped', this.#refresh);
    this.#manager.on('stack-cleared', this.#refresh);
    this.#manager.onPop = this.#refresh;
  }

  /** Takes back the last step that still has an effect. False when there was none. */
  undo(): boolean {
    return this.manager.undo() !== null;
  }

  /** Does again what was last undone. False when there was nothing. */
  redo(): boolean {
    return this.manager.redo() !== null;
  }

  /** The next change starts a new step: call it when the focus moves to another field. */
  beginStep(): void {
    this.manager.stopCapturing();
  }

  /** The same object until it changes, so that it fits `useSyncExternalStore`. */
  readonly getState = (): UndoState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.manager.destroy();
    this.#listeners.clear();
  }

  readonly #refresh = (): void => {
    const canUndo = this.manager.canUndo();
    const canRedo = this.manager.canRedo();
    if (canUndo === this.#state.canUndo && canRedo === this.#state.canRedo) return;
    this.#state = { canUndo, canRedo };
    for (const listener of this.#listeners) listener();
  };
}

/**
 * Adds to Yjs' undo manager: which origins are ours, where a step ends, and that a thing which
 * others have written in meanwhile is not taken away from them.
 */
class SheetUndoManager extends Y.UndoManager {
  /** Called after each undo and redo, also when steps without effect were passed over. */
  onPop: () => void = () => {};
  readonly #held: HeldTypes;

  constructor(doc: Y.Doc, roots: readonly Y.AbstractType<unknown>[], captureTimeoutMs: number) {
    const held = new HeldTypes(doc);
    let lastField: unknown;
    super([...roots], {
      captureTimeout: captureTimeoutMs,
      trackedOrigins: new LocalOrigins(),
      deleteFilter: (item) => !held.isHeld(item),
      captureTransaction: (transaction) => {
        if (transaction.meta.get('addToHistory') === false) return false;
        if (!this.trackedOrigins.has(transaction.origin)) return false;
        const field = stepField(transaction);
        if (field === undefined || field !== lastField) this.stopCapturing();
        lastField = field;
        return true;
      },
    });
    this.#held = held;
  }

  override undo(): ReturnType<Y.UndoManager['undo']> {
    return this.#pop(this.undoStack, () => super.undo());
  }

  override redo(): ReturnType<Y.UndoManager['redo']> {
    return this.#pop(this.redoStack, () => super.redo());
  }

  #pop<T>(stack: ReadonlyArray<Y.UndoManager['undoStack'][number]>, pop: () => T): T {
    this.#held.watch(stack);
    try {
      return pop();
    } finally {
      this.#held.unwatch();
      this.stopCapturing();
      this.onPop();
    }
  }
}

/** Every undoable local origin is ours, whichever object it is. */
class LocalOrigins extends Set<unknown> {
  override has(origin: unknown): boolean {
    return super.has(origin) || isUndoable(origin);
  }
}
