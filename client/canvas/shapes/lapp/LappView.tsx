/**
 * A note as it is seen: paper in its colour, the words, and below who it is from. While it is
 * edited the words are the shared text itself, in the same cell as in the form.
 */
import { useEffect, useRef } from 'react';
import { stopEventPropagation, useEditor, useValue } from 'tldraw';
import type { SectionKey } from '../../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Cell } from '../../../sections/Cell.tsx';
import { lappColor } from '../../../sections/lapper/colors.ts';
import { markHandled } from '../../keys.ts';
import './lapp.css';
import { LappFoot, LappWords } from './LappParts.tsx';
import { type LappShape, lappIdOfShape } from './lappShape.ts';
import { sizeOfLapp } from './lappSize.ts';

export function LappView({ shape }: { readonly shape: LappShape }) {
  const editor = useEditor();
  const isEdited = useValue('is edited', () => editor.getEditingShapeId() === shape.id, [
    editor,
    shape.id,
  ]);
  const { text, color, became } = shape.props;
  const { width, height } = sizeOfLapp(text);
  return (
    <div
      className="lapp"
      data-became={became === '' ? undefined : became}
      data-edited={isEdited || undefined}
      style={{ width, minHeight: height, background: lappColor(color).paper }}
    >
      {isEdited ? <EditedWords shape={shape} /> : <LappWords shape={shape} />}
      <LappFoot shape={shape} />
    </div>
  );
}

function EditedWords({ shape }: { readonly shape: LappShape }) {
  const t = useT();
  const editor = useEditor();
  const holder = useRef<HTMLDivElement>(null);
  const id = lappIdOfShape(shape.id);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const field = element.querySelector('textarea');
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener(
      'keydown',
      (event) => {
        markHandled(event);
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (event.isComposing || !(event.key === 'Escape' || isDone)) return;
        event.preventDefault();
        editor.setEditingShape(null);
        editor.setCurrentTool('select.idle');
        editor.getContainer().focus();
      },
      { signal },
    );
    return () => stop.abort();
  }, [editor]);
  if (id === undefined) return null;
  const { section, text } = shape.props;
  return (
    <div
      ref={holder}
      className="lapp__words"
      onPointerDown={stopEventPropagation}
      onTouchStart={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
    >
      <Cell
        address={{ of: 'lapper', id, key: 'text' }}
        place={{ section: (section || 'header') as SectionKey, entityId: id, field: 'text' }}
        label={t('canvas.lapp.label', { text: text === '' ? t('canvas.lapp.empty') : text })}
        placeholder={t('canvas.lapp.write')}
        isMultiline
      />
    </div>
  );
}
