/**
 * Pictures on their way to the board. The server has one before anything of it is in the document;
 * about each that cannot be taken it is said why.
 */
import {
  AssetRecordType,
  createShapeId,
  type Editor,
  type TLAssetId,
  type TLImageShape,
  type TLShapeId,
  Vec,
  type VecLike,
} from 'tldraw';
import { IMAGE_TYPES, MAX_IMAGE_BYTES, type UploadedImage } from '../../shared/wire/assets.ts';
import { uploadImage } from '../api/assets.ts';
import type { Translate } from '../i18n/i18n.ts';
import { showToast } from '../ui/toasts.ts';
import { assetSource } from './assets/useSheetAssets.ts';
import type { CanvasDesk } from './desk.ts';

const MAX_MEGABYTES = MAX_IMAGE_BYTES / 1024 / 1024;
/** A picture comes no larger than this on the board, in page units. */
const MAX_SIDE = 480;
const GAP = 16;

interface Board {
  readonly editor: Editor;
  readonly desk: CanvasDesk;
  readonly t: Translate;
}

/** Puts pictures down side by side from a point on. */
export async function placeImages(
  board: Board,
  files: readonly File[],
  point: VecLike,
): Promise<void> {
  const place = Vec.From(point);
  for (const file of files) {
    const image = await upload(board, file);
    if (image !== undefined) place.x += putImage(board.editor, file.name, image, place) + GAP;
  }
}

/** Shows another picture in a picture's place, as wide as the one before. */
export async function replaceImage(board: Board, file: File, shapeId: TLShapeId): Promise<void> {
  const { editor } = board;
  const image = await upload(board, file);
  const shape = editor.getShape<TLImageShape>(shapeId);
  if (image === undefined || shape?.type !== 'image') return;
  const { w } = shape.props;
  editor.run(() => {
    const assetId = keepAsset(editor, file.name, image);
    const h = (w * image.height) / image.width;
    const props = { assetId, w, h, crop: null, altText: file.name };
    editor.updateShape<TLImageShape>({ id: shapeId, type: 'image', props });
  });
}

/** Says that something is not a picture that can be shown. */
export function refuseType(t: Translate): void {
  showToast({ kind: 'danger', text: t('canvas.image.type') });
}

async function upload({ desk, t }: Board, file: File): Promise<UploadedImage | undefined> {
  if (file.type !== '' && !isImageType(file.type)) {
    refuseType(t);
    return undefined;
  }
  if (file.size > MAX_IMAGE_BYTES) {
    showToast({ kind: 'danger', text: t('canvas.image.tooLarge', { megabytes: MAX_MEGABYTES }) });
    return undefined;
  }
  const uploaded = await uploadImage(desk.sheetId, desk.accessKey() ?? '', file);
  if (uploaded.ok) return uploaded.value;
  const { code, text } = uploaded.failure;
  showToast({ kind: 'danger', text: code === 'unreachable' ? t('canvas.image.offline') : text });
  return undefined;
}

/** By what the browser says of it; the server looks at the content itself. */
function isImageType(type: string): boolean {
  return IMAGE_TYPES.some((known) => known === type);
}

/** Answers how wide it came on the board. */
function putImage(editor: Editor, name: string, image: UploadedImage, middle: VecLike): number {
  const scale = Math.min(1, MAX_SIDE / Math.max(image.width, image.height));
  const [w, h] = [image.width * scale, image.height * scale];
  const id = createShapeId();
  editor.run(() => {
    const assetId = keepAsset(editor, name, image);
    editor.createShape({
      id,
      type: 'image',
      x: middle.x - w / 2,
      y: middle.y - h / 2,
      props: { assetId, w, h, altText: name },
    });
    editor.select(id);
  });
  return w;
}

function keepAsset(editor: Editor, name: string, image: UploadedImage): TLAssetId {
  const id = AssetRecordType.createId(image.id);
  if (editor.getAsset(id) === undefined) {
    const { width: w, height: h, mimeType, bytes: fileSize } = image;
    const props = { name, src: assetSource(image.id), w, h, mimeType, isAnimated: false, fileSize };
    editor.createAssets([{ id, type: 'image', typeName: 'asset', props, meta: {} }]);
  }
  return id;
}
