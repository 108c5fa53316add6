/** Inside tldraw's editor: what happens on the board, and the board itself. */
import { useEffect, useLayoutEffect } from 'react';
import {
  DefaultDashStyle,
  DefaultFontStyle,
  type Editor,
  registerDefaultSideEffects,
  type TLEventInfo,
  type TLShapeId,
  useEditor,
  useEditorComponents,
  useTldrawUiComponents,
} from 'tldraw';
import { type Translate, useT } from '../i18n/i18n.ts';
import { useSession } from '../sheet/session.tsx';
import { showToast } from '../ui/toasts.ts';
import { keepFitted } from './camera.ts';
import { type CanvasDesk, useDesk } from './desk.ts';
import { takeExternalContent } from './externalContent.ts';
import { watchGestures } from './gestures.ts';
import { freePlace, keepGroupsTogether, selectFirstLapp, writeNewLapp } from './lapper.ts';
import { Notices } from './Notices.tsx';
import { FollowedBanner } from './presence/FollowedBanner.tsx';
import { useFollowedView } from './presence/useFollowedView.ts';
import { useOwnPresence } from './presence/useOwnPresence.ts';
import { onPlaceLapp } from './tools/LappTool.ts';
import { Outline } from './ui/Outline.tsx';

export function BoardContent() {
  const t = useT();
  const editor = useEditor();
  const desk = useDesk();
  const { canWrite } = useSession();
  const { Canvas } = useEditorComponents();
  const { ContextMenu } = useTldrawUiComponents();
  useLayoutEffect(() => {
    editor.updateInstanceState({ isReadonly: !canWrite });
  }, [editor, canWrite]);
  useLayoutEffect(() => {
    // Letters and the wheel work wherever on the board one is; nothing takes the focus for it.
    editor.updateInstanceState({ isFocused: true });
    // Plain letters and lines, as the page has them; the hand-drawn ones are there to be chosen.
    editor.setStyleForNextShapes(DefaultFontStyle, 'sans', { history: 'ignore' });
    editor.setStyleForNextShapes(DefaultDashStyle, 'solid', { history: 'ignore' });
    return keepFitted(editor);
  }, [editor]);
  useEffect(() => wire(editor, desk, t), [editor, desk, t]);
  useEffect(() => takeExternalContent(editor, desk, t), [editor, desk, t]);
  useOwnPresence();
  useFollowedView();
  return (
    <>
      <Notices />
      <FollowedBanner />
      <Outline />
      {ContextMenu ? <ContextMenu /> : Canvas && <Canvas />}
    </>
  );
}

/** Joins the editor to the sheet: side effects, gestures, and what makes new notes. */
function wire(editor: Editor, desk: CanvasDesk, t: Translate): () => void {
  const onEvent = (info: TLEventInfo) => {
    if (isEnterOnNothing(editor, info)) selectFirstLapp(editor);
    if (isDoubleClickBeside(editor, info))
      writeNewLapp(editor, desk, editor.inputs.currentPagePoint);
  };
  onPlaceLapp(editor, (point) => writeNewLapp(editor, desk, point ?? freePlace(editor)));
  desk.onAdopted((oldId, newId) => {
    const selected = editor.getSelectedShapeIds();
    if (!selected.some((id) => id === oldId)) return;
    editor.setSelectedShapes(selected.map((id) => (id === oldId ? (newId as TLShapeId) : id)));
  });
  const onFull = () => showToast({ kind: 'warning', text: t('canvas.full') });
  desk.glide.attach(editor);
  editor.on('event', onEvent);
  editor.on('max-shapes', onFull);
  const stops = [
    registerDefaultSideEffects(editor),
    keepGroupsTogether(editor),
    watchGestures(editor, desk.binding),
    () => desk.glide.attach(undefined),
    () => editor.off('event', onEvent),
    () => editor.off('max-shapes', onFull),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The way onto the board by key: from the first note, Tab leads to the others. */
function isEnterOnNothing(editor: Editor, info: TLEventInfo): boolean {
  return (
    info.type === 'keyboard' &&
    info.name === 'key_down' &&
    info.key === 'Enter' &&
    editor.isIn('select.idle') &&
    editor.getSelectedShapeIds().length === 0
  );
}

/** Twice on nothing: neither on a note nor on a drawing, nor on words of the page. */
function isDoubleClickBeside(editor: Editor, info: TLEventInfo): boolean {
  return (
    info.type === 'click' &&
    info.name === 'double_click' &&
    info.phase === 'up' &&
    info.target === 'canvas' &&
    editor.isIn('select') &&
    editor.getEditingShapeId() === null &&
    editor.getShapeAtPoint(editor.inputs.currentPagePoint, {
      hitInside: false,
      margin: editor.options.hitTestMargin / editor.getZoomLevel(),
    }) === undefined
  );
}
