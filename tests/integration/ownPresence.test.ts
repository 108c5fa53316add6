/** What our own client sends of presence: its own, and nothing of what it hears. */
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DocumentSocket } from '../../client/connection/documentSocket.ts';
import { MESSAGE_AWARENESS } from '../../shared/wire/frames.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });
const MOVES = 20;

test('CN-30 what is heard of others is not sent back', async () => {
  let sent = 0;
  class Watched extends WebSocket {
    override send(...args: [data: Uint8Array]): void {
      if (args[0][0] === MESSAGE_AWARENESS) sent += 1;
      super.send(...args);
    }
  }
  const ola = await it.comes();
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const socket = new DocumentSocket({
    doc,
    awareness,
    documentId: it.sheet.id,
    serverUrl: it.server.wsUrl,
    WebSocket: Watched as unknown as typeof globalThis.WebSocket,
    random: Math.random,
    mayWrite: () => true,
    probe: () => Promise.resolve({ kind: 'reachable' }),
    onEvent: () => {},
  });
  socket.connect(it.sheet.keys.rediger);
  const seen = () => awareness.getStates().get(ola.doc.clientID)?.['place'];
  for (let place = 1; place <= MOVES; place += 1) {
    ola.provider.awareness.setLocalStateField('place', place);
    await until(() => seen() === place);
  }
  const before = sent;
  awareness.setLocalStateField('place', 'mine');
  await until(() => ola.provider.awareness.getStates().get(doc.clientID)?.['place'] === 'mine');
  expect(sent).toBe(before + 1);
  // At most what it says of itself as the connection begins.
  expect(before).toBeLessThan(MOVES / 2);
  socket.destroy();
  doc.destroy();
});
