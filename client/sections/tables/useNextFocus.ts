/** Gives the focus to a row, or to the button that adds one, once the rows have been drawn. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

export type NextFocus = { readonly row: string; readonly target: 'words' | 'handle' } | 'add';

interface NextFocusDesk {
  /** Spread on the element around the rows, where the focus is looked for. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Asks for the focus; it is set as soon as what it is for is there. */
  readonly focusNext: (next: NextFocus) => void;
}

export function useNextFocus(): NextFocusDesk {
  const container = useRef<HTMLDivElement>(null);
  const asked = useRef<NextFocus | undefined>(undefined);

  useEffect(() => {
    if (asked.current === undefined) return;
    const element = findFocus(container.current, asked.current);
    if (element === undefined) return;
    asked.current = undefined;
    element.focus();
  });

  const focusNext = useCallback((next: NextFocus) => {
    asked.current = next;
  }, []);
  return { container, focusNext };
}

function findFocus(container: HTMLElement | null, next: NextFocus): HTMLElement | undefined {
  if (next === 'add') return container?.querySelector<HTMLElement>('[data-add-row]') ?? undefined;
  const row = container?.querySelector(`[data-row="${CSS.escape(next.row)}"]`);
  if (next.target === 'handle') {
    return row?.querySelector<HTMLElement>('[data-handle]') ?? undefined;
  }
  // A row that has its first words already says which are to be written next.
  const words = row?.querySelector<HTMLElement>('[data-write-first] textarea');
  return words ?? row?.querySelector<HTMLElement>('textarea') ?? undefined;
}
