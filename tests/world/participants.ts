/**
 * People on a sheet: the stock `WebsocketProvider` of y-websocket over a real socket, as any
 * program that speaks Yjs would come. `control` opts in to our own control frames.
 */
import type * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import { type ControlFrame, MESSAGE_CONTROL, readControl } from '../../shared/wire/frames.ts';
import type { TestServer, TestSheet } from './server.ts';
import { until } from './until.ts';

// Each provider listens for the end of the process; a hall of them is no leak.
process.setMaxListeners(0);

export interface ParticipantOptions {
  readonly role?: Role;
  /** Instead of the role's own key. */
  readonly key?: string;
  readonly doc?: Y.Doc;
  /** Whether to ask for control frames (`v=1`). */
  readonly control?: boolean;
}

export interface Participant {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Control frames so far, when asked for. */
  readonly control: readonly ControlFrame[];
  /** Close codes so far, of connections that the server or the network ended. */
  readonly closeCodes: readonly number[];
  /** How many times it tried to connect. */
  readonly attempts: () => number;
  /** How many messages the server has called durable on the present connection. */
  readonly saved: () => number;
  /** A root text of the document, for tests that only need some words. */
  readonly text: Y.Text;
  synced(): Promise<void>;
  leave(): void;
}

/** Brings somebody to a sheet; resolve `synced()` to know that they have it. */
export function join(
  server: Pick<TestServer, 'wsUrl'>,
  sheet: { readonly id: string; readonly keys: TestSheet['keys'] },
  {
    role = 'rediger',
    key = sheet.keys[role],
    doc = new Y.Doc(),
    control = false,
  }: ParticipantOptions = {},
): Participant {
  let attempts = 0;
  const frames: ControlFrame[] = [];
  const closeCodes: number[] = [];
  class CountedSocket extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols);
      attempts += 1;
    }
  }
  const provider = new WebsocketProvider(server.wsUrl, sheet.id, doc, {
    params: { nokkel: key, ...(control ? { v: '1' } : {}) },
    // The two programs' types of a WebSocket differ in corners that the provider does not touch.
    WebSocketPolyfill: CountedSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  provider.messageHandlers[MESSAGE_CONTROL] = (_encoder: unknown, decoder: decoding.Decoder) => {
    const frame = readControl(decoder);
    if (frame !== undefined) frames.push(frame);
  };
  provider.on('connection-close', (event) => {
    if (event !== null) closeCodes.push(event.code);
  });
  return {
    doc,
    provider,
    control: frames,
    closeCodes,
    attempts: () => attempts,
    saved: () => savedOf(frames),
    text: doc.getText('prøve'),
    synced: () => until(() => provider.synced, 'synced').then(() => undefined),
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** The last count since the newest welcome: each connection counts anew. */
function savedOf(frames: readonly ControlFrame[]): number {
  let count = 0;
  for (const frame of frames) {
    if (frame.type === 'welcome') count = 0;
    else if (frame.type === 'saved') count = frame.count;
  }
  return count;
}
