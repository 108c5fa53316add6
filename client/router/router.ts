/**
 * The address bar as the one source of which page is shown. Pages are told apart by path only;
 * the fragment belongs to the page (a sheet's link carries its key there).
 */
import { useSyncExternalStore } from 'react';
import { type ProgramId, parseId, type SheetId } from '../../shared/ids/ids.ts';

export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'ark'; readonly sheetId: SheetId }
  | { readonly page: 'program'; readonly programId: ProgramId }
  | { readonly page: 'portefolje'; readonly programId: ProgramId }
  | { readonly page: 'unknown' };

const listeners = new Set<() => void>();
/** The page has changed since the document was loaded, and no page has taken the focus yet. */
let isArriving = false;

/** Which page a path stands for. */
export function matchRoute(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first, second, ...rest] = parts;
  if (first === undefined) return { page: 'start' };
  if (first === 'ark' && rest.length === 0) {
    const sheetId = parseId<SheetId>(second);
    if (sheetId !== undefined) return { page: 'ark', sheetId };
  }
  const programId = first === 'program' ? parseId<ProgramId>(second) : undefined;
  if (programId !== undefined) {
    if (rest.length === 0) return { page: 'program', programId };
    if (rest.length === 1 && rest[0] === 'portefolje') return { page: 'portefolje', programId };
  }
  return { page: 'unknown' };
}

/** Goes to an address of our own, `/ark/…#n=…`, without loading the page anew. */
export function navigate(href: string): void {
  history.pushState(null, '', href);
  scrollTo(0, 0);
  announceChange();
}

/** Whether the person has come from another page of ours; says so once, to the page that asks. */
export function takeArrival(): boolean {
  const hasArrived = isArriving;
  isArriving = false;
  return hasArrived;
}

/** The path shown now; the component is rendered anew when it changes. */
export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', announceChange);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', announceChange);
  };
}

function announceChange(): void {
  isArriving = true;
  for (const listener of listeners) listener();
}
