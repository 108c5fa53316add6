/**
 * A browser for tests of the client's data layer in Node: its own storage, IndexedDB and address
 * bar, real fetch and real sockets. Tabs of one browser share its storage.
 */
import { IDBFactory } from 'fake-indexeddb';
import {
  broadcastTabChannel,
  type ConnectionEnvironment,
  type PageEvents,
} from '../../client/connection/environment.ts';
import { type SafeStorage, safeStorage } from '../../client/connection/safeStorage.ts';

export interface TestBrowser {
  readonly environment: ConnectionEnvironment;
  /** How many sockets the pages have made. */
  readonly socketsMade: number;
  /** How often a page took the key out of the address bar. */
  readonly keysHidden: number;
  /** Plays the browser: the same happens to every open page. */
  readonly page: PageEvents;
}

let nextBrowser = 0;

export function aBrowser(
  origin: string,
  changes: Partial<ConnectionEnvironment> = {},
): TestBrowser {
  const pages = new Set<PageEvents>();
  const number = nextBrowser++;
  let socketsMade = 0;
  let keysHidden = 0;
  class CountedSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      socketsMade++;
    }
  }
  const toAll = (event: keyof PageEvents) => () => {
    for (const page of pages) page[event]();
  };
  return {
    environment: {
      origin,
      fetch: (input, init) => fetch(input, init),
      WebSocket: CountedSocket,
      indexedDB: new IDBFactory(),
      storage: memoryStorage(),
      random: Math.random,
      now: Date.now,
      tabChannel: (name) => broadcastTabChannel(`${number}:${name}`),
      hideKey: () => keysHidden++,
      watchPage: (on) => {
        pages.add(on);
        return () => pages.delete(on);
      },
      ...changes,
    },
    get socketsMade() {
      return socketsMade;
    },
    get keysHidden() {
      return keysHidden;
    },
    page: {
      onWake: toAll('onWake'),
      onNetworkLost: toAll('onNetworkLost'),
      onHide: toAll('onHide'),
    },
  };
}

/** A localStorage of one's own. */
export function memoryStorage(): SafeStorage {
  const values = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
  return safeStorage(() => storage);
}
