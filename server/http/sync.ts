/**
 * `GET /sync/<sheetId>?nokkel=<key>[&v=1]`: from an HTTP upgrade to a participant in a room.
 * Whoever may not come in is told so by the upgrade's answer: a socket that opens and closes
 * again would have clients come back over and over.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Server as SocketServer, WebSocketServer } from 'ws';
import { type ErrorCode, Refusal, refusalBecause } from '../../shared/errors/catalogue.ts';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { CONTROL_VERSION } from '../../shared/wire/frames.ts';
import type { Links } from '../gate/links/links.ts';
import { bearerOf, isOwnOrigin } from '../gate/request.ts';
import type { RoomLimits } from '../rooms/limits.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { SyncSocket } from '../rooms/syncSocket.ts';
import { answerRaw } from './rawAnswer.ts';

export interface SyncOptions {
  readonly rooms: Rooms;
  readonly links: Links;
  readonly limits: RoomLimits;
  readonly publicUrl: URL | undefined;
  readonly refused: (code: ErrorCode) => void;
  readonly failed: (error: unknown) => void;
}

export interface SyncEndpoint {
  /** Resolves when every socket is gone; those that linger are cut off after `graceMs`. */
  ended(graceMs: number): Promise<void>;
}

/** Serves sockets on the port of `server`. */
export function serveSync(server: Server, options: SyncOptions): SyncEndpoint {
  const open = new Set<Duplex>();
  const socketOptions = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: options.limits.frameBytes,
    closeTimeout: options.limits.graceMs,
    WebSocket: SyncSocket,
  };
  const sockets = new WebSocketServer(socketOptions);
  // Without a listener an upgrade that is none is answered by ws itself, not in our form.
  sockets.on('wsClientError', (_error: Error, socket: Duplex) => {
    refuse(socket, new Refusal('body.invalid'));
  });
  const refuse = (socket: Duplex, refusal: Refusal) => {
    options.refused(refusal.code);
    answerRaw(socket, refusal);
  };
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    admit(options, sockets, request, socket, head).catch((error: unknown) => {
      if (!(error instanceof Refusal)) options.failed(error);
      refuse(socket, error instanceof Refusal ? error : refusalBecause('internal', error));
    });
  });
  return { ended: (graceMs) => allGone(open, graceMs) };
}

async function admit(
  { rooms, links, publicUrl }: SyncOptions,
  sockets: SocketServer<typeof SyncSocket>,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): Promise<void> {
  const { sheetId, key, hasControl } = readAddress(request);
  if (!isOwnOrigin(request.headers.origin, request.headers.host, publicUrl)) {
    throw new Refusal('origin.forbidden');
  }
  const actor = await links.authenticate(sheetId, key, 'sheet.read');
  const { room, release } = await rooms.open(sheetId);
  try {
    room.requireOpen();
    if (rooms.isRevoked(actor.keyId)) throw new Refusal('key.revoked');
    if (stream.destroyed) return;
    sockets.handleUpgrade(request, stream, head, (socket) => {
      room.join({ socket, stream, actor, hasControl });
    });
  } finally {
    release();
  }
}

function readAddress(request: IncomingMessage): {
  readonly sheetId: SheetId;
  readonly key: string | undefined;
  readonly hasControl: boolean;
} {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const found = /^\/sync\/([^/]+)\/?$/.exec(path);
  if (found === null) throw new Refusal('route.unknown');
  const sheetId = parseId<SheetId>(found[1]);
  if (sheetId === undefined) throw new Refusal('sheet.unknown');
  const parameters = new URLSearchParams(query);
  return {
    sheetId,
    key: bearerOf(request.headers.authorization) ?? parameters.get('nokkel') ?? undefined,
    hasControl: parameters.get('v') === CONTROL_VERSION,
  };
}

async function allGone(open: ReadonlySet<Duplex>, graceMs: number): Promise<void> {
  const gone = Promise.all(
    [...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))),
  );
  const cutOff = setTimeout(() => {
    for (const socket of open) socket.destroy();
  }, graceMs);
  await gone;
  clearTimeout(cutOff);
}
