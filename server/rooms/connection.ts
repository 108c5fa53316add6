/**
 * One participant's socket in a room: what it may do, what was sent and received on it, and how
 * much of what it sent is durable. A connection never throws because its peer is gone.
 */
import type { Duplex } from 'node:stream';
import type { RawData } from 'ws';
import type { Role } from '../../shared/access/roles.ts';
import { type ErrorCode, Refusal } from '../../shared/errors/catalogue.ts';
import { closeCodeOf } from '../../shared/wire/closeCodes.ts';
import { type ControlFrame, encodeControl } from '../../shared/wire/frames.ts';
import type { RoomLimits } from './limits.ts';
import type { SyncSocket } from './syncSocket.ts';
import { TokenBucket } from './tokenBucket.ts';
import type { ParsedUpdate } from './updateParser.ts';

/** Whom a connection speaks for, as the gate found it. */
export interface Actor {
  readonly role: Role;
  /** Names the key that opened the connection; never the key itself. */
  readonly keyId: string;
}

export interface ConnectionOptions {
  readonly socket: SyncSocket;
  /** The stream under the socket, for writing several frames at once. */
  readonly stream: Duplex;
  readonly actor: Actor;
  /** Whether the client asked for control frames. */
  readonly hasControl: boolean;
  readonly limits: RoomLimits;
  readonly now: number;
}

/** An update from a client, as it came and as it was read. */
export interface IncomingUpdate {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedUpdate;
  /** The update message as it goes to the others. */
  readonly frame: Uint8Array;
}

export class Connection {
  readonly actor: Actor;
  readonly hasControl: boolean;
  readonly #socket: SyncSocket;
  readonly #stream: Duplex;
  readonly #limits: RoomLimits;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  /** When something last came, and last went, in milliseconds. */
  receivedAt: number;
  sentAt: number;
  pingedAt: number;
  /** When it was first pinged after the last sign of life; undefined when it was not. */
  askedAt: number | undefined;
  /** Whether the client has answered our step 1, so that nothing older is on its way. */
  hasAnswered = false;
  /** Whether awareness was left out while the connection was behind. */
  missedAwareness = false;
  /** Why this connection was ended by the server, once it was. */
  endedBy: ErrorCode | undefined;
  #isOpen = true;
  #awoken: (() => void) | undefined;
  #ended: (() => void) | undefined;
  #largestSent = 0;
  #held: IncomingUpdate[] = [];
  #heldBytes = 0;
  #heldTimer: NodeJS.Timeout | undefined;
  #counted = 0;
  #acknowledged = 0;
  /** `count` messages are durable once the room's update number `after` is. */
  #marks: { readonly after: number; count: number }[] = [];

