/**
 * A bare socket to a sheet, for those who do not speak as Yjs does: frames by hand, close codes,
 * and the answers of upgrades that were refused.
 */
import type { IncomingMessage } from 'node:http';
import * as encoding from 'lib0/encoding';
import { type RawData, WebSocket } from 'ws';
import type { Role } from '../../shared/access/roles.ts';
import { MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '../../shared/wire/frames.ts';
import type { TestServer, TestSheet } from './server.ts';

export interface RawOptions {
  readonly role?: Role;
  /** Instead of the role's own key; null for none. */
  readonly key?: string | null;
  readonly control?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawSocket {
  readonly socket: WebSocket;
  /** The binary frames that came. */
  readonly frames: readonly Uint8Array[];
  /** How the connection ended. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(bytes: Uint8Array | string): void;
}

/** Opens a socket; rejects with `RefusedUpgrade` when the server does not let it in. */
export function openRaw(
  server: Pick<TestServer, 'wsUrl'>,
  sheet: Pick<TestSheet, 'id' | 'keys'>,
  { role = 'rediger', key = sheet.keys[role], control = false, headers = {} }: RawOptions = {},
): Promise<RawSocket> {
  const query = new URLSearchParams(key === null ? {} : { nokkel: key });
  if (control) query.set('v', '1');
  const socket = new WebSocket(`${server.wsUrl}/${sheet.id}?${query}`, { headers });
  socket.binaryType = 'nodebuffer';
  const frames: Uint8Array[] = [];
  socket.on('message', (data: RawData) => {
    frames.push(data as Buffer);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('unexpected-response', (_request, response) => {
      readRefusal(response).then(reject, reject);
    });
    socket.on('open', () =>
      resolve({ socket, frames, closed, send: (bytes) => socket.send(bytes) }),
    );
  });
}

/** An upgrade that was answered with a status instead. */
export class RefusedUpgrade extends Error {
  override readonly name = 'RefusedUpgrade';
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;

  constructor(status: number, headers: IncomingMessage['headers'], body: unknown) {
    super(`Refused with ${status}`);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

async function readRefusal(response: IncomingMessage): Promise<RefusedUpgrade> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return new RefusedUpgrade(response.statusCode ?? 0, response.headers, JSON.parse(text));
}

/** A sync update message. */
export function updateMessage(update: Uint8Array): Uint8Array {
  return syncMessage(SYNC_UPDATE, update);
}

/** A sync step 2 message. */
export function step2Message(update: Uint8Array): Uint8Array {
  return syncMessage(SYNC_STEP_2, update);
}

function syncMessage(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** A sync step 2 with nothing in it: the answer of somebody who has nothing of their own. */
export const EMPTY_STEP_2 = step2Message(Uint8Array.of(0, 0));
