/**
 * Where tldraw finds its fonts, icons and words: on our own host, each of them, also those that we
 * have no use for. Without this it asks its maker's servers.
 */
import { getAssetUrls } from '@tldraw/assets/selfHosted.js';
import type { TLUiAssetUrls } from 'tldraw';
import { ICONS_FILE, TLDRAW_PATH, WORDS_FILE } from './tldrawPath.ts';

/**
 * For `assetUrls` of the editor and of its interface. A font is fetched when a shape that uses it
 * is drawn, and none before: `<Tldraw>` asks for all sixteen when it mounts, `TldrawEditor` for none.
 */
export const tldrawAssetUrls: TLUiAssetUrls = getAssetUrls(urlOf);

/** @param file as tldraw names it, such as `./fonts/IBMPlexSans-Bold.woff2` */
function urlOf(file: string): string {
  const path = file.replace(/^\.\//, '');
  if (path.startsWith('translations/')) return `${TLDRAW_PATH}/${WORDS_FILE}`;
  // Nothing is embedded, so that no such icon is ever shown.
  if (path.startsWith('embed-icons/')) return `${TLDRAW_PATH}/${ICONS_FILE}#link`;
  return `${TLDRAW_PATH}/${path}`;
}
