/**
 * The link of a sheet, `/ark/<id>#n=<key>`, or of a programme, `/program/<id>#n=<key>`. The key
 * stands in the fragment, which browsers send to no server.
 */
import { type ProgramId, parseId, type SheetId } from '../../shared/ids/ids.ts';

export type DocumentLink =
  | { readonly page: 'ark'; readonly id: SheetId; readonly key: LinkKey }
  | { readonly page: 'program'; readonly id: ProgramId; readonly key: LinkKey };

type LinkParts = Pick<DocumentLink, 'page' | 'id' | 'key'>;

/** Undefined for an address without a key: then the one kept in this browser is used. */
type LinkKey = string | undefined;

const ANY_ORIGIN = 'http://localhost';
const KEY_PATTERN = /^[A-Za-z0-9_-]{8,200}$/;

/**
 * Reads the address of a sheet or a programme, or of a page of theirs, whole or from its path on;
 * undefined when it is none.
 */
export function parseLink(href: string): DocumentLink | undefined {
  if (!URL.canParse(href, ANY_ORIGIN)) return undefined;
  const { pathname, hash } = new URL(href, ANY_ORIGIN);
  const [, page, id] = pathname.split('/');
  const key = keyOf(hash);
  const sheetId = page === 'ark' ? parseId<SheetId>(id) : undefined;
  if (sheetId !== undefined) return { page: 'ark', id: sheetId, key };
  const programId = page === 'program' ? parseId<ProgramId>(id) : undefined;
  return programId === undefined ? undefined : { page: 'program', id: programId, key };
}

/** The address from its path on; put the page's origin before it to share it. */
export function formatLink({ page, id, key }: LinkParts): string {
  const path = `/${page}/${id}`;
  return key === undefined ? path : `${path}#n=${key}`;
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
