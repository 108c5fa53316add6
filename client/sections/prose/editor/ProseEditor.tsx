/**
 * The editor of one section as a React component. It is fetched on its own, when there is time or
 * somebody wants to write; until then, and for readers, `StaticProse` shows the same.
 */
import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { useT } from '../../../i18n/i18n.ts';
import { localOrigin } from '../../../sheet/origins.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { Entry } from '../entry.ts';
import { createProseEditor } from './createEditor.ts';
import { enter } from './enter.ts';
import { focusToolbar, Toolbar } from './Toolbar.tsx';

export interface ProseEditorProps {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly undoManager: Y.UndoManager;
  readonly labelledBy: string;
  /** The section's name in words, for the toolbar's. */
  readonly label: string;
  readonly placeholder: string;
  readonly lang: string | undefined;
  readonly entry: Entry;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** The document holds what this version does not know: show it in another way. */
  readonly onUnknown: () => void;
}

export function ProseEditor(props: ProseEditorProps) {
  const { fragment, awareness, undoManager, labelledBy, lang, entry } = props;
  const t = useT();
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const [hasFocus, setHasFocus] = useState(false);
  const onUndo = useEffectEvent(() => props.onUndo());
  const onRedo = useEffectEvent(() => props.onRedo());
  const onUnknown = useEffectEvent(() => props.onUnknown());
  const placeholder = useEffectEvent(() => props.placeholder);
  const enterFirst = useEffectEvent((made: Editor) => enter(made, entry));

  useEffect(() => watchFocus(frame.current, setHasFocus), []);

  // Before the browser paints, and before it goes on with the press that asked for the editor.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const made = createProseEditor({
      element: host.current,
      fragment,
      awareness,
      undoManager,
      origin: localOrigin('prose'),
      attributes: {
        class: 'prose',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        'aria-describedby': helpId,
        ...(lang === undefined ? {} : { lang }),
      },
      placeholder: () => placeholder(),
      onUndo: () => onUndo(),
      onRedo: () => onRedo(),
      onUnknown: () => onUnknown(),
      onToolbar: () => focusToolbar(frame.current),
    });
    setEditor(made);
    enterFirst(made);
    return () => {
      setEditor(undefined);
      made.destroy();
    };
  }, [fragment, awareness, undoManager, labelledBy, helpId, lang]);

  return (
    <div ref={frame} className="prose-frame">
      {editor !== undefined && hasFocus && (
        <Toolbar editor={editor} label={t('prose.toolbar', { section: props.label })} />
      )}
      <div ref={host} />
      <VisuallyHidden id={helpId}>{t('prose.help')}</VisuallyHidden>
    </div>
  );
}

/** Tells whether the focus is anywhere within, the toolbar included. */
function watchFocus(
  frame: HTMLElement | null,
  tell: (hasFocus: boolean) => void,
): (() => void) | undefined {
  if (frame === null) return undefined;
  const listeners = new AbortController();
  const { signal } = listeners;
  frame.addEventListener('focusin', () => tell(true), { signal });
  frame.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && frame.contains(relatedTarget))) tell(false);
    },
    { signal },
  );
  tell(frame.contains(document.activeElement));
  return () => listeners.abort();
}
