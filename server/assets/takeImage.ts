/** From bytes that somebody sends to a picture on a sheet, or to the reason why not. */
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { AssetId, SheetId } from '../../shared/ids/ids.ts';
import { MAX_IMAGE_BYTES } from '../../shared/wire/assets.ts';
import { type Image, readImage } from './images/image.ts';
import type { AssetQuota, Assets } from './port.ts';

/** More unpacks to more memory than a phone has. */
const MAX_PIXELS = 64_000_000;

const MIB = 1024 * 1024;
const QUOTA: AssetQuota = { count: 500, bytes: 300 * MIB };

export interface TakenImage extends Image {
  readonly id: AssetId;
  readonly bytes: number;
}

/**
 * Takes a picture in and keeps it on the sheet. Rejects with a Refusal, `asset.tooLarge`,
 * `asset.type`, `asset.quota` or `asset.unsaved`, or with what `content` throws; nothing is kept
 * then.
 */
export async function takeImage(
  assets: Assets,
  sheetId: SheetId,
  content: AsyncIterable<Uint8Array>,
): Promise<TakenImage> {
  const staged = await assets.stage(content, MAX_IMAGE_BYTES);
  try {
    const image = await readImage(staged);
    if (image === undefined) throw new Refusal('asset.type');
    if (image.width * image.height > MAX_PIXELS) throw new Refusal('asset.tooLarge');
    await staged.keep(sheetId, QUOTA);
    return { id: staged.id, ...image, bytes: staged.bytes };
  } finally {
    await staged.discard();
  }
}
