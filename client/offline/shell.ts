/**
 * What the service worker does, apart from the worker's own globals: keeps the files that the page
 * is made of, so that it opens without a network. It never touches sheets, keys or the API: what a
 * person writes is kept by the sheet's own local copy.
 *
 * Pages come from the network while there is one, and each time the list of files is looked at: a
 * new version is fetched whole, and only then is the old one let go. What only some people use (the
 * canvas) is kept when it is first used, and from then on it follows new versions too.
 */
const CACHE_PREFIX = 'a3-files-';
/** What was kept when it was used. All names are hashed, so that versions can lie side by side. */
const USED = 'a3-used';
const LIST = '/offline.json';
/** Every address of ours is the same page; it is kept under one name. */
const PAGE = '/';

interface FileList {
  readonly version: string;
  readonly files: readonly string[];
  /** Kept only once they are used. */
  readonly later?: readonly string[];
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
  const { version, files, later = [] } = (await answer.json()) as FileList;
  const name = `${CACHE_PREFIX}${version}`;
  if (!(await caches.has(name))) {
    await fill(caches, name, files);
    await renewUsed(caches, later);
  }
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

/**
 * A file by its hashed name: the kept one is the right one, and what was not kept is from now on.
 *
 * @param meanwhile takes the work of keeping it, which nobody waits for
 */
export async function file(
  { caches, fetch }: ShellEnvironment,
  request: Request,
  meanwhile: (work: Promise<unknown>) => void,
): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  // A part of a file, or a file that is not there, is not worth keeping.
  if (answer.status === 200) meanwhile(keep(caches, request, answer.clone()));
  return answer;
}

async function keep(caches: CacheStorage, request: Request, answer: Response): Promise<void> {
  try {
    await (await caches.open(USED)).put(request, answer);
  } catch {
    // The disk is full, or keeping is forbidden: it is fetched again the next time.
  }
}

/** Whoever has used scripts that are replaced gets the new ones, and the old ones are let go. */
async function renewUsed(caches: CacheStorage, later: readonly string[]): Promise<void> {
  if (!(await caches.has(USED))) return;
  const used = await caches.open(USED);
  const wanted = new Set(later);
  const stale = (await used.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  if (stale.some(({ url }) => new URL(url).pathname.endsWith('.js'))) {
    // Fonts keep their names, and the few that are used are kept already.
    const parts = later.filter((path) => !path.endsWith('.woff2'));
    // What cannot be fetched now is fetched when it is used.
    await used.addAll(parts).catch(() => undefined);
  }
  await Promise.all(stale.map((request) => used.delete(request)));
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
