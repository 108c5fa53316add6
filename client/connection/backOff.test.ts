import { afterEach, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { SheetId } from '../../shared/ids/ids.ts';
import { DocumentSocket } from './documentSocket.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The delays that the provider asks for, which then pass at once. */
function delaysAsked(): number[] {
  const delays: number[] = [];
  const start = globalThis.setTimeout;
  const impatient = (run: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]) => {
    if (!(args[0] instanceof WebsocketProvider)) return start(run, delayMs, ...args);
    delays.push(delayMs ?? 0);
    return start(run, 0, ...args);
  };
  vi.stubGlobal('setTimeout', impatient);
  return delays;
}

/** A client of a server that is gone: nothing listens on port 1. */
async function delaysOf(random: () => number): Promise<readonly number[]> {
  const delays = delaysAsked();
  const doc = new Y.Doc();
  const socket = new DocumentSocket({
    doc,
    awareness: new Awareness(doc),
    documentId: 'etArkUtenTjener' as SheetId,
    serverUrl: 'ws://127.0.0.1:1/sync',
    WebSocket,
    random,
    mayWrite: () => true,
    probe: async () => ({ kind: 'unreachable', code: undefined }),
    onEvent: () => {},
  });
  socket.connect('noekkel');
  await vi.waitFor(() => expect(delays.length).toBeGreaterThanOrEqual(10), { timeout: 9000 });
  socket.destroy();
  doc.destroy();
  vi.unstubAllGlobals();
  return delays.slice(0, 10);
}

test('CN-18 the delay doubles up to 5 s, and is spread over half of itself', async () => {
  const shortest = await delaysOf(() => 0);
  const longest = await delaysOf(() => 1);
  const doubling = [200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000, 5000];
  expect(longest).toEqual(doubling);
  expect(shortest).toEqual(doubling.map((delayMs) => delayMs / 2));
});
