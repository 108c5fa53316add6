/**
 * A sheet's copy on this device: kept in step with the document, and honest about what is written.
 * y-indexeddb writes too, but does not say when a write is done, nor that it failed.
 *
 * Invariants (SPEC.md): `stored` is reported only when every change made here is in a completed
 * transaction (CN-11); what could not be written is kept and tried again (CN-12); nothing that was
 * read badly is ever written over (CN-13).
 */
import * as Y from 'yjs';
import type { LoadOrigin } from '../sheet/origins.ts';
import { type LocalDatabase, openLocalDatabase } from './localDatabase.ts';
import type { LocalStatus } from './savedState.ts';

/** Others' changes can be had from the server again, so they may wait and be written together. */
const LAZY_WRITE_MS = 1000;
/** A storage that is full or shut is tried again after this. */
const RETRY_WRITE_MS = 10_000;
/** Beyond this many stored updates they are merged into one. */
const MAX_UPDATES = 200;

/** Tells other tabs on the same sheet that something was written. */
export interface TabChannel {
  post(): void;
  onPost(listener: () => void): void;
  close(): void;
}

export interface LocalCopyOptions {
  readonly doc: Y.Doc;
  readonly name: string;
  readonly factory: IDBFactory | undefined;
  readonly channel: TabChannel | undefined;
  readonly onStatus: (status: LocalStatus) => void;
  /** Whether another tab's writing should be read now: not while the server brings it anyway. */
  readonly shouldFollowTabs: () => boolean;
}

export class LocalCopy {
  /** The ETag of the server's state that the copy holds. Resolves soon, before `loaded`. */
  readonly etag: Promise<string | undefined>;
  /** True when the copy had content, which then is in the document. Never rejects. */
  readonly loaded: Promise<boolean>;
  readonly #options: LocalCopyOptions;
  readonly #origin: LoadOrigin = { kind: 'load', from: 'device' };
  readonly #ownKeys = new Set<number>();
  #database: Promise<LocalDatabase> | undefined;
  #pending: Uint8Array[] = [];
  #pendingOwn = false;
  #pendingEtag: string | undefined;
  #lastKey = 0;
  #storedUpdates = 0;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #isLoaded = false;
  #status: LocalStatus = 'opening';

  constructor(options: LocalCopyOptions) {
    this.#options = options;
    options.onStatus(this.#status);
    // What the document holds already (the server's first state) belongs in the copy too.
    if (options.doc.store.clients.size > 0) this.#pending.push(Y.encodeStateAsUpdate(options.doc));
    options.doc.on('update', this.#onUpdate);
    options.channel?.onPost(() => {
      if (options.shouldFollowTabs()) void this.pull();
    });
    this.etag = this.#open()
      .then((database) => database.readEtag())
      .catch(() => undefined);
    this.loaded = this.#load();
  }

  /** The server's state with this ETag has been applied; it is noted once that is written. */
  noteEtag(etag: string): void {
    this.#pendingEtag = etag;
    this.#writeLater(LAZY_WRITE_MS);
  }

  /** Reads what other tabs have written since. What cannot be read is passed over. */
  async pull(): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.#read();
    } catch {
      // The next write finds out whether the storage works, and reports it.
    }
  }

  /** Writes what waits. Resolves when it is durable, or when it is known that it is not. */
  async flush(): Promise<void> {
    await this.loaded;
    await this.#write();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#options.doc.off('update', this.#onUpdate);
    this.#options.channel?.close();
    await this.flush();
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const database = await this.#database?.catch(() => undefined);
    database?.close();
  }

