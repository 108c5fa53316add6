/** How the editor's transactions are told apart: what others did, and what this person did. */
import type { Transaction } from '@tiptap/pm/state';

const SHARED_CHANGE = 'prose:shared-change';

/** Marks a transaction as showing what is stored already. */
export function markShared(transaction: Transaction): Transaction {
  return (
    transaction
      .setMeta(SHARED_CHANGE, true)
      .setMeta('addToHistory', false)
      // TipTap turns an emptied document into a plain paragraph, which is this person's to do.
      .setMeta('preventClearDocument', true)
  );
}

/** Whether a transaction only shows what is stored already. */
export function isSharedChange(transaction: Transaction): boolean {
  return transaction.getMeta(SHARED_CHANGE) === true;
}
