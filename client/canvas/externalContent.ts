/**
 * What is pasted or dropped on the board: lines become notes, pictures go to the server. Nothing
 * is fetched from the addresses that somebody pastes.
 */
import {
  AssetRecordType,
  createShapeId,
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLImageAsset,
  Vec,
  type VecLike,
} from 'tldraw';
import { IMAGE_TYPES, MAX_IMAGE_BYTES, type UploadedImage } from '../../shared/wire/assets.ts';
import { uploadImage } from '../api/assets.ts';
import type { Translate } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import { showToast } from '../ui/toasts.ts';
import { assetSource } from './assets/useSheetAssets.ts';
import type { CanvasDesk } from './desk.ts';
import { addLappLines } from './lapper.ts';

const MAX_MEGABYTES = MAX_IMAGE_BYTES / 1024 / 1024;
/** A picture comes no larger than this on the board, in page units. */
const MAX_SIDE = 480;
const GAP = 16;

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
  editor.registerExternalContentHandler('svg-text', () => void refuseType(t));
  editor.registerExternalContentHandler('embed', () => undefined);
  editor.registerExternalContentHandler('excalidraw', () => undefined);
  editor.registerExternalContentHandler('tldraw', (content) =>
    defaultHandleExternalTldrawContent(editor, content),
  );
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    await placeImages(
      editor,
      desk,
      t,
      files,
      placeOf(point) ?? editor.getViewportPageBounds().center,
    );
  });
}

/**
 * Uploads pictures one by one and puts down those that the server took; about each of the others
 * it says why not. Nothing of a picture is in the document before the server has it.
 */
async function placeImages(
  editor: Editor,
  desk: CanvasDesk,
  t: Translate,
  files: readonly File[],
  point: VecLike,
): Promise<void> {
  const place = Vec.From(point);
  for (const file of files) {
    if (file.type !== '' && !isImageType(file.type)) refuseType(t);
    else if (file.size > MAX_IMAGE_BYTES) {
      showToast({ kind: 'danger', text: t('canvas.image.tooLarge', { megabytes: MAX_MEGABYTES }) });
    } else {
      const uploaded = await uploadImage(desk.sheetId, desk.accessKey() ?? '', file);
      if (uploaded.ok) place.x += putImage(editor, file.name, uploaded.value, place) + GAP;
      else showToast({ kind: 'danger', text: failureText(t, uploaded.failure) });
    }
  }
}

function failureText(t: Translate, { code, text }: { code: string; text: string }): string {
  return code === 'unreachable' ? t('canvas.image.offline') : text;
}

/** By what the browser says of it; the server looks at the content itself. */
function isImageType(type: string): boolean {
  return IMAGE_TYPES.some((known) => known === type);
}

function refuseType(t: Translate): void {
  showToast({ kind: 'danger', text: t('canvas.image.type') });
}

/** Answers how wide it came on the board. */
function putImage(editor: Editor, name: string, image: UploadedImage, middle: VecLike): number {
  const scale = Math.min(1, MAX_SIDE / Math.max(image.width, image.height));
  const [w, h] = [image.width * scale, image.height * scale];
  const asset: TLImageAsset = AssetRecordType.create({
    id: AssetRecordType.createId(image.id),
    type: 'image',
    props: {
      name,
      src: assetSource(image.id),
      w: image.width,
      h: image.height,
      mimeType: image.mimeType,
      isAnimated: false,
      fileSize: image.bytes,
    },
  }) as TLImageAsset;
  const id = createShapeId();
  editor.run(() => {
    if (editor.getAsset(asset.id) === undefined) editor.createAssets([asset]);
    editor.createShape({
      id,
      type: 'image',
      x: middle.x - w / 2,
      y: middle.y - h / 2,
      props: { assetId: asset.id, w, h, altText: name },
    });
    editor.select(id);
  });
  return w;
}
