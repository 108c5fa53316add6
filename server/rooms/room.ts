/**
 * One sheet with people in it: takes what they send, checks it, applies it, sends it on at once
 * and has it stored. The rules it keeps are in SPEC.md.
 */
import type * as Y from 'yjs';
import { type ErrorCode, Refusal, refusalBecause } from '../../shared/errors/catalogue.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { ControlFrame } from '../../shared/wire/frames.ts';
import type { Journal } from '../journal/port.ts';
import type { Relay } from '../relay/port.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import type { EncodedState } from './encodedState.ts';
import { FanOut } from './fanOut.ts';
import { Intake } from './intake.ts';
import type { RoomLimits } from './limits.ts';
import { type ApplyUpdate, BrokenDocument, LiveDocument } from './liveDocument.ts';
import { NodeLink } from './nodeLink.ts';
import type { RoomObserver, RoomProblem } from './observer.ts';
import { Saver } from './saver.ts';
import { prepareChange } from './serverChange.ts';
import { updateFrame } from './serverFrame.ts';

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

type RoomState = 'loading' | 'live' | 'rebuilding' | 'failed' | 'closed';

export class Room {
  readonly #options: RoomOptions;
  readonly #fan: FanOut;
  readonly #saver: Saver;
  readonly #intake: Intake;
  #live: LiveDocument;
  #state: RoomState = 'loading';
  #nodes: NodeLink | undefined;
  #tick: NodeJS.Immediate | undefined;
  #rebuilt: Promise<void> = Promise.resolve();
  /** What came while the document was rebuilt. */
  #postponed: { readonly connection: Connection; readonly bytes: Uint8Array }[] = [];

