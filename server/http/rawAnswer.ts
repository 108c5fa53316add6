/** A refusal written straight to a socket, where no request object exists: failed upgrades. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody, errorEntry, type Refusal } from '../../shared/errors/catalogue.ts';
import { BARE_HEADERS } from './securityHeaders.ts';

/** Answers and ends the connection. Never throws, also when the peer is gone. */
export function answerRaw(socket: Duplex, refusal: Refusal): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status } = errorEntry(refusal.code);
  const body = JSON.stringify(errorBody(refusal));
  const headers = {
    ...BARE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
