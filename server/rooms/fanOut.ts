/**
 * Sends what happens in a room to everybody in it but its sender, once per tick: several frames
 * to one socket leave in one write, still one message per frame.
 */
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { ControlFrame } from '../../shared/wire/frames.ts';
import type { AwarenessEntry } from './clientFrame.ts';
import type { Connection } from './connection.ts';
import type { RoomLimits } from './limits.ts';
import { Presence } from './presence.ts';
import { HEARTBEAT_FRAME } from './serverFrame.ts';

interface Outgoing {
  readonly frame: Uint8Array;
  readonly from: Connection | undefined;
}

/** So many of a room are pinged in one sweep: those who came in one moment are not asked in one. */
const perSweep = (people: number) => Math.max(20, Math.ceil(people / 4));

export class FanOut {
  readonly connections = new Set<Connection>();
  readonly #limits: RoomLimits;
  readonly #presence: Presence<Connection>;
  readonly #probed = new Set<Connection>();
  #outgoing: Outgoing[] = [];
  #awarenessSentAt = Number.NEGATIVE_INFINITY;
  #awarenessTimer: NodeJS.Timeout | undefined;

  constructor(limits: RoomLimits) {
    this.#limits = limits;
    this.#presence = new Presence({
      maxBytes: limits.awarenessBytes,
      claimed: (owner) => this.#probe(owner),
    });
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.#presence.leave(connection, performance.now());
  }

  /** Puts a frame in the next tick's batch. */
  relay(frame: Uint8Array, from: Connection | undefined): void {
    this.#outgoing.push({ frame, from });
  }

  /** False when the connection's own state was too large and dropped. */
  hear(connection: Connection, entries: readonly AwarenessEntry[]): boolean {
    return this.#presence.receive(connection, entries, performance.now());
  }

  /** The Yjs client that a connection has said to be, once it has. */
  clientOf(connection: Connection): number | undefined {
    return this.#presence.idOf(connection);
  }

  /** A frame with everybody's awareness, or undefined when nobody has any. */
  everybody(): Uint8Array | undefined {
    return this.#presence.everybody();
  }

  /** Tells everybody who understands it of something that does not end their connections. */
  tell(frame: ControlFrame): void {
    const now = performance.now();
    for (const connection of this.connections) connection.sendControl(frame, now);
  }

  /** Sends the tick's batch, and awareness when its turn has come. */
  flush(now: number): void {
    const batch = this.#outgoing;
    this.#outgoing = [];
    if (batch.length > 0) {
      for (const connection of this.connections) {
        const frames = batch.filter(({ from }) => from !== connection);
        connection.send(
          frames.map(({ frame }) => frame),
          now,
        );
      }
    }
    this.#flushAwareness(now);
  }

  /** Tells each connection what became durable of what it sent. */
  acknowledge(durable: number, now: number): void {
    for (const connection of this.connections) {
      if (connection.hasMarks) connection.acknowledge(durable, now);
    }
  }

  /**
   * Drops the dead, hides those who have probably gone, pings the silent and lets nobody wait for a
   * sign of life. Whoever is alone is asked less often: there is nobody to see them go.
   */
  sweep(now: number): void {
    const { deadMs, heartbeatMs, pingMs } = this.#limits;
    this.#presence.forgetSilent(now);
    const isShared = this.connections.size > 1;
    const askMs = isShared ? Math.min(deadMs / 3, pingMs) : deadMs / 3;
    const beatMs = isShared ? Math.min(heartbeatMs, pingMs) : heartbeatMs;
    let left = perSweep(this.connections.size);
    for (const connection of this.connections) {
      const silentMs = now - connection.receivedAt;
      if (silentMs > deadMs) {
        connection.drop();
        continue;
      }
      if (isShared && this.#isGhost(connection, now)) this.#hide(connection);
      const isAsked = silentMs > askMs && now - connection.pingedAt > askMs;
      const isDue = now - connection.sentAt >= beatMs;
      if (!(isAsked || isDue) || left === 0) continue;
      left -= 1;
      if (isAsked) connection.ping(now);
      if (isDue) connection.send([HEARTBEAT_FRAME], now);
    }
    this.#flushAwareness(now);
  }

  /** Ends every connection, or those that `isMeant`; how many. */
  end(code: ErrorCode, isMeant: (connection: Connection) => boolean = () => true): number {
    const meant = [...this.connections].filter(isMeant);
    for (const connection of meant) connection.end(code);
    return meant.length;
  }

  stop(): void {
    clearTimeout(this.#awarenessTimer);
  }

  /** Silent, and asked for long enough to have answered: a server that was busy itself asks first. */
  #isGhost({ receivedAt, askedAt }: Connection, now: number): boolean {
    const { ghostMs } = this.#limits;
    return now - receivedAt >= ghostMs && askedAt !== undefined && now - askedAt >= ghostMs / 4;
  }

  /** The connection itself may live: it is shown again at its first sign of life. */
  #hide(connection: Connection): void {
    if (!this.#presence.hide(connection)) return;
    connection.onceAlive(() => {
      this.#presence.show(connection);
      this.#flushAwareness(performance.now());
    });
  }

  #flushAwareness(now: number): void {
    if (!this.#presence.hasChanges || this.#awarenessTimer !== undefined) return;
    const waitMs = this.#awarenessSentAt + this.#limits.awarenessIntervalMs - now;
    if (waitMs > 0) {
      this.#awarenessTimer = setTimeout(() => {
        this.#awarenessTimer = undefined;
        this.#sendAwareness(performance.now());
      }, waitMs);
    } else {
      this.#sendAwareness(now);
    }
  }

  #sendAwareness(now: number): void {
    this.#awarenessSentAt = now;
    const { frameFor } = this.#presence.drain();
    for (const connection of this.connections) {
      if (connection.isBehind) {
        connection.missedAwareness = true;
        continue;
      }
      const frame = connection.missedAwareness
        ? this.#presence.everybodyAndGone()
        : frameFor(connection);
      connection.missedAwareness = false;
      if (frame !== undefined) connection.send([frame], now);
    }
  }

  /** Finds out whether a connection is alive: somebody else says to be its client. */
  #probe(connection: Connection): void {
    if (this.#probed.has(connection)) return;
    this.#probed.add(connection);
    const askedAt = performance.now();
    connection.ping(askedAt);
    setTimeout(() => {
      this.#probed.delete(connection);
      if (connection.isOpen && connection.receivedAt < askedAt) connection.drop();
    }, this.#limits.graceMs).unref();
  }
}
