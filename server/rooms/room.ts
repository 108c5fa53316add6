/**
 * One sheet with people in it: takes what they send, checks it, applies it, sends it on at once
 * and has it stored. The rules it keeps are in SPEC.md.
 */
import * as Y from 'yjs';
import { type ErrorCode, Refusal, refusalBecause } from '../../shared/errors/catalogue.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { Journal } from '../journal/port.ts';
import type { Relay, RelayMessage, RelaySubscription } from '../relay/port.ts';
import { effectOf } from './checkUpdate.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import type { EncodedState } from './encodedState.ts';
import { FanOut } from './fanOut.ts';
import { Intake } from './intake.ts';
import type { RoomLimits } from './limits.ts';
import { type ApplyUpdate, BrokenDocument, LiveDocument } from './liveDocument.ts';
import type { RoomObserver } from './observer.ts';
import { Saver } from './saver.ts';
import { updateFrame } from './serverFrame.ts';
import { parseUpdate } from './updateParser.ts';

export interface RoomOptions {
  readonly sheetId: SheetId;
  readonly nodeId: string;
  readonly journal: Journal;
  readonly relay: Relay;
  readonly limits: RoomLimits;
  readonly observer: RoomObserver;
  /** Brings a document up to date before anybody sees it. */
  readonly migrate: (doc: Y.Doc) => void;
  /** Yjs' own, except where a test has it fail. */
  readonly applyUpdate?: ApplyUpdate | undefined;
  /** Called when the last connection has left. */
  readonly emptied: () => void;
}

interface Postponed {
  readonly connection: Connection;
  readonly bytes: Uint8Array;
}

type RoomState = 'loading' | 'live' | 'rebuilding' | 'failed' | 'closed';

export class Room {
  readonly sheetId: SheetId;
  readonly #options: RoomOptions;
  readonly #fan: FanOut;
  readonly #saver: Saver;
  readonly #intake: Intake;
  #live: LiveDocument;
  #state: RoomState = 'loading';
  #relay: RelaySubscription | undefined;
  #tick: NodeJS.Immediate | undefined;
  #postponed: Postponed[] = [];