  readonly #onUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === this.#origin) return;
    this.#pending.push(update);
    if (transaction.local) this.#onOwnUpdate();
    else this.#writeLater(LAZY_WRITE_MS);
  };

  #onOwnUpdate(): void {
    this.#pendingOwn = true;
    if (!this.#isLoaded) return;
    if (this.#status === 'stored') this.#report('writing');
    void this.#write();
  }

  async #load(): Promise<boolean> {
    let hadContent = false;
    try {
      hadContent = await this.#read();
      this.#isLoaded = true;
      this.#report(this.#pendingOwn ? 'writing' : 'stored');
    } catch {
      this.#isLoaded = true;
      this.#report('failed');
    }
    if (this.#pending.length > 0) void this.#write();
    return hadContent;
  }

  async #read(): Promise<boolean> {
    const database = await this.#open();
    const rows = await database.readUpdates(this.#lastKey);
    const fresh = rows.filter(({ key }) => !this.#ownKeys.has(key));
    this.#lastKey = rows.at(-1)?.key ?? this.#lastKey;
    this.#ownKeys.clear();
    this.#storedUpdates += fresh.length;
    const { doc } = this.#options;
    Y.transact(
      doc,
      () => {
        for (const { update } of fresh) applies(doc, update);
      },
      this.#origin,
      false,
    );
    return fresh.length > 0 && doc.store.clients.size > 0;
  }

  #report(status: LocalStatus): void {
    this.#status = status;
    this.#options.onStatus(status);
  }

  #writeLater(delayMs: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), delayMs);
  }

  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** One transaction at a time; what arrives during one goes into the next. */
  async #writeAll(): Promise<void> {
    while (this.#pending.length > 0 || this.#pendingEtag !== undefined) {
      const batch = this.#pending;
      const etag = this.#pendingEtag;
      this.#pending = [];
      this.#pendingOwn = false;
      this.#pendingEtag = undefined;
      try {
        await this.#append(batch, etag);
      } catch {
        this.#pending = [...batch, ...this.#pending];
        this.#pendingOwn = true;
        this.#pendingEtag ??= etag;
        this.#report('failed');
        if (this.#options.factory !== undefined) this.#writeLater(RETRY_WRITE_MS);
        return;
      }
    }
    this.#report('stored');
    if (this.#storedUpdates > MAX_UPDATES) await this.#compact();
  }

  async #append(batch: readonly Uint8Array[], etag: string | undefined): Promise<void> {
    const update = batch.length > 1 ? Y.mergeUpdates([...batch]) : batch[0];
    const database = await this.#open();
    const key = await database.append(update, etag);
    if (key === undefined) return;
    this.#ownKeys.add(key);
    this.#storedUpdates++;
    this.#options.channel?.post();
  }

  async #compact(): Promise<void> {
    try {
      const database = await this.#open();
      await database.replaceAll((updates) => {
        this.#storedUpdates = 1;
        this.#ownKeys.clear();
        return mergeState(updates);
      });
    } catch {
      // Nothing is lost: the updates are still there, one by one.
    }
  }

  #open(): Promise<LocalDatabase> {
    this.#database ??= this.#connect();
    return this.#database;
  }

  async #connect(): Promise<LocalDatabase> {
    const { factory, name, doc } = this.#options;
    try {
      if (factory === undefined) throw new Error('This browser has no IndexedDB');
      const database = await openLocalDatabase(factory, name);
      database.onLost = () => {
        // The storage may have been emptied: everything must be written anew.
        this.#database = undefined;
        this.#ownKeys.clear();
        this.#lastKey = 0;
        if (this.#isClosed) return;
        this.#pending = [Y.encodeStateAsUpdate(doc)];
        this.#pendingOwn = true;
        this.#report('failed');
        void this.#write();
      };
      return database;
    } catch (error) {
      this.#database = undefined;
      throw error;
    }
  }
}

/** False when the update cannot be read; what it held of the document is then missing. */
function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}

/** One update with everything in the given ones; undefined when one of them cannot be read. */
function mergeState(updates: readonly Uint8Array[]): Uint8Array | undefined {
  const doc = new Y.Doc();
  try {
    return updates.every((update) => applies(doc, update)) ? Y.encodeStateAsUpdate(doc) : undefined;
  } finally {
    doc.destroy();
  }
}
