/** A list of what was opened in this browser, newest first, kept on the device. */
import { parseId } from '../../shared/ids/ids.ts';
import type { DocumentId } from './kinds.ts';
import { readJson, type SafeStorage } from './safeStorage.ts';

interface Recent {
  readonly id: DocumentId;
  /** Milliseconds since 1970. */
  readonly lastOpened: number;
}

export interface RecentList<T extends Recent> {
  readonly list: (storage: SafeStorage) => readonly T[];
  /** Puts an entry first in the list, in place of what was known of it. */
  readonly remember: (storage: SafeStorage, entry: T) => void;
  /** Takes an entry off the list. Its local copy and its keys stay. */
  readonly forget: (storage: SafeStorage, id: T['id']) => void;
}

const MOST = 50;

/** `read` gives an entry of a stored value, undefined for what is none. */
export function recentList<T extends Recent>(
  storageName: string,
  read: (stored: unknown) => T | undefined,
): RecentList<T> {
  const list = (storage: SafeStorage): readonly T[] => {
    const stored = readJson(storage, storageName);
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((value: unknown) => {
      const entry = read(value);
      return entry !== undefined && parseId(entry.id) !== undefined ? [entry] : [];
    });
  };
  const others = (storage: SafeStorage, id: T['id']): readonly T[] =>
    list(storage).filter((entry) => entry.id !== id);
  const write = (storage: SafeStorage, entries: readonly T[]): void => {
    storage.write(storageName, JSON.stringify(entries));
  };
  return {
    list,
    remember: (storage, entry) =>
      write(storage, [entry, ...others(storage, entry.id)].slice(0, MOST)),
    forget: (storage, id) => write(storage, others(storage, id)),
  };
}