  constructor(options: RoomOptions) {
    const { sheetId, journal, limits, observer } = options;
    this.sheetId = sheetId;
    this.#options = options;
    this.#fan = new FanOut(limits);
    this.#intake = new Intake({
      limits,
      fan: this.#fan,
      live: () => this.#live,
      newest: () => this.#saver.added,
      keep: (update, frame, from) => {
        observer.updateTaken(update.length);
        this.#keep(update, frame, from);
      },
    });
    this.#live = this.#newDocument();
    this.#saver = new Saver({
      sheetId,
      journal,
      limits,
      events: {
        saved: (count, bytes, durationMs) => {
          observer.appended(sheetId, count, bytes, durationMs);
          this.#fan.acknowledge(this.#saver.durable, performance.now());
        },
        stalled: (error) => {
          observer.problem(sheetId, 'store.stalled', error);
          this.#fan.broadcast({ type: 'notice', code: 'store.unavailable' }, performance.now());
        },
        recovered: () => {
          observer.problem(sheetId, 'store.recovered');
          this.#fan.broadcast({ type: 'notice', code: 'store.recovered' }, performance.now());
        },
        overflowed: () => {
          if (this.end('store.unavailable') > 0) observer.problem(sheetId, 'store.overfull');
        },
      },
    });
  }

  get isEmpty(): boolean {
    return this.#fan.connections.size === 0;
  }

  get connectionCount(): number {
    return this.#fan.connections.size;
  }

  /** Whether all that the document holds is durable. */
  get isSaved(): boolean {
    return this.#saver.durable === this.#saver.added;
  }

  /**
   * Loads the document and brings it up to date. Rejects with a Refusal when that cannot be; the
   * room is of no use then, and has stored nothing.
   */
  async load(): Promise<void> {
    const { journal, relay, migrate, sheetId } = this.#options;
    const stored = await journal.load(sheetId);
    if (stored === undefined) throw new Refusal('sheet.unknown');
    try {
      this.#live.fill(stored, []);
      this.#live.setPendingAside(() => this.#problem('document.pending'));
      migrate(this.#live.doc);
    } catch (error) {
      throw refusalBecause('sheet.unreadable', error);
    }
    await this.#saver.flush();
    this.#relay = relay.subscribe(sheetId, (message) => this.#hearNode(message));
    this.#sayHello();
    this.#state = 'live';
    const bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.#options.observer.loaded(sheetId, stored.updates.length, bytes);
  }

  /** Throws the Refusal with which nobody may come in now. */
  requireOpen(): void {
    if (this.#state === 'failed') throw new Refusal('internal');
    if (this.#saver.isOverfull) throw new Refusal('store.unavailable');
    if (this.#fan.connections.size >= this.#options.limits.connections) {
      throw new Refusal('sheet.busy');
    }
  }

  /** Lets a participant in. */
  join(options: Omit<ConnectionOptions, 'limits' | 'now'>): Connection {
    const now = performance.now();
    const connection = new Connection({ ...options, limits: this.#options.limits, now });
    connection.listen(
      (bytes) => this.#receive(connection, bytes),
      () => this.#leave(connection),
    );
    this.#fan.connections.add(connection);
    connection.sendControl(
      {
        type: 'welcome',
        role: connection.actor.role,
        serverTime: Date.now(),
        nodeId: this.#options.nodeId,
      },
      now,
    );
    if (this.#saver.isStalled) {
      connection.sendControl({ type: 'notice', code: 'store.unavailable' }, now);
    }
    const everybody = this.#fan.everybody();
    const { step1 } = this.#live.encoded();
    connection.send(everybody === undefined ? [step1] : [step1, everybody], now);
    return connection;
  }

  /** The document as it is now, encoded. */
  encoded(): EncodedState {
    return this.#live.encoded();
  }

  /** Looks at the live document; `read` must not write. */
  read<T>(read: (doc: Y.Doc) => T): T {
    return read(this.#live.doc);
  }

  /**
   * Has the server itself write: all that `write` did to a copy comes in at once, or, when it
   * throws, nothing. Resolves when it is durable.
   */
  async change(write: (copy: Y.Doc) => void): Promise<void> {
    if (this.#saver.isStalled) throw new Refusal('store.unavailable');
    const copy = new Y.Doc();
    Y.applyUpdate(copy, this.encoded().bytes);
    const updates: Uint8Array[] = [];
    copy.on('update', (update: Uint8Array) => updates.push(update));
    write(copy);
    copy.destroy();
    if (updates.length === 0) return;
    const update = Y.mergeUpdates(updates);
    if (this.#live.wouldOutgrow(this.#options.limits.documentBytes, update.length)) {
      throw new Refusal('sheet.full');
    }
    try {
      this.#live.apply(update);
    } catch (error) {
      void this.#rebuild(error);
      throw error;
    }
    this.#keep(update, updateFrame(update), undefined);
    await this.#saver.flush();
  }

  /** Ends the connections that `isMeant`, or all; how many. */
  end(code: ErrorCode, isMeant?: (connection: Connection) => boolean): number {
    return this.#fan.end(code, isMeant);
  }

  connections(): Iterable<Connection> {
    return this.#fan.connections;
  }

  sweep(now: number): void {
    this.#fan.sweep(now);
  }

  /** Resolves when everything is durable; rejects when the store refuses it now. */
  async flush(): Promise<void> {
    this.#flushTick();
    await this.#saver.flush();
  }

  /** Leaves memory. Whatever is not durable by now is lost, so flush first. */
  close(): void {
    if (this.#state !== 'loading') this.#options.observer.unloaded(this.sheetId);
    this.#state = 'closed';
    clearImmediate(this.#tick);
    this.#fan.stop();
    this.#saver.stop();
    this.#relay?.leave();
    this.#live.destroy();
  }

  #newDocument(): LiveDocument {
    return new LiveDocument({
      produced: (update) => this.#keep(update, updateFrame(update), undefined),
      applyUpdate: this.#options.applyUpdate,
    });
  }

  #leave(connection: Connection): void {
    this.#fan.leave(connection);
    if (connection.endedBy !== undefined) {
      this.#options.observer.refused(this.sheetId, connection.endedBy);
    }
    this.#schedule();
    if (this.isEmpty) this.#options.emptied();
  }

  #receive(connection: Connection, bytes: Uint8Array | undefined): void {
    try {
      connection.charge(bytes?.length ?? 1, performance.now());
      if (bytes === undefined) throw new Refusal('wire.textFrame');
    } catch (error) {
      this.#refuse(connection, error);
      return;
    }
    if (this.#state === 'live') this.#take(connection, bytes);
    else this.#postponed.push({ connection, bytes });
  }

  #take(connection: Connection, bytes: Uint8Array): void {
    try {
      this.#intake.take(connection, bytes);
      this.#schedule();
    } catch (error) {
      this.#refuse(connection, error);
    }
  }

  #refuse(connection: Connection, error: unknown): void {
    if (error instanceof Refusal) connection.end(error.code);
    else if (error instanceof BrokenDocument) {
      connection.end('wire.malformed');
      void this.#rebuild(error);
    } else {
      this.#problem('handler.threw', error);
      connection.end('internal');
    }
  }

  #keep(update: Uint8Array, frame: Uint8Array, from: Connection | undefined): void {
    this.#saver.add(update);
    this.#fan.relay(frame, from);
    this.#relay?.publish({ kind: 'updates', updates: [update] });
    this.#schedule();
  }

  #schedule(): void {
    if (this.#state === 'closed') return;
    this.#tick ??= setImmediate(() => this.#flushTick());
  }

  #flushTick(): void {
    clearImmediate(this.#tick);
    this.#tick = undefined;
    const now = performance.now();
    this.#fan.flush(now);
    this.#saver.save();
    this.#fan.acknowledge(this.#saver.durable, now);
  }

  #hearNode(message: RelayMessage): void {
    if (this.#state !== 'live') return;
    try {
      this.#takeNodeMessage(message);
    } catch (error) {
      if (error instanceof BrokenDocument) void this.#rebuild(error);
      else this.#problem('handler.threw', error);
    }
  }

  #takeNodeMessage(message: RelayMessage): void {
    switch (message.kind) {
      case 'hello': {
        const update = Y.encodeStateAsUpdate(this.#live.doc, message.stateVector);
        this.#relay?.publish({ kind: 'updates', updates: [update] });
        return;
      }
      case 'updates':
        for (const update of message.updates) this.#hearUpdate(update);
        return;
      case 'revoked':
        this.#fan.end('key.revoked', ({ actor }) => message.keyIds.includes(actor.keyId));
        return;
    }
  }

  #hearUpdate(update: Uint8Array): void {
    const effect = effectOf(this.#live.doc, parseUpdate(update));
    if (effect === 'gap') this.#sayHello();
    if (effect !== 'adds') return;
    this.#live.apply(update);
    this.#fan.relay(updateFrame(update), undefined);
    this.#schedule();
  }

  #sayHello(): void {
    const stateVector = Y.encodeStateVector(this.#live.doc);
    this.#relay?.publish({ kind: 'hello', stateVector });
  }

  /** Builds the document anew from what is stored and what waits to be; nobody notices. */
  async #rebuild(cause: unknown): Promise<void> {
    if (this.#state !== 'live') return;
    this.#state = 'rebuilding';
    for (const connection of this.#fan.connections) connection.pause();
    // Taken before the loading: an append that ends meanwhile is then in both.
    const unsaved = this.#saver.unsaved();
    try {
      const stored = await this.#options.journal.load(this.sheetId);
      const rebuilt = this.#newDocument();
      rebuilt.fill(stored, unsaved);
      this.#live.destroy();
      this.#live = rebuilt;
    } catch (error) {
      this.#state = 'failed';
      this.#problem('document.rebuildFailed', error);
      this.#fan.end('internal');
      return;
    }
    this.#problem('document.rebuilt', cause);
    this.#state = 'live';
    this.#sayHello();
    for (const connection of this.#fan.connections) connection.resume();
    const postponed = this.#postponed;
    this.#postponed = [];
    for (const { connection, bytes } of postponed) {
      if (connection.isOpen) this.#take(connection, bytes);
    }
  }

  #problem(what: Parameters<RoomObserver['problem']>[1], error?: unknown): void {
    this.#options.observer.problem(this.sheetId, what, error);
  }
}