  constructor({ socket, stream, actor, hasControl, limits, now }: ConnectionOptions) {
    this.#socket = socket;
    this.#stream = stream;
    this.#limits = limits;
    this.actor = actor;
    this.hasControl = hasControl;
    this.receivedAt = now;
    this.sentAt = now;
    this.pingedAt = now;
    this.#messages = new TokenBucket(limits.messageBurst, limits.messagesPerSecond, now);
    this.#bytes = new TokenBucket(limits.byteBurst, limits.bytesPerSecond, now);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Passes on what comes, undefined for a text frame. `ended` is called once, however the
   * connection ends, and nothing is passed on after that.
   */
  listen(received: (bytes: Uint8Array | undefined) => void, ended: () => void): void {
    this.#ended = ended;
    const alive = () => this.#noteLife(performance.now());
    this.#socket.on('message', (data: RawData, isBinary: boolean) => {
      if (this.#isOpen) received(isBinary ? oneBuffer(data) : undefined);
    });
    this.#socket.on('pong', alive);
    this.#socket.on('ping', alive);
    this.#socket.on('error', () => {
      this.endedBy ??= this.#socket.broken;
      this.#shut();
    });
    this.#socket.on('close', () => this.#shut());
  }

  /** Counts a message against what one connection may send. */
  charge(bytes: number, now: number): void {
    this.#noteLife(now);
    if (this.#messages.take(1, now) && this.#bytes.take(bytes, now)) return;
    throw new Refusal('rate.limited');
  }

  /** Calls back once, at the next sign of life. */
  onceAlive(awoken: () => void): void {
    this.#awoken = awoken;
  }

  /** Sends frames in one write. A connection too far behind is closed, never silently skipped. */
  send(frames: readonly Uint8Array[], now: number): void {
    if (!this.#isOpen || frames.length === 0) return;
    this.#stream.cork();
    for (const frame of frames) {
      this.#largestSent = Math.max(this.#largestSent, frame.length);
      this.#socket.send(frame, { binary: true, compress: false });
    }
    this.#stream.uncork();
    this.sentAt = now;
    const allowed = this.#limits.backlogBytes + this.#largestSent;
    if (this.#socket.bufferedAmount > allowed) this.end('wire.slow');
  }

  sendControl(frame: ControlFrame, now: number): void {
    if (this.hasControl) this.send([encodeControl(frame)], now);
  }

  /** Whether so much is unsent that awareness should wait. */
  get isBehind(): boolean {
    return this.#socket.bufferedAmount > this.#limits.awarenessBacklogBytes;
  }

  /**
   * Takes the next message that counts towards `saved`: it is durable once update number `after`
   * of the room is, whoever sent that one.
   */
  count(after: number): void {
    this.#counted += 1;
    const last = this.#marks.at(-1);
    if (last !== undefined && last.after === after) last.count = this.#counted;
    else this.#marks.push({ after, count: this.#counted });
  }

  /** Tells the client what became durable, if something did. */
  acknowledge(durable: number, now: number): void {
    let reached = 0;
    while (this.#marks[0] !== undefined && this.#marks[0].after <= durable) {
      reached = this.#marks.shift()?.count ?? reached;
    }
    if (reached <= this.#acknowledged) return;
    this.#acknowledged = reached;
    this.sendControl({ type: 'saved', count: reached }, now);
  }

  get hasMarks(): boolean {
    return this.#marks.length > 0;
  }

  /**
   * Keeps an update that hangs in the air, because its sender's step 2 is still on its way, until `takeHeld`;
   * false when that is too much. `tooLate` is called when the step 2 does not come.
   */
  hold(update: IncomingUpdate, tooLate: () => void): boolean {
    if (this.hasAnswered) return false;
    this.#heldBytes += update.bytes.length;
    if (this.#heldBytes > this.#limits.heldBytes) return false;
    this.#held.push(update);
    this.#heldTimer ??= setTimeout(tooLate, this.#limits.heldMs);
    return true;
  }

  get isHolding(): boolean {
    return this.#held.length > 0;
  }

  takeHeld(): readonly IncomingUpdate[] {
    clearTimeout(this.#heldTimer);
    this.#heldTimer = undefined;
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    return held;
  }

  ping(now: number): void {
    this.pingedAt = now;
    this.askedAt ??= now;
    if (this.#isOpen) this.#socket.ping();
  }

  /** Ends the connection with the close code of `code`; the code itself is the reason. */
  end(code: ErrorCode): void {
    if (!this.#isOpen) return;
    this.endedBy = code;
    this.#shut();
    this.#socket.close(closeCodeOf(code), code);
  }

  /** Drops a connection whose peer does not answer any more. */
  drop(): void {
    this.#shut();
    this.#socket.terminate();
  }

  pause(): void {
    if (this.#isOpen) this.#socket.pause();
  }

  resume(): void {
    if (this.#isOpen) this.#socket.resume();
  }

  #noteLife(now: number): void {
    this.receivedAt = now;
    this.askedAt = undefined;
    const awoken = this.#awoken;
    this.#awoken = undefined;
    awoken?.();
  }

  #shut(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearTimeout(this.#heldTimer);
    this.#ended?.();
  }
}

function oneBuffer(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
