/**
 * What is pasted or dropped on the board: lines become notes, pictures go to the server. Nothing
 * is fetched from the addresses that somebody pastes.
 */
import { defaultHandleExternalTldrawContent, type Editor, type VecLike } from 'tldraw';
import type { Translate } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import type { CanvasDesk } from './desk.ts';
import { placeImages, refuseType, replaceImage } from './images.ts';
import { addLappLines } from './lapper.ts';

/** Takes the place of tldraw's own handlers. */
export function takeExternalContent(editor: Editor, desk: CanvasDesk, t: Translate): void {
  const placeOf = (point: VecLike | undefined) =>
    point ?? (editor.inputs.shiftKey ? editor.inputs.currentPagePoint : undefined);
  const asLines = ({ text, point }: { text: string; point?: VecLike }) => {
    const count = addLappLines(editor, desk, text, placeOf(point));
    if (count > 1) announce(t('canvas.paste.many', { count }));
  };
  editor.registerExternalContentHandler('text', asLines);
  editor.registerExternalContentHandler('url', ({ url, point }) =>
    asLines({ text: url, ...(point && { point }) }),
  );
  editor.registerExternalContentHandler('svg-text', () => refuseType(t));
  editor.registerExternalContentHandler('embed', () => undefined);
  editor.registerExternalContentHandler('excalidraw', () => undefined);
  editor.registerExternalContentHandler('tldraw', (content) =>
    defaultHandleExternalTldrawContent(editor, content),
  );
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    const place = placeOf(point) ?? editor.getViewportPageBounds().center;
    await placeImages({ editor, desk, t }, files, place);
  });
  editor.registerExternalContentHandler('file-replace', async ({ file, shapeId }) => {
    await replaceImage({ editor, desk, t }, file, shapeId);
  });
}
