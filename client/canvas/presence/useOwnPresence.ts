/** Tells the others where this person's pointer is, what is selected and what is seen. */
import { useEffect } from 'react';
import { type Editor, react, useEditor } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import { useSetPlace } from '../../presence/context.tsx';
import { useDesk } from '../desk.ts';
import { sectionAt } from '../page/sectionAreas.ts';
import { BOARD, type BoardState, MOST_SELECTED } from './peers.ts';

/** How often a moving pointer is told of: often enough to be seen moving. */
const EVERY_MS = 50;
/** How often the section under the pointer is looked up. */
const PLACE_EVERY_MS = 400;

export function useOwnPresence(): void {
  const editor = useEditor();
  const { awareness } = useDesk();
  const setPlace = useSetPlace();
  useEffect(() => tellBoard(editor, awareness), [editor, awareness]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const container = editor.getContainer();
    const look = () => {
      timer = undefined;
      // Whoever is in a field is there, wherever the pointer lies meanwhile.
      if (document.activeElement?.closest('[data-place]')) return;
      const { x, y } = editor.inputs.currentPagePoint;
      const section = sectionAt(x, y);
      setPlace(section && { section });
    };
    const onMove = () => {
      timer ??= setTimeout(look, PLACE_EVERY_MS);
    };
    container.addEventListener('pointermove', onMove, { passive: true });
    return () => {
      clearTimeout(timer);
      container.removeEventListener('pointermove', onMove);
    };
  }, [editor, setPlace]);
}

function tellBoard(editor: Editor, awareness: Awareness): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = () => {
    timer = undefined;
    const state = boardState(editor);
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    awareness.setLocalStateField(BOARD, state);
  };
  const later = () => {
    timer ??= setTimeout(tell, EVERY_MS);
  };
  const stop = react('tell where I am', () => {
    editor.getSelectedShapeIds();
    editor.getViewportPageBounds();
    editor.getInstanceState().isHoveringCanvas;
    later();
  });
  editor.on('event', later);
  tell();
  return () => {
    stop();
    editor.off('event', later);
    clearTimeout(timer);
    awareness.setLocalStateField(BOARD, null);
  };
}

function boardState(editor: Editor): BoardState {
  const { x, y, w, h } = editor.getViewportPageBounds();
  const pointer = editor.inputs.currentPagePoint;
  const isHere = editor.getInstanceState().isHoveringCanvas === true || editor.inputs.isPointing;
  return {
    pointer: isHere ? [Math.round(pointer.x), Math.round(pointer.y)] : null,
    selected: editor.getSelectedShapeIds().slice(0, MOST_SELECTED),
    view: [Math.round(x), Math.round(y), Math.round(w), Math.round(h)],
  };
}
