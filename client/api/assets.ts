/** Pictures on a sheet: sending one to the server, and showing one that is there. */
import { parseAssetId, type SheetId } from '../../shared/ids/ids.ts';
import { MAX_IMAGE_BYTES, type UploadedImage, uploadedImage } from '../../shared/wire/assets.ts';
import { errorText } from '../i18n/i18n.ts';
import { type ApiResult, callApi, fetchFile } from './request.ts';

/** Addresses of pictures that have been fetched or are on their way, by path. */
const addresses = new Map<string, Promise<ApiResult<string>>>();

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
export function imageUrl(sheetId: SheetId, id: string, key: string): Promise<ApiResult<string>> {
  const asset = parseAssetId(id);
  if (asset === undefined) {
    const code = 'asset.unknown';
    return Promise.resolve({ ok: false, failure: { code, text: errorText(code) } });
  }
  const path = `/api/sheets/${sheetId}/assets/${asset}`;
  const known = addresses.get(path);
  if (known !== undefined) return known;
  const fetched = fetchImage(path, key);
  addresses.set(path, fetched);
  const forget = () => addresses.delete(path);
  fetched.then((result) => result.ok || forget(), forget);
  return fetched;
}

async function fetchImage(path: string, key: string): Promise<ApiResult<string>> {
  // A picture never changes: the browser's own copy will do.
  const result = await fetchFile({ path, key, cache: 'default' });
  return result.ok ? { ok: true, value: URL.createObjectURL(result.value) } : result;
}
