/** The bounds that rooms keep, so that no connection can cost the others their sheet. */

export interface RoomLimits {
  /** The largest frame taken from a client, in bytes. */
  readonly frameBytes: number;
  /** The largest encoded document, in bytes. */
  readonly documentBytes: number;
  /** The largest awareness state of one participant, in bytes of JSON. */
  readonly awarenessBytes: number;
  /** Messages one connection may send: at once, and per second after that. */
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
  /** The same for bytes. */
  readonly byteBurst: number;
  readonly bytesPerSecond: number;
  /** Unsent bytes past which a connection gets no awareness, and past which it is closed. */
  readonly awarenessBacklogBytes: number;
  readonly backlogBytes: number;
  /** Connections to one sheet. */
  readonly connections: number;
  /** Awareness is sent at most this often per room. */
  readonly awarenessIntervalMs: number;
  /** Updates that hang in the air wait this long for the sender's step 2, and so many bytes. */
  readonly heldMs: number;
  readonly heldBytes: number;
  /** Bytes that may wait for a store that does not answer before the room closes. */
  readonly unsavedBytes: number;
  /** Pauses between attempts at storing: the first, and the longest. */
  readonly retryFirstMs: number;
  readonly retryMaxMs: number;
  /** How long an empty room stays in memory. */
  readonly idleMs: number;
  /** Something is sent on every connection at least this often. */
  readonly heartbeatMs: number;
  /**
   * Where several are in a room, something goes to each, and is asked of whoever is silent, at
   * least this often.
   */
  readonly pingMs: number;
  /** Somebody who has been silent for so long, and asked, is not shown to the others. */
  readonly ghostMs: number;
  /** A connection from which nothing came for so long is dead; it is pinged three times before. */
  readonly deadMs: number;
  /** How long a client has to answer a close frame, or a ping when its place is claimed. */
  readonly graceMs: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: RoomLimits = {
  frameBytes: 8 * MIB,
  documentBytes: 48 * MIB,
  awarenessBytes: 16 * 1024,
  messageBurst: 1500,
  messagesPerSecond: 300,
  byteBurst: 24 * MIB,
  bytesPerSecond: 2 * MIB,
  awarenessBacklogBytes: 256 * 1024,
  backlogBytes: 64 * MIB,
  connections: 1000,
  awarenessIntervalMs: 40,
  heldMs: 3000,
  heldBytes: 1 * MIB,
  unsavedBytes: 32 * MIB,
  retryFirstMs: 200,
  retryMaxMs: 5000,
  idleMs: 60_000,
  heartbeatMs: 10_000,
  pingMs: 3000,
  ghostMs: 8000,
  deadMs: 45_000,
  graceMs: 5000,
};
