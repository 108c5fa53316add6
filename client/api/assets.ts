/** Pictures on a sheet: sending one to the server, and showing one that is there. */
import { parseAssetId, type SheetId } from '../../shared/ids/ids.ts';
import { MAX_IMAGE_BYTES, type UploadedImage, uploadedImage } from '../../shared/wire/assets.ts';
import { errorText } from '../i18n/i18n.ts';
import { dataUrlOf } from './dataUrl.ts';
import { type ApiResult, callApi, fetchFile } from './request.ts';

interface Kept {
  readonly file: Blob;
  readonly url: string;
}

/** Pictures that have been fetched or are on their way, by path. */
const pictures = new Map<string, Promise<ApiResult<Kept>>>();

/** `key` must be one that may write. A file that the server would find too large is not sent. */
export async function uploadImage(
  sheetId: SheetId,
  key: string,
  file: Blob,
): Promise<ApiResult<UploadedImage>> {
  if (file.size > MAX_IMAGE_BYTES) {
    const code = 'asset.tooLarge';
    return { ok: false, failure: { code, text: errorText(code) } };
  }
  return callApi({
    method: 'POST',
    path: `/api/sheets/${sheetId}/assets`,
    key,
    file,
    answer: uploadedImage,
  });
}

/**
 * An address of the picture for as long as the page lives, which an `<img>` can show without a key.
 * Fetched once; what failed is tried anew when it is asked for again. `id` may be anything that
 * stands in a document: what is no picture's id is asked of nobody.
 */
export async function imageUrl(
  sheetId: SheetId,
  id: string,
  key: string,
): Promise<ApiResult<string>> {
  const kept = await keptImage(sheetId, id, key);
  return kept.ok ? { ok: true, value: kept.value.url } : kept;
}

/** The picture itself as a `data:` address, for a file that is to hold it. Else as `imageUrl`. */
export async function imageData(
  sheetId: SheetId,
  id: string,
  key: string,
): Promise<ApiResult<string>> {
  const kept = await keptImage(sheetId, id, key);
  return kept.ok ? { ok: true, value: await dataUrlOf(kept.value.file) } : kept;
}

function keptImage(sheetId: SheetId, id: string, key: string): Promise<ApiResult<Kept>> {
  const asset = parseAssetId(id);
  if (asset === undefined) {
    const code = 'asset.unknown';
    return Promise.resolve({ ok: false, failure: { code, text: errorText(code) } });
  }
  const path = `/api/sheets/${sheetId}/assets/${asset}`;
  const known = pictures.get(path);
  if (known !== undefined) return known;
  const fetched = fetchImage(path, key);
  pictures.set(path, fetched);
  const forget = () => pictures.delete(path);
  fetched.then((result) => result.ok || forget(), forget);
  return fetched;
}

async function fetchImage(path: string, key: string): Promise<ApiResult<Kept>> {
  // A picture never changes: the browser's own copy will do.
  const result = await fetchFile({ path, key, cache: 'default' });
  if (!result.ok) return result;
  return { ok: true, value: { file: result.value, url: URL.createObjectURL(result.value) } };
}
