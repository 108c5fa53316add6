/**
 * Takes what is typed between the moment somebody enters a section and the moment its editor has
 * been fetched: an unseen field, so that every keyboard, input method and dictation works.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { loadEditor } from './editorLoader.ts';

interface KeyCatcherProps {
  readonly labelledBy: string;
  /** The editor is here: what was typed, and whether the person is still in the section. */
  readonly onDone: (typed: string, hasFocus: boolean) => void;
}

/** How long to wait before trying again to fetch the editor. */
const RETRY_MS = 3000;

export function KeyCatcher({ labelledBy, onDone }: KeyCatcherProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const waiting = new AbortController();
    void editorAndRest(field.current, waiting.signal).then(() => {
      if (waiting.signal.aborted || field.current === null) return;
      onDone(field.current.value, document.activeElement === field.current);
    });
    return () => waiting.abort();
  }, [onDone]);
  return <textarea ref={field} className="prose-catcher" aria-labelledby={labelledBy} rows={1} />;
}

/** Resolves when the editor is here and no input method is composing in the field. */
async function editorAndRest(field: HTMLElement | null, signal: AbortSignal): Promise<void> {
  let isComposing = false;
  let onRest = (): void => {};
  field?.addEventListener('compositionstart', () => (isComposing = true), { signal });
  field?.addEventListener(
    'compositionend',
    () => {
      isComposing = false;
      onRest();
    },
    { signal },
  );
  await fetched(signal);
  if (isComposing) await new Promise<void>((resolve) => (onRest = resolve));
}

/** Tries until it succeeds or nobody waits any more. */
async function fetched(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await loadEditor();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
