/**
 * The browser's localStorage, which may be forbidden, full or missing: then values live as long as
 * the page, and the caller is told.
 */

export interface SafeStorage {
  read(key: string): string | undefined;
  /** False when the value will not outlive the page. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
}

/** `storage` is asked for lazily: in some browsers merely naming `localStorage` throws. */
export function safeStorage(storage: () => Storage): SafeStorage {
  const memory = new Map<string, string>();
  return {
    read: (key) => memory.get(key) ?? attempt(() => storage().getItem(key)) ?? undefined,
    write: (key, value) => {
      const isLasting =
        attempt(() => {
          storage().setItem(key, value);
          return true;
        }) ?? false;
      if (isLasting) memory.delete(key);
      else memory.set(key, value);
      return isLasting;
    },
    remove: (key) => {
      memory.delete(key);
      attempt(() => storage().removeItem(key));
    },
  };
}

/** What a stored JSON text holds; undefined when there is none or it is not JSON. */
export function readJson(storage: SafeStorage, key: string): unknown {
  const text = storage.read(key);
  return text === undefined ? undefined : attempt((): unknown => JSON.parse(text));
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
