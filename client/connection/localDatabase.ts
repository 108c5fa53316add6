/**
 * The IndexedDB database of one sheet's local copy, laid out as y-indexeddb does: `updates`, an
 * append-only store of Yjs updates, and `custom`, named values. Every write is one transaction,
 * and is done when the browser says that it is on disk.
 */

const UPDATES = 'updates';
const CUSTOM = 'custom';
const ETAG = 'etag';

interface StoredUpdate {
  readonly key: number;
  readonly update: Uint8Array;
}

export interface LocalDatabase {
  /** Called when the browser ends the connection by itself: storage cleared or deleted. */
  onLost: () => void;
  readEtag(): Promise<string | undefined>;
  /** Updates with a key above `after`, in the order written. */
  readUpdates(after: number): Promise<readonly StoredUpdate[]>;
  /**
   * Appends an update and notes an ETag, in one transaction; answers the update's key once both
   * are durable. Rejects when they are not (quota).
   */
  append(update: Uint8Array | undefined, etag: string | undefined): Promise<number | undefined>;
  /**
   * Replaces all updates by what `merge` makes of them, in one transaction; `undefined` leaves
   * them as they are.
   */
  replaceAll(merge: (updates: readonly Uint8Array[]) => Uint8Array | undefined): Promise<void>;
  close(): void;
}

/** Opens a database, creating it. Rejects when the browser has no storage for us. */
export async function openLocalDatabase(factory: IDBFactory, name: string): Promise<LocalDatabase> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(UPDATES, { autoIncrement: true });
    request.result.createObjectStore(CUSTOM);
  };
  return wrap(await resultOf(request));
}

export async function deleteLocalDatabase(factory: IDBFactory, name: string): Promise<void> {
  await resultOf(factory.deleteDatabase(name));
}

function wrap(db: IDBDatabase): LocalDatabase {
  const database: LocalDatabase = {
    onLost: () => {},
    readEtag: async () => {
      const etag: unknown = await resultOf(
        db.transaction(CUSTOM, 'readonly').objectStore(CUSTOM).get(ETAG),
      );
      return typeof etag === 'string' ? etag : undefined;
    },
    readUpdates: async (after) => {
      const store = db.transaction(UPDATES, 'readonly').objectStore(UPDATES);
      const range = IDBKeyRange.lowerBound(after, true);
      const [keys, values] = await Promise.all([
        resultOf(store.getAllKeys(range)),
        resultOf<unknown[]>(store.getAll(range)),
      ]);
      return values.map((value, index) => ({ key: Number(keys[index]), update: toBytes(value) }));
    },
    append: async (update, etag) => {
      // Strict: the browser's cache alone would not survive a loss of power.
      const transaction = db.transaction([UPDATES, CUSTOM], 'readwrite', { durability: 'strict' });
      const added = update && transaction.objectStore(UPDATES).add(update);
      if (etag !== undefined) transaction.objectStore(CUSTOM).put(etag, ETAG);
      await completionOf(transaction);
      return added && Number(added.result);
    },
    replaceAll: async (merge) => {
      const transaction = db.transaction(UPDATES, 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore(UPDATES);
      const all = store.getAll();
      // Everything happens in this callback: a transaction ends when nothing is asked of it.
      all.onsuccess = () => {
        const merged = merge(all.result.map(toBytes));
        if (merged === undefined) return;
        store.clear();
        store.add(merged);
      };
      await completionOf(transaction);
    },
    close: () => db.close(),
  };
  db.onclose = () => database.onLost();
  db.onversionchange = () => {
    db.close();
    database.onLost();
  };
  return database;
}

function toBytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array();
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up a write'));
  });
}
