/**
 * Pictures on the board: kept by the server beside the sheet, named in the document as
 * `asset:<id>`, and fetched with the key that this page speaks with.
 */
import { useMemo } from 'react';
import type { TLAssetStore } from 'tldraw';
import { imageData, imageUrl, uploadImage } from '../../api/assets.ts';
import type { OpenSheet } from '../../connection/openSheet.ts';

const SCHEME = 'asset:';

export function useSheetAssets(sheet: OpenSheet): TLAssetStore {
  return useMemo(() => sheetAssets(sheet), [sheet]);
}

function sheetAssets(sheet: OpenSheet): TLAssetStore {
  return {
    upload: async (_asset, file) => {
      const result = await uploadImage(sheet.sheetId, sheet.accessKey ?? '', file);
      if (!result.ok) throw new Error(result.failure.text);
      return { src: `${SCHEME}${result.value.id}` };
    },
    resolve: async ({ props }, { shouldResolveToOriginal }) => {
      const src = 'src' in props ? props.src : null;
      // An address of anywhere else is not followed: nothing is asked of another host.
      if (src === null || src === undefined || !src.startsWith(SCHEME)) return null;
      // What is to be taken out of the page must hold the picture: it may not fetch a `blob:`.
      const find = shouldResolveToOriginal ? imageData : imageUrl;
      const result = await find(sheet.sheetId, src.slice(SCHEME.length), sheet.accessKey ?? '');
      return result.ok ? result.value : null;
    },
  };
}

/** How the document names an image of the server's. */
export function assetSource(id: string): string {
  return `${SCHEME}${id}`;
}
