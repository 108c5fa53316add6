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

const MARK_KEYS: ReadonlySet<string> = new Set(['a', 'b', 'i']);

/** Whether an editor would do something else at this key than write it. */
export function isCommand(key: KeyboardEvent): boolean {
  if (key.isComposing || key.altKey) return false;
  if (key.ctrlKey || key.metaKey) {
    return MARK_KEYS.has(key.key.toLowerCase()) || caretMove(key) !== undefined;
  }
  return key.key === 'Backspace' || key.key === 'Delete' || caretMove(key) !== undefined;
}

export function caretMove({ key, ctrlKey, metaKey }: KeyboardEvent): CaretMove | undefined {
  switch (key) {
    case 'Home':
    case 'End':
      return {
        way: key === 'Home' ? 'backward' : 'forward',
        by: ctrlKey || metaKey ? 'document' : 'lineboundary',
      };
    case 'ArrowLeft':
    case 'ArrowRight':
      return { way: key === 'ArrowLeft' ? 'backward' : 'forward', by: sideways(ctrlKey, metaKey) };
    case 'ArrowUp':
    case 'ArrowDown':
      if (ctrlKey) return undefined;
      return { way: key === 'ArrowUp' ? 'backward' : 'forward', by: metaKey ? 'document' : 'line' };
    default:
      return undefined;
  }
}

function sideways(ctrlKey: boolean, metaKey: boolean): CaretMove['by'] {
  if (metaKey) return 'lineboundary';
  return ctrlKey ? 'word' : 'character';
}
