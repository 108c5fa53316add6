/**
 * Takes what is typed, and the keys that move the caret or change words, between the moment somebody
 * enters a section and the moment its editor has been fetched: an unseen field, so that every
 * keyboard, input method and dictation works. When the editor cannot be fetched the field comes
 * into view, and says where the words go.
 */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { loadEditor } from './editorLoader.ts';
import { type Act, isCommand } from './entry.ts';

interface KeyCatcherProps {
  readonly labelledBy: string;
  /** The editor is here: what was done, and whether the person is still in the section. */
  readonly onDone: (acts: readonly Act[], hasFocus: boolean) => void;
}

/** How long to wait before trying again to fetch the editor. */
const RETRY_MS = 3000;

export function KeyCatcher({ labelledBy, onDone }: KeyCatcherProps) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What was done before what now stands in the field. */
  const acts = useRef<readonly Act[]>([]);
  const [isLate, setLate] = useState(false);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const waiting = new AbortController();
    const onFailure = () => {
      setLate(true);
      if (field.current !== null) acts.current = showWords(field.current, acts.current);
    };
    void editorAndRest(field.current, waiting.signal, onFailure).then(() => {
      if (waiting.signal.aborted || field.current === null) return;
      onDone(withWords(acts.current, field.current), document.activeElement === field.current);
    });
    return () => waiting.abort();
  }, [onDone]);
  useEffect(() => {
    if (isLate) announce(t('prose.late'));
  }, [isLate, t]);
  const onKeyDown = ({ currentTarget, nativeEvent: key }: KeyboardEvent<HTMLTextAreaElement>) => {
    const isOfField = isLate || (key.key === 'Backspace' && currentTarget.value !== '');
    if (isOfField || !isCommand(key)) return;
    key.preventDefault();
    acts.current = [...withWords(acts.current, currentTarget), key];
    currentTarget.value = '';
  };
  return (
    <>
      <textarea
        ref={field}
        onKeyDown={onKeyDown}
        className="prose-catcher"
        data-late={isLate || undefined}
        aria-labelledby={labelledBy}
        rows={1}
      />
      {isLate && <p className="prose-notice">{t('prose.late')}</p>}
    </>
  );
}

function withWords(acts: readonly Act[], field: HTMLTextAreaElement): readonly Act[] {
  return field.value === '' ? acts : [...acts, field.value];
}

/** Puts all that was typed into the field, which is about to be seen; answers what came before. */
function showWords(field: HTMLTextAreaElement, acts: readonly Act[]): readonly Act[] {
  const first = acts.findIndex((act) => typeof act === 'string');
  if (first === -1) return acts;
  field.value = withWords(acts, field)
    .filter((act) => typeof act === 'string')
    .join('');
  return acts.slice(0, first);
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