  constructor(options: RoomOptions) {
    const { sheetId, journal, limits, observer } = options;
    this.#options = options;
    this.#fan = new FanOut(limits);
    this.#live = new LiveDocument(options.applyUpdate);
    this.#saver = new Saver({
      sheetId,
      journal,
      limits,
      saved: (count, bytes, durationMs) => {
        observer.appended(sheetId, count, bytes, durationMs);
        this.#fan.acknowledge(this.#saver.durable, performance.now());
      },
      troubled: (trouble, error) => {
        this.#problem(trouble, error);
        if (trouble === 'store.overfull') this.#fan.end('store.unavailable');
        else this.#fan.tell({ type: 'notice', code: trouble });
      },
    });
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

  /** Whether the document was lost and could not be built anew: the room is to be left. */
  get hasFailed(): boolean {
    return this.#state === 'failed';
  }

  /**
   * Loads the document and brings it up to date. Rejects with a Refusal when that cannot be; the
   * room is of no use then, and has stored nothing.
   */
  async load(): Promise<void> {
    const { journal, relay, migrate, sheetId, observer } = this.#options;
    const stored = await journal.load(sheetId);
    if (stored === undefined) throw new Refusal('sheet.unknown');
    try {
      this.#live.fill(stored, []);
      this.#live.setPendingAside(() => this.#problem('document.pending'));
      migrate(this.#live.doc);
    } catch (error) {
      throw refusalBecause('sheet.unreadable', error);
    }
    this.#keepOwn();
    await this.#saver.flush();
    this.#state = 'live';
    this.#nodes = new NodeLink({
      sheetId,
      relay,
      doc: () => (this.#state === 'live' ? this.#live.doc : undefined),
      take: (update) => this.#takeFromNode(update),
      revoke: (keyIds) => this.#fan.end('key.revoked', ({ actor }) => keyIds.includes(actor.keyId)),
      failed: (error) => this.#recover(error),
    });
    const bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    observer.loaded(sheetId, stored.updates.length, bytes);
  }

  /** Resolves when there is a document to be trusted, or none to be had. */
  settled(): Promise<void> {
    return this.#rebuilt;
  }

  /** Throws the Refusal with which nobody may come in now. */
  requireOpen(): void {
    if (this.hasFailed) throw new Refusal('internal');
    if (this.#saver.isOverfull) throw new Refusal('store.unavailable');
    if (this.connectionCount >= this.#options.limits.connections) throw new Refusal('sheet.busy');
  }

  /** Lets a participant in. */
  join(options: Omit<ConnectionOptions, 'limits' | 'now'>): Connection {
    const now = performance.now();
    const { limits, nodeId } = this.#options;
    const connection = new Connection({ ...options, limits, now });
    connection.listen(
      (bytes) => this.#receive(connection, bytes),
      () => this.#leave(connection),
    );
    this.#fan.connections.add(connection);
    const { role } = connection.actor;
    connection.sendControl({ type: 'welcome', role, serverTime: Date.now(), nodeId }, now);
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
   * throws or wrote what no client may send, nothing. Resolves when it is durable.
   */
  async change(write: (copy: Y.Doc) => void): Promise<void> {
    this.requireOpen();
    if (this.#saver.isStalled) throw new Refusal('store.unavailable');
    const update = prepareChange(this.#live, write, this.#options.limits.documentBytes);
    if (update === undefined) return;
    try {
      this.#live.apply(update);
    } catch (error) {
      this.#recover(error);
      throw error;
    }
    this.#keep(update, updateFrame(update), undefined);
    await this.#saver.flush();
  }

  /** Tells everybody in the room who understands control frames. */
  tell(frame: ControlFrame): void {
    this.#fan.tell(frame);
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
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearImmediate(this.#tick);
    this.#fan.stop();
    this.#saver.stop();
    this.#nodes?.leave();
    this.#live.destroy();
    this.#options.observer.unloaded(this.#options.sheetId);
  }

  #leave(connection: Connection): void {
    this.#fan.leave(connection);
    if (connection.endedBy !== undefined) {
      this.#options.observer.refused(this.#options.sheetId, connection.endedBy);
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
    this.#take(connection, bytes);
  }

  #take(connection: Connection, bytes: Uint8Array): void {
    if (this.#state !== 'live') {
      this.#postponed.push({ connection, bytes });
      return;
    }
    try {
      this.#intake.take(connection, bytes);
      this.#schedule();
    } catch (error) {
      this.#refuse(connection, error);
    }
  }

  #refuse(connection: Connection, error: unknown): void {
    if (error instanceof Refusal) {
      connection.end(error.code);
      return;
    }
    connection.end(error instanceof BrokenDocument ? 'wire.malformed' : 'internal');
    this.#recover(error);
  }

  /** Has what was applied stored and sent on, and after it what Yjs wrote because of it. */
  #keep(update: Uint8Array, frame: Uint8Array, from: Connection | undefined): void {
    this.#saver.add(update);
    this.#fan.relay(frame, from);
    this.#nodes?.publish(update);
    this.#schedule();
    this.#keepOwn();
  }

  #keepOwn(): void {
    for (const update of this.#live.takeOwn()) this.#keep(update, updateFrame(update), undefined);
  }

  #takeFromNode(update: Uint8Array): void {
    this.#live.apply(update);
    this.#fan.relay(updateFrame(update), undefined);
    this.#schedule();
    this.#keepOwn();
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

  /** Deals with what nobody foresaw: a document that may be half changed is built anew. */
  #recover(error: unknown): void {
    if (!(error instanceof BrokenDocument)) {
      this.#problem('handler.threw', error);
    } else if (this.#state === 'live') {
      this.#state = 'rebuilding';
      this.#rebuilt = this.#rebuild(error);
    }
  }

  /** Builds the document from what is stored and what waits to be; the people only wait. */
  async #rebuild(cause: BrokenDocument): Promise<void> {
    for (const connection of this.#fan.connections) connection.pause();
    // Taken before the loading: an append that ends meanwhile is then in both.
    const unsaved = this.#saver.unsaved();
    try {
      const stored = await this.#options.journal.load(this.#options.sheetId);
      if (this.#state !== 'rebuilding') return;
      const rebuilt = new LiveDocument(this.#options.applyUpdate);
      rebuilt.fill(stored, unsaved);
      this.#live.destroy();
      this.#live = rebuilt;
    } catch (error) {
      this.#state = 'failed';
      this.#postponed = [];
      // A paused socket would not hear its peer's goodbye.
      for (const connection of this.#fan.connections) connection.resume();
      this.#problem('document.rebuildFailed', error);
      this.#fan.end('internal');
      return;
    }
    this.#problem('document.rebuilt', cause);
    this.#state = 'live';
    this.#keepOwn();
    this.#nodes?.sayHello();
    this.#resume();
  }

  #resume(): void {
    const postponed = this.#postponed;
    this.#postponed = [];
    for (const connection of this.#fan.connections) connection.resume();
    for (const { connection, bytes } of postponed) {
      if (connection.isOpen) this.#take(connection, bytes);
    }
  }

  #problem(what: RoomProblem, error?: unknown): void {
    this.#options.observer.problem(this.#options.sheetId, what, error);
  }
}
