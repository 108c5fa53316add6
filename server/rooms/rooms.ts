/** All rooms of this node: opened once for all who come, and left when nobody is there. */
import { type ErrorCode, Refusal } from '../../shared/errors/catalogue.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { ControlFrame } from '../../shared/wire/frames.ts';
import { Room, type RoomOptions } from './room.ts';

export type RoomsOptions = Omit<RoomOptions, 'sheetId' | 'emptied'>;

interface Entry {
  readonly room: Room;
  readonly loaded: Promise<void>;
  /** Uses that are no connections: an upgrade or a request under way. */
  leases: number;
  unloadTimer: NodeJS.Timeout | undefined;
}

export interface RoomLease {
  readonly room: Room;
  release(): void;
}

/** How many connections are ended at once when all are, and the pause between such batches. */
const STAGGER_COUNT = 50;
const STAGGER_MS = 20;

export class Rooms {
  readonly #options: RoomsOptions;
  readonly #entries = new Map<SheetId, Entry>();
  readonly #sweeper: NodeJS.Timeout;
  readonly #revoked = new Set<string>();
  #isStopping = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    const { heartbeatMs, deadMs, pingMs, ghostMs } = options.limits;
    const sweepMs = Math.min(heartbeatMs / 4, deadMs / 4, pingMs / 6, ghostMs / 16);
    // After what has come meanwhile was read: a server that was busy must not take all for silent.
    this.#sweeper = setInterval(() => setImmediate(() => this.#sweep()), sweepMs).unref();
  }

  get roomCount(): number {
    return this.#entries.size;
  }

  get connectionCount(): number {
    return this.#rooms().reduce((sum, room) => sum + room.connectionCount, 0);
  }

  /**
   * Opens the room of a sheet, loading it once for all who ask meanwhile. Rejects with a Refusal;
   * the next one who asks tries anew. The room stays until the lease is released.
   */
  async open(sheetId: SheetId): Promise<RoomLease> {
    if (this.#isStopping) throw new Refusal('server.stopping');
    const entry = this.#entries.get(sheetId) ?? this.#load(sheetId);
    entry.leases += 1;
    clearTimeout(entry.unloadTimer);
    let isReleased = false;
    const release = () => {
      if (isReleased) return;
      isReleased = true;
      entry.leases -= 1;
      this.#considerUnloading(sheetId, entry);
    };
    try {
      await entry.loaded;
      await entry.room.settled();
      if (this.#isStopping) throw new Refusal('server.stopping');
    } catch (error) {
      release();
      throw error;
    }
    return { room: entry.room, release };
  }

  /** Does something with a room that is there for as long. */
  async use<T>(sheetId: SheetId, work: (room: Room) => T | Promise<T>): Promise<T> {
    const { room, release } = await this.open(sheetId);
    try {
      return await work(room);
    } finally {
      release();
    }
  }

  /** Tells everybody who is with a document; nothing happens where nobody is. */
  tell(sheetId: SheetId, frame: ControlFrame): void {
    this.#entries.get(sheetId)?.room.tell(frame);
  }

  /** Ends the connections of revoked keys, on every node. */
  revoke(sheetId: SheetId, keyIds: readonly string[]): void {
    for (const keyId of keyIds) this.#revoked.add(keyId);
    this.#entries
      .get(sheetId)
      ?.room.end('key.revoked', ({ actor }) => keyIds.includes(actor.keyId));
    const relay = this.#options.relay.subscribe(sheetId, () => {});
    relay.publish({ kind: 'revoked', keyIds });
    relay.leave();
  }

  /** Whether a key was revoked while somebody who had shown it was still on the way in. */
  isRevoked(keyId: string): boolean {
    return this.#revoked.has(keyId);
  }

  /**
   * Lets nobody in any more, stores everything, ends all connections a few at a time and stores
   * what came meanwhile. Rejects when something could not be stored.
   */
  async drain(code: ErrorCode): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#sweeper);
    await Promise.allSettled([...this.#entries.values()].map((entry) => entry.loaded));
    await Promise.allSettled(this.#rooms().map((room) => room.flush()));
    await this.#endAll(code);
    const flushed = await Promise.allSettled(this.#rooms().map((room) => room.flush()));
    for (const room of this.#rooms()) room.close();
    this.#entries.clear();
    const failed = flushed.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  /** Forgets everything at once, as a crash would. */
  abandon(): void {
    this.#isStopping = true;
    clearInterval(this.#sweeper);
    for (const { room, unloadTimer } of this.#entries.values()) {
      clearTimeout(unloadTimer);
      for (const connection of room.connections()) connection.drop();
      room.close();
    }
    this.#entries.clear();
  }

  #rooms(): Room[] {
    return [...this.#entries.values()].map((entry) => entry.room);
  }

  #load(sheetId: SheetId): Entry {
    const room = new Room({
      ...this.#options,
      sheetId,
      emptied: () => this.#considerUnloading(sheetId, entry),
    });
    const entry: Entry = { room, loaded: room.load(), leases: 0, unloadTimer: undefined };
    this.#entries.set(sheetId, entry);
    entry.loaded.catch(() => {
      this.#forget(sheetId, entry);
    });
    return entry;
  }

  #considerUnloading(sheetId: SheetId, entry: Entry): void {
    clearTimeout(entry.unloadTimer);
    if (this.#isStopping || !isUnused(entry) || this.#entries.get(sheetId) !== entry) return;
    const { idleMs, retryMaxMs } = this.#options.limits;
    const waitMs = entry.room.hasFailed ? Math.min(idleMs, retryMaxMs) : idleMs;
    entry.unloadTimer = setTimeout(() => {
      void this.#unload(sheetId, entry);
    }, waitMs).unref();
  }

  /** Unloads after everything is stored; when it cannot be, the room stays and tries again later. */
  async #unload(sheetId: SheetId, entry: Entry): Promise<void> {
    try {
      await entry.room.flush();
    } catch {
      this.#considerUnloading(sheetId, entry);
      return;
    }
    if (isUnused(entry) && entry.room.isSaved && !this.#isStopping) this.#forget(sheetId, entry);
  }

  #forget(sheetId: SheetId, entry: Entry): void {
    clearTimeout(entry.unloadTimer);
    if (this.#entries.get(sheetId) === entry) this.#entries.delete(sheetId);
    entry.room.close();
  }

  #sweep(): void {
    const now = performance.now();
    for (const room of this.#rooms()) room.sweep(now);
  }

  async #endAll(code: ErrorCode): Promise<void> {
    const connections = this.#rooms().flatMap((room) => [...room.connections()]);
    for (let i = 0; i < connections.length; i += STAGGER_COUNT) {
      if (i > 0) await new Promise((resolve) => setTimeout(resolve, STAGGER_MS));
      for (const connection of connections.slice(i, i + STAGGER_COUNT)) connection.end(code);
    }
  }
}

function isUnused(entry: Entry): boolean {
  return entry.leases === 0 && entry.room.isEmpty;
}
