/** What an open sheet needs of the browser, gathered in one place so that tests can stand in. */

import { hideKey } from './link.ts';
import type { TabChannel } from './localCopy.ts';
import { type SafeStorage, safeStorage } from './safeStorage.ts';

export interface ConnectionEnvironment {
  /** The server's origin, such as `https://a3.kommune.no`. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly WebSocket: typeof WebSocket;
  /** Undefined where the browser has none. */
  readonly indexedDB: IDBFactory | undefined;
  readonly storage: SafeStorage;
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A channel to other tabs on the same local copy. */
  readonly tabChannel: (name: string) => TabChannel | undefined;
  /** Takes the key out of the address bar. */
  readonly hideKey: () => void;
  /** Calls back as the page's circumstances change; answers how to stop. */
  readonly watchPage: (on: PageEvents) => () => void;
}

export interface PageEvents {
  /** The network is back, or the page is looked at again. */
  readonly onWake: () => void;
  readonly onNetworkLost: () => void;
  /** The page is put away and may never run again. */
  readonly onHide: () => void;
}

/** The browser's own localStorage, made safe. Shared by all that keep something there. */
export const browserStorage: SafeStorage = safeStorage(() => localStorage);

export function browserEnvironment(): ConnectionEnvironment {
  return {
    origin: location.origin,
    fetch: (input, init) => fetch(input, init),
    WebSocket,
    indexedDB: browserIndexedDb(),
    storage: browserStorage,
    random: Math.random,
    now: Date.now,
    tabChannel: broadcastTabChannel,
    hideKey: () => hideKey(window),
    watchPage: watchBrowserPage,
  };
}

/** The address of the sockets that belongs to a page's origin. */
export function socketUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/sync`;
}

export function broadcastTabChannel(name: string): TabChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel(name);
  return {
    post: () => channel.postMessage('written'),
    onPost: (listener) => {
      channel.onmessage = () => listener();
    },
    close: () => channel.close(),
  };
}

function browserIndexedDb(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    // Storage is forbidden on this page.
    return undefined;
  }
}

function watchBrowserPage(on: PageEvents): () => void {
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') on.onWake();
    else on.onHide();
  };
  addEventListener('online', on.onWake);
  addEventListener('offline', on.onNetworkLost);
  addEventListener('pagehide', on.onHide);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    removeEventListener('online', on.onWake);
    removeEventListener('offline', on.onNetworkLost);
    removeEventListener('pagehide', on.onHide);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
