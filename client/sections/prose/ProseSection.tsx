/**
 * A prose section: plain content at once, an editor a moment later or as soon as somebody wants to
 * write, in the same place and with the same look. For readers, and where the document holds what
 * this version does not know, it stays plain content, which follows the document all the same.
 */
import {
  type FocusEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { useT } from '../../i18n/i18n.ts';
import { loadEditor, loadedEditor } from './editorLoader.ts';
import { type Act, type Entry, NOT_ENTERED } from './entry.ts';
import { whenIdle } from './idle.ts';
import { KeyCatcher } from './KeyCatcher.tsx';
import { isAllKnown } from './model.ts';
import './prose.css';
import { renderProse, useProse } from './StaticProse.tsx';

export interface ProseSectionProps {
  readonly fragment: Y.XmlFragment;
  /** The provider's: carets of others are read from it, this person's is put into it. */
  readonly awareness: Awareness;
  /** The sheet's. It is neither changed nor destroyed. */
  readonly undoManager: Y.UndoManager;
  /** The id of the section's heading. */
  readonly labelledBy: string;
  /** What the heading says, for the name of the toolbar. */
  readonly label: string;
  readonly placeholder: string;
  readonly readOnly?: boolean | undefined;
  /** The language of the text, for hyphenation and spelling; else that of the page. */
  readonly lang?: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function ProseSection(props: ProseSectionProps) {
  const { readOnly = false } = props;
  const [entry, setEntry] = useState<Entry>();
  const ProseEditor = loadedEditor()?.ProseEditor;
  if (readOnly || entry === undefined || ProseEditor === undefined) {
    return <PlainSection {...props} onEntry={setEntry} />;
  }
  return (
    <div className="prose-section">
      <ProseEditor
        {...props}
        lang={props.lang}
        entry={entry}
        onUnknown={() => setEntry(undefined)}
      />
    </div>
  );
}

/** Plain content, and what makes it an editor: an idle moment, a press, or the focus. */
function PlainSection({
  onEntry,
  ...props
}: ProseSectionProps & { readonly onEntry: (entry: Entry) => void }) {
  const { fragment, readOnly = false, labelledBy, placeholder, lang } = props;
  const t = useT();
  useProse(fragment);
  const isKnown = isAllKnown(fragment);
  const canWrite = !readOnly && isKnown;
  const content = useRef<HTMLDivElement>(null);
  const pressed = useRef<Entry['at']>('start');
  const [isCatching, setCatching] = useState(false);

  useEffect(() => {
    // Once keys are being caught, only the catcher knows what to open the editor with.
    if (!canWrite || isCatching) return undefined;
    return openWhenIdle(content, () => onEntry(NOT_ENTERED));
  }, [canWrite, isCatching, onEntry]);

  const finish = useCallback(
    (acts: readonly Act[], hasFocus: boolean) => {
      flushSync(() => onEntry({ at: pressed.current, hasFocus, acts }));
    },
    [onEntry],
  );

  // With the editor in place before the press, the browser itself places the caret, and selects
  // when the press becomes a drag. A mouse comes before it presses.
  const onPointerMove = ({ buttons }: PointerEvent) => {
    if (buttons === 0 && loadedEditor() !== undefined) finish([], false);
  };
  const onPointerDown = ({ clientX: x, clientY: y, pointerType }: PointerEvent) => {
    pressed.current = { x, y };
    // A finger may be about to scroll: the browser gives the focus if it was a tap.
    if (loadedEditor() !== undefined) finish([], pointerType === 'mouse');
  };
  const onFocus = (event: FocusEvent) => {
    if (loadedEditor() !== undefined) finish([], true);
    else if (event.target === content.current) setCatching(true);
  };
  const shown = renderProse(fragment, readOnly ? undefined : placeholder);
  return (
    <div className="prose-section">
      {canWrite && !isCatching ? (
        <div
          ref={content}
          className="prose"
          tabIndex={0}
          role="textbox"
          aria-multiline="true"
          aria-labelledby={labelledBy}
          lang={lang}
          onPointerMove={onPointerMove}
          onPointerDown={onPointerDown}
          onFocus={onFocus}
        >
          {shown}
        </div>
      ) : (
        <div className="prose" lang={lang}>
          {shown}
        </div>
      )}
      {isCatching && <KeyCatcher labelledBy={labelledBy} onDone={finish} />}
      {!isKnown && <p className="prose-notice">{t('prose.unknown')}</p>}
    </div>
  );
}

/** Fetches the editor in one idle moment and opens it in another, unless somebody marks words. */
function openWhenIdle(
  content: { readonly current: HTMLElement | null },
  open: () => void,
): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const idle = (task: () => void) => {
    signal.addEventListener('abort', whenIdle(task), { once: true });
  };
  const openUnlessMarked = () => {
    if (!isMarked(content.current)) open();
    else {
      const again = () => idle(openUnlessMarked);
      document.addEventListener('selectionchange', again, { once: true, signal });
    }
  };
  idle(() => {
    // Without a network there is no editor yet; pressing or focusing tries again.
    loadEditor().then(
      () => signal.aborted || idle(openUnlessMarked),
      () => undefined,
    );
  });
  return () => listeners.abort();
}

function isMarked(content: HTMLElement | null): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || content === null) return false;
  return selection.containsNode(content, true);
}
