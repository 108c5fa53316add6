/** How a person came into a section, and what they did there before its editor was in place. */

export interface Entry {
  /** Where the caret goes: where the page was pressed, or at the beginning. */
  readonly at: { readonly x: number; readonly y: number } | 'start';
  /** Whether the person is there still. */
  readonly hasFocus: boolean;
  /** In the order in which they were done. */
  readonly acts: readonly Act[];
}

/** Words with their line breaks, or a key that moves the caret or does something to words. */
export type Act = string | KeyboardEvent;

export const NOT_ENTERED: Entry = { at: 'start', hasFocus: false, acts: [] };

/** Which way and how far a key moves the caret. */
export interface CaretMove {
  readonly way: 'backward' | 'forward';
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'document';
}

const BACKWARD_KEYS: ReadonlySet<string> = new Set(['Home', 'ArrowLeft', 'ArrowUp']);
/** With Ctrl or Cmd: mark all, bold, italic. */
const MARK_KEYS: ReadonlySet<string> = new Set(['a', 'b', 'i']);

/** Whether an editor would do something else at this key than write it. */
export function isCommand(key: KeyboardEvent): boolean {
  if (key.isComposing || key.altKey) return false;
  if (caretMove(key) !== undefined) return true;
  if (key.ctrlKey || key.metaKey) return MARK_KEYS.has(key.key.toLowerCase());
  return key.key === 'Backspace' || key.key === 'Delete';
}

export function caretMove({ key, ctrlKey, metaKey }: KeyboardEvent): CaretMove | undefined {
  const by = reachOf(key, ctrlKey, metaKey);
  return by && { way: BACKWARD_KEYS.has(key) ? 'backward' : 'forward', by };
}

function reachOf(key: string, ctrlKey: boolean, metaKey: boolean): CaretMove['by'] | undefined {
  switch (key) {
    case 'Home':
    case 'End':
      return ctrlKey || metaKey ? 'document' : 'lineboundary';
    case 'ArrowLeft':
    case 'ArrowRight':
      if (metaKey) return 'lineboundary';
      return ctrlKey ? 'word' : 'character';
    case 'ArrowUp':
    case 'ArrowDown':
      if (ctrlKey) return undefined;
      return metaKey ? 'document' : 'line';
    default:
      return undefined;
  }
}
