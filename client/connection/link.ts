/**
 * A sheet's link, `/ark/<id>#n=<key>`. The key stands in the fragment, which browsers send to no
 * server.
 */
import { parseId, type SheetId } from '../../shared/ids/ids.ts';

export interface SheetLink {
  readonly sheetId: SheetId;
  /** Undefined for an address without a key: then the one kept in this browser is used. */
  readonly key: string | undefined;
}

const ANY_ORIGIN = 'http://localhost';
const KEY_PATTERN = /^[A-Za-z0-9_-]{8,200}$/;

/** Reads a sheet's address, whole or from its path on; undefined when it is none. */
export function parseLink(href: string): SheetLink | undefined {
  if (!URL.canParse(href, ANY_ORIGIN)) return undefined;
  const { pathname, hash } = new URL(href, ANY_ORIGIN);
  const [, page, id] = pathname.split('/');
  const sheetId = page === 'ark' ? parseId<SheetId>(id) : undefined;
  return sheetId === undefined ? undefined : { sheetId, key: keyOf(hash) };
}

/** The address from its path on; put the page's origin before it to share it. */
export function formatLink(link: SheetLink): string {
  const path = `/ark/${link.sheetId}`;
  return link.key === undefined ? path : `${path}#n=${link.key}`;
}

/**
 * Takes the key out of the address bar without a new page or a step in the history. A facilitator's
 * address bar is projected for everybody to read.
 */
export function hideKey(page: {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}): void {
  const { location, history } = page;
  if (keyOf(location.hash) === undefined) return;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

function keyOf(hash: string): string | undefined {
  const key = new URLSearchParams(hash.replace(/^#/, '')).get('n');
  return key !== null && KEY_PATTERN.test(key) ? key : undefined;
}
