/**
 * Brings the selection back with what undo and redo take back. The sheet has one undo manager for
 * all its fields, so each editor keeps its selections under itself, on the steps that are its own.
 */
import type * as Y from 'yjs';
import type { Collab, RelativeSelection } from './collab.ts';

interface StepSelections {
  readonly before: RelativeSelection | undefined;
  readonly after: RelativeSelection | undefined;
}

type Step = Y.UndoManager['undoStack'][number];

interface StepEvent {
  readonly stackItem: Step;
  readonly type: 'undo' | 'redo';
  readonly origin: unknown;
}

/** Works until the signal aborts. The manager itself is left as it is. */
export function rememberSelections(
  collab: Collab,
  manager: Y.UndoManager,
  origin: unknown,
  signal: AbortSignal,
): void {
  const selectionsOf = (step: Step | null): StepSelections | undefined => step?.meta.get(collab);

  const onAdded = ({ stackItem, origin: by }: StepEvent): void => {
    // The step that undoes an undo knows the same selections as the one it is made from.
    const kept =
      manager.undoing || manager.redoing ? selectionsOf(manager.currStackItem) : undefined;
    if (kept !== undefined) stackItem.meta.set(collab, kept);
    else if (by === origin) {
      const { selectionBefore: before, selection: after } = collab;
      stackItem.meta.set(collab, { before, after } satisfies StepSelections);
    }
  };
  const onUpdated = ({ stackItem, origin: by }: StepEvent): void => {
    if (by !== origin) return;
    const before = selectionsOf(stackItem)?.before ?? collab.selectionBefore;
    stackItem.meta.set(collab, { before, after: collab.selection } satisfies StepSelections);
  };
  const onPopped = ({ stackItem, type }: StepEvent): void => {
    const selections = selectionsOf(stackItem);
    const selection = type === 'undo' ? selections?.before : selections?.after;
    if (selection !== undefined) collab.select(selection);
  };

  manager.on('stack-item-added', onAdded);
  manager.on('stack-item-updated', onUpdated);
  manager.on('stack-item-popped', onPopped);
  signal.addEventListener('abort', () => {
    manager.off('stack-item-added', onAdded);
    manager.off('stack-item-updated', onUpdated);
    manager.off('stack-item-popped', onPopped);
  });
}
