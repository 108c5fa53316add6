/** The service worker: hands its events to `shell.ts`. */
import { file, isOurs, page, refresh } from './shell.ts';

/** The worker's own global; the page's types know only the window's. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = globalThis as unknown as WorkerScope;
const environment = {
  caches: scope.caches,
  fetch: (input: RequestInfo | URL, init?: RequestInit) => scope.fetch(input, init),
};

scope.addEventListener('install', (event) => {
  event.waitUntil(refresh(environment).then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isOurs(request, scope.location.origin)) return;
  if (request.mode !== 'navigate') {
    event.respondWith(file(environment, request, (work) => event.waitUntil(work)));
    return;
  }
  const answer = page(environment, request);
  event.respondWith(answer);
  // What cannot be fetched now is fetched the next time.
  event.waitUntil(answer.then(() => refresh(environment)).catch(() => undefined));
});
