/**
 * The frames on `/sync/<sheetId>`. A stock y-websocket client sends and gets exactly the
 * y-protocols (0–3); a client that adds `v=1` to the address also gets control frames (120).
 * One message per frame: varUint type, then the type's own body.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as z from 'zod/mini';
import { ROLES } from '../access/roles.ts';

export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_QUERY_AWARENESS = 3;
export const MESSAGE_CONTROL = 120;

/** The sync message's second varUint, as y-protocols/sync numbers them. */
export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

/** The version of control frames that a client asks for with `v=`. */
export const CONTROL_VERSION = '1';

/** Conditions that a person should know of, which do not end the connection. */
export const NOTICES = ['store.unavailable', 'store.recovered', 'awareness.tooLarge'] as const;
export type NoticeCode = (typeof NOTICES)[number];

const controlFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    role: z.enum(ROLES),
    /** Milliseconds since 1970 by the server's clock. */
    serverTime: z.number(),
    nodeId: z.string(),
  }),
  z.object({
    type: z.literal('saved'),
    /** How many of this connection's step 2 and update messages are durable, in the order sent. */
    count: z.int().check(z.nonnegative()),
  }),
  z.object({ type: z.literal('notice'), code: z.enum(NOTICES) }),
  z.object({
    type: z.literal('readmodel'),
    /** What is shown here of other documents is at least this new when it is asked for. */
    version: z.int().check(z.nonnegative()),
  }),
]);

export type ControlFrame = z.infer<typeof controlFrame>;

export function encodeControl(frame: ControlFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_CONTROL);
  encoding.writeVarString(encoder, JSON.stringify(frame));
  return encoding.toUint8Array(encoder);
}

/**
 * The body of a control frame, whose type has been read already. Undefined for a frame of a
 * newer server that this client does not know, and for one that is cut off; a client ignores those.
 */
export function readControl(decoder: decoding.Decoder): ControlFrame | undefined {
  const parsed = controlFrame.safeParse(readJson(decoder));
  return parsed.success ? parsed.data : undefined;
}

/** Whether a frame sent by a client counts towards `saved`: sync step 2 and update do. */
export function countsAsSent(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && (frame[1] === SYNC_STEP_2 || frame[1] === SYNC_UPDATE);
}

function readJson(decoder: decoding.Decoder): unknown {
  try {
    return JSON.parse(decoding.readVarString(decoder));
  } catch {
    return undefined;
  }
}
