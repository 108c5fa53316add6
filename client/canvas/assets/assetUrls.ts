/**
 * Where tldraw finds its fonts, icons and words: on our own host, each of them, also those that we
 * have no use for. Without this it asks its maker's servers.
 */
import { getAssetUrls } from '@tldraw/assets/selfHosted.js';
import type { TLUiAssetUrls } from 'tldraw';
import {
  FIRST_ICONS,
  FIRST_ICONS_FILE,
  ICONS_FILE,
  TLDRAW_PATH,
  WORDS_FILE,
} from './tldrawPath.ts';

const all = getAssetUrls(urlOf);
const firstIcons = Object.fromEntries(
  FIRST_ICONS.map((name) => [name, `${TLDRAW_PATH}/${FIRST_ICONS_FILE}#${name}`]),
);

/**
 * For `assetUrls` of the editor and of its interface. A font is fetched when a shape that uses it
 * is drawn, and none before: `<Tldraw>` asks for all sixteen when it mounts, `TldrawEditor` for none.
 */
export const tldrawAssetUrls: TLUiAssetUrls = { ...all, icons: { ...all.icons, ...firstIcons } };

/** @param file as tldraw names it, such as `./fonts/IBMPlexSans-Bold.woff2` */
function urlOf(file: string): string {
  const path = file.replace(/^\.\//, '');
  if (path.startsWith('translations/')) return `${TLDRAW_PATH}/${WORDS_FILE}`;
  // Nothing is embedded, so that no such icon is ever shown.
  if (path.startsWith('embed-icons/')) return `${TLDRAW_PATH}/${ICONS_FILE}#link`;
  return `${TLDRAW_PATH}/${path}`;
}

/**
 * The same with those icons alone that a board shows at once. tldraw has the browser draw every icon
 * that it is told of as soon as it mounts: a fifth of the time until one can write.
 */
export const firstAssetUrls: TLUiAssetUrls = {
  ...tldrawAssetUrls,
  icons: { ...withoutUrl(all.icons), ...firstIcons },
  embedIcons: withoutUrl(all.embedIcons),
};

function withoutUrl<T extends object>(urls: T): T {
  return Object.fromEntries(Object.keys(urls).map((name) => [name, ''])) as T;
}
