/**
 * How far back undo reaches. Yjs keeps whatever a step removed for as long as the step is on the
 * stack; somebody who drags things about for a day would keep every place that they ever had.
 */
import * as Y from 'yjs';
import { localOrigin } from './origins.ts';

const FORGETTING = localOrigin('undo', false);

/** Forgets the oldest steps beyond `most`, and frees what was kept for their sake. */
export function forgetOldest(manager: Y.UndoManager, most: number): void {
  const { undoStack, doc } = manager;
  for (const { deletions } of undoStack.splice(0, Math.max(0, undoStack.length - most))) {
    doc.transact((transaction) => {
      Y.iterateDeletedStructs(transaction, deletions, (struct) => {
        if (struct instanceof Y.Item) struct.keep = false;
      });
      Y.tryGc(deletions, doc.store, doc.gcFilter);
    }, FORGETTING);
  }
}
