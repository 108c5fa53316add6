/**
 * Takes what is typed between the moment somebody enters a section and the moment its editor has
 * been fetched: an unseen field, so that every keyboard, input method and dictation works. When the
 * editor cannot be fetched the field comes into view, and says where the words go.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { loadEditor } from './editorLoader.ts';

interface KeyCatcherProps {
  readonly labelledBy: string;
  /** The editor is here: what was typed, and whether the person is still in the section. */
  readonly onDone: (typed: string, hasFocus: boolean) => void;
}

/** How long to wait before trying again to fetch the editor. */
const RETRY_MS = 3000;

export function KeyCatcher({ labelledBy, onDone }: KeyCatcherProps) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isLate, setLate] = useState(false);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const waiting = new AbortController();
    const onFailure = () => setLate(true);
    void editorAndRest(field.current, waiting.signal, onFailure).then(() => {
      if (waiting.signal.aborted || field.current === null) return;
      onDone(field.current.value, document.activeElement === field.current);
    });
    return () => waiting.abort();
  }, [onDone]);
  useEffect(() => {
    if (isLate) announce(t('prose.late'));
  }, [isLate, t]);
  return (
    <>
      <textarea
        ref={field}
        className="prose-catcher"
        data-late={isLate || undefined}
        aria-labelledby={labelledBy}
        rows={1}
      />
      {isLate && <p className="prose-notice">{t('prose.late')}</p>}
    </>
  );
}

/** Resolves when the editor is here and no input method is composing in the field. */
async function editorAndRest(
  field: HTMLElement | null,
  signal: AbortSignal,
  onFailure: () => void,
): Promise<void> {
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
  await fetched(signal, onFailure);
  if (isComposing) await new Promise<void>((resolve) => (onRest = resolve));
}

/** Tries until it succeeds or nobody waits any more. */
async function fetched(signal: AbortSignal, onFailure: () => void): Promise<void> {
  while (!signal.aborted) {
    try {
      await loadEditor();
      return;
    } catch {
      onFailure();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
