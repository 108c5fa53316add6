/**
 * What the service worker does, apart from the worker's own globals: keeps the files that the page
 * is made of, so that it opens without a network. It never touches sheets, keys or the API: what a
 * person writes is kept by the sheet's own local copy.
 *
 * Pages come from the network while there is one, and each time the list of files is looked at: a
 * new version is fetched whole, and only then is the old one let go.
 */
const CACHE_PREFIX = 'a3-files-';
const LIST = '/offline.json';
/** Every address of ours is the same page; it is kept under one name. */
const PAGE = '/';

interface FileList {
  readonly version: string;
  readonly files: readonly string[];
}

export interface ShellEnvironment {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
}

/** Whether the worker answers a request itself; all else goes to the network untouched. */
export function isOurs(request: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): boolean {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return false;
  return request.mode === 'navigate' ? !isCall(url.pathname) : url.pathname.startsWith('/assets/');
}

/** Fetches the current files, unless they are here already, and lets older ones go. */
export async function refresh({ caches, fetch }: ShellEnvironment): Promise<void> {
  const answer = await fetch(LIST, { cache: 'no-store' });
  if (!answer.ok) return;
  // Made by the build that made this worker's own files.
  const { version, files } = (await answer.json()) as FileList;
  const name = `${CACHE_PREFIX}${version}`;
  if (!(await caches.has(name))) await fill(caches, name, files);
  for (const other of await caches.keys()) {
    if (other.startsWith(CACHE_PREFIX) && other !== name) await caches.delete(other);
  }
}

/** A page from the network, or the kept one when there is no network. */
export async function page(
  { caches, fetch }: ShellEnvironment,
  request: Request,
): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A file by its hashed name: the kept one is the right one. */
export async function file(
  { caches, fetch }: ShellEnvironment,
  request: Request,
): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function fill(caches: CacheStorage, name: string, files: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  try {
    await cache.addAll([PAGE, ...files]);
  } catch (error) {
    // Half a version is worse than none: it would be taken for whole.
    await caches.delete(name);
    throw error;
  }
}

function isCall(pathname: string): boolean {
  return /^\/(api|sync|healthz|readyz|metrics)(\/|$)/.test(pathname);
}
