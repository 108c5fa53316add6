/**
 * Where our own host serves tldraw's fonts and icons, and under which names. The path holds
 * tldraw's version, so that browsers may keep the files for ever. The build takes the names from
 * here too.
 */

/** Must be the installed version; the build refuses another. */
export const TLDRAW_VERSION = '3.15.6';

export const TLDRAW_PATH = `/assets/tldraw/${TLDRAW_VERSION}`;

/** All icons in one picture; each is asked for by its fragment. */
export const ICONS_FILE = 'icons/icon/0_merged.svg';

/** Those that are shown as soon as the board is, in a picture of their own. */
export const FIRST_ICONS_FILE = 'icons/icon/first.svg';

export const FIRST_ICONS = [
  ...['tool-pointer', 'tool-hand', 'tool-note', 'tool-pencil', 'tool-eraser', 'tool-arrow'],
  ...['tool-text', 'tool-media', 'tool-line', 'tool-highlight', 'tool-laser', 'chevron-up', 'blob'],
  ...['geo-rectangle', 'geo-ellipse', 'geo-diamond'],
] as const;

/** An empty table of words: tldraw insists on fetching one, and ours come with our own scripts. */
export const WORDS_FILE = 'words.json';
