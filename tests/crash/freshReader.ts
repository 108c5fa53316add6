/**
 * What a restarted server holds, as somebody sees it who was never there before and so brings
 * nothing along: the first thing that happens to a sheet after a restart.
 */
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { MESSAGE_SYNC } from '../../shared/wire/frames.ts';
import type { SheetAddress } from './ledger.ts';
import { syncFrame } from './participant.ts';

/** The document as the socket's handshake gives it. Rejects when the server refuses. */
export async function readBySocket(url: string, { id, keys }: SheetAddress): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const address = `${url.replace(/^http/, 'ws')}/sync/${id}?nokkel=${encodeURIComponent(keys.les)}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const synced = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`Closed with ${code} before step 2.`)));
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data);
      if (decoding.readVarUint(decoder) !== MESSAGE_SYNC) return;
      const step = decoding.readVarUint(decoder);
      if (step === syncProtocol.messageYjsSyncStep1) return;
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
      if (step === syncProtocol.messageYjsSyncStep2) resolve();
    });
  });
  socket.on('open', () => {
    socket.send(syncFrame((encoder) => syncProtocol.writeSyncStep1(encoder, doc)));
  });
  try {
    await synced;
    return doc;
  } finally {
    socket.terminate();
    if (socket.readyState !== WebSocket.CLOSED) await once(socket, 'close');
  }
}

/** The document as `GET /api/sheets/:id/state` gives it. Rejects when the server refuses. */
export async function readByHttp(url: string, { id, keys }: SheetAddress): Promise<Y.Doc> {
  const response = await fetch(`${url}/api/sheets/${id}/state`, {
    headers: { authorization: `Bearer ${keys.les}` },
  });
  if (!response.ok) throw new Error(`GET state: ${response.status} ${await response.text()}`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return doc;
}
