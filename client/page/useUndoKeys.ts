/**
 * Undo and redo by key wherever the focus is. Fields that are bound to the sheet answer the keys
 * themselves; a field of the person's own (a name, a search) keeps the browser's undo.
 */
import { useEffect } from 'react';
import type { SheetUndo } from '../sheet/undo.ts';

export function useUndoKeys(undo: SheetUndo): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = undoAction(event);
      if (action === undefined || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      undo[action]();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [undo]);
}

/** Ctrl or Cmd with Z is undo; with Shift+Z, or Ctrl+Y, redo. */
export function undoAction(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (key === 'y' && event.ctrlKey && !event.shiftKey) return 'redo';
  return undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
