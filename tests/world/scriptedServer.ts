/**
 * A small sync server whose failures a test writes: it holds back acknowledgements, forgets what
 * it has not acknowledged, refuses keys, answers late. It speaks DESIGN.md section 5 over real
 * sockets, without the checks of the real server.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import { ERRORS, type ErrorCode } from '../../shared/errors/catalogue.ts';
import {
  countsAsSent,
  encodeControl,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
} from '../../shared/wire/frames.ts';
import { ROLE_HEADER } from '../../shared/wire/headers.ts';

/** A frame as it came in, or an HTTP question for the state. */
export type Seen =
  | { readonly kind: 'frame'; readonly type: number; readonly subtype: number | undefined }
  | { readonly kind: 'state'; readonly key: string; readonly status: number };

interface Connection {
  readonly socket: WebSocket;
  received: number;
}

export class ScriptedServer {
  /** What the server holds in memory. */
  doc = new Y.Doc();
  /** What would be there after a crash. */
  #durable: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc());
  readonly keys = new Map<string, Role | ErrorCode>();
  readonly seen: Seen[] = [];
  /** While true nothing becomes durable and nothing is acknowledged. */
  holdsAcks = false;
  /** Whether the answer with the state says what the key permits. */
  tellsRole = true;
  /** Upgrades are cut without an answer, as by a proxy that knows no sockets. */
  blocksSockets = false;
  /** Answers every HTTP question so, instead of what is true. */
  httpOverride: { readonly status: number; readonly body: string } | undefined;
  /** Sends step 1 only when told to, so that a test can act before the handshake. */
  holdsHandshake = false;
  upgrades = 0;
  #http: Server | undefined;
  #port = 0;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** Starts, or starts again on the same port with what was durable. */
  async start(): Promise<void> {
    const http = createServer((request, response) => this.#answer(request, response));
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (http.address() as AddressInfo).port;
    this.#http = http;
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, this.#durable);
  }

  /** Dies: connections are cut, and what was not made durable is gone. */
  async crash(): Promise<void> {
    for (const { socket } of this.#connections) socket.terminate();
    this.#connections.clear();
    await new Promise<void>((resolve) => {
      this.#http?.close(() => resolve());
      this.#http?.closeAllConnections();
    });
  }

  /** Changes the document as if somebody else had, and sends it to all. */
  edit(change: (doc: Y.Doc) => void): void {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc));
    this.#broadcast(Y.encodeStateAsUpdate(this.doc, before), undefined);
    this.acknowledge();
  }

  /** Makes everything durable and says so. */
  acknowledge(): void {
    this.#durable = Y.encodeStateAsUpdate(this.doc);
    for (const { socket, received } of this.#connections) {
      socket.send(encodeControl({ type: 'saved', count: received }));
    }
  }

  /** Sends any control frame to all. */
  announce(frame: Parameters<typeof encodeControl>[0]): void {
    for (const { socket } of this.#connections) socket.send(encodeControl(frame));
  }

  /** Begins the handshakes that were held. */
  shakeHands(): void {
    this.holdsHandshake = false;
    for (const { socket } of this.#connections) this.#sendStep1(socket);
  }

  closeAll(code: number): void {
    for (const { socket } of this.#connections) socket.close(code);
  }

  frames(subtype: number): number {
    return this.seen.filter(
      (seen) => seen.kind === 'frame' && seen.type === MESSAGE_SYNC && seen.subtype === subtype,
    ).length;
  }

  stateAnswers(): readonly number[] {
    return this.seen.flatMap((seen) => (seen.kind === 'state' ? [seen.status] : []));
  }

  #refusal(key: string): ErrorCode | undefined {
    const known = this.keys.get(key);
    if (known === undefined) return 'key.wrong';
    return Object.hasOwn(ERRORS, known) ? (known as ErrorCode) : undefined;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const refusal = this.#refusal(key);
    const respond = (status: number, type: string, body: string | Uint8Array): void => {
      this.seen.push({ kind: 'state', key, status });
      const role = this.tellsRole && status < 400 ? { [ROLE_HEADER]: this.keys.get(key) } : {};
      response.writeHead(status, { 'content-type': type, etag, ...role }).end(body);
    };
    const state = Y.encodeStateAsUpdate(this.doc);
    const etag = `"${state.length}-${Y.encodeStateVector(this.doc).join('.')}"`;
    if (this.httpOverride !== undefined) {
      respond(this.httpOverride.status, 'text/html', this.httpOverride.body);
    } else if (refusal !== undefined) {
      const { status, message } = ERRORS[refusal];
      respond(status, 'application/json', JSON.stringify({ error: { code: refusal, message } }));
    } else if (request.headers['if-none-match'] === etag) {
      respond(304, 'application/octet-stream', '');
    } else {
      respond(200, 'application/octet-stream', state);
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.upgrades++;
    // Whoever asked may be gone before the answer is written.
    socket.on('error', () => {});
    const key = new URL(request.url ?? '', this.origin).searchParams.get('nokkel') ?? '';
    const role = this.keys.get(key);
    if (this.blocksSockets || this.#refusal(key) !== undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#greet(ws, role as Role));
  }

  #greet(socket: WebSocket, role: Role): void {
    const connection: Connection = { socket, received: 0 };
    this.#connections.add(connection);
    socket.on('error', () => {});
    socket.on('close', () => this.#connections.delete(connection));
    socket.on('message', (data: Buffer) => this.#receive(connection, new Uint8Array(data)));
    socket.send(encodeControl({ type: 'welcome', role, serverTime: 1_000_000, nodeId: 'prove' }));
    if (!this.holdsHandshake) this.#sendStep1(socket);
  }

  #sendStep1(socket: WebSocket): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeSyncStep1(encoder, this.doc);
    socket.send(encoding.toUint8Array(encoder));
  }

  #receive(connection: Connection, frame: Uint8Array): void {
    this.seen.push({ kind: 'frame', type: frame[0] ?? -1, subtype: frame[1] });
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_AWARENESS) {
      for (const other of this.#connections) if (other !== connection) other.socket.send(frame);
    }
    if (type !== MESSAGE_SYNC) return;
    const before = Y.encodeStateVector(this.doc);
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, MESSAGE_SYNC);
    syncProtocol.readSyncMessage(decoder, reply, this.doc, connection);
    if (encoding.length(reply) > 1) connection.socket.send(encoding.toUint8Array(reply));
    if (!countsAsSent(frame)) return;
    connection.received++;
    this.#broadcast(Y.encodeStateAsUpdate(this.doc, before), connection);
    if (!this.holdsAcks) this.acknowledge();
  }

  #broadcast(update: Uint8Array, except: Connection | undefined): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeUpdate(encoder, update);
    for (const connection of this.#connections) {
      if (connection !== except) connection.socket.send(encoding.toUint8Array(encoder));
    }
  }
}
