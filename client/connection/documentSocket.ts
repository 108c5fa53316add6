/**
 * The live connection of one document: y-websocket's provider, with our control frames, a back-off
 * that spreads a hall's clients, and a way to learn why an upgrade was refused. It reports what
 * happens as events and decides only whether to try again.
 */
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { errorOfCloseCode, mayReconnect } from '../../shared/wire/closeCodes.ts';
import {
  CONTROL_VERSION,
  MESSAGE_CONTROL,
  MESSAGE_QUERY_AWARENESS,
  type NoticeCode,
  readControl,
} from '../../shared/wire/frames.ts';
import { countingSocket, type SocketClass } from './countingSocket.ts';
import type { DocumentId } from './kinds.ts';
import { forgetAbsent, watchSilence } from './silence.ts';

export type SocketEvent =
  | { readonly type: 'connecting' }
  | { readonly type: 'opened' }
  | { readonly type: 'welcome'; readonly role: Role; readonly serverTime: number }
  | { readonly type: 'sent'; readonly frame: 'step2' | 'update' }
  | { readonly type: 'synced' }
  | { readonly type: 'saved'; readonly count: number }
  | { readonly type: 'notice'; readonly code: NoticeCode }
  /** What is shown here of other documents has changed. */
  | { readonly type: 'readmodel'; readonly version: number }
  /** Will be tried again. `code` when the server said why. */
  | { readonly type: 'closed'; readonly code: ErrorCode | undefined }
  /** The server answers over HTTP but lets no socket through: a proxy's doing, as a rule. */
  | { readonly type: 'blocked' }
  /** Will not be tried again by itself. */
  | { readonly type: 'refused'; readonly code: ErrorCode };

/** What HTTP says of the document when a socket did not open. */
export type Probe =
  | { readonly kind: 'reachable' }
  /** Cannot help now; `code` when the server said why. */
  | { readonly kind: 'unreachable'; readonly code: ErrorCode | undefined }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

export interface DocumentSocketOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly documentId: DocumentId;
  /** `wss://a3.kommune.no/sync` */
  readonly serverUrl: string;
  readonly WebSocket: SocketClass;
  readonly random: () => number;
  readonly mayWrite: () => boolean;
  readonly probe: () => Promise<Probe>;
  readonly onEvent: (event: SocketEvent) => void;
  /** After so long without a word from the server the others are not shown. */
  readonly silentMs?: number;
}

const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 5000;
const CONNECT_TIMEOUT_MS = 10_000;
/** So many upgrades in a row that fail while HTTP answers mean that something blocks sockets. */
const BLOCKED_AFTER = 3;

export class DocumentSocket {
  readonly #options: DocumentSocketOptions;
  readonly #provider: WebsocketProvider;
  readonly #stopListening: () => void;
  readonly #stopSpeaking: () => void;
  #isOpen = false;
  #attempts = 0;
  #unopened = 0;
  #isStopped = true;
  #isProbing = false;

  constructor(options: DocumentSocketOptions) {
    this.#options = options;
    this.#provider = new WebsocketProvider(options.serverUrl, options.documentId, options.doc, {
      connect: false,
      awareness: options.awareness,
      disableBc: true,
      WebSocketPolyfill: countingSocket(options.WebSocket, {
        onSent: (frame) => options.onEvent({ type: 'sent', frame }),
        mayWrite: options.mayWrite,
        connectTimeoutMs: CONNECT_TIMEOUT_MS,
      }),
      shouldReconnect: ({ code }) => mayReconnect(code),
    });
    this.#stopSpeaking = speakForOneself(this.#provider);
    this.#provider.messageHandlers[MESSAGE_CONTROL] = (_reply, decoder) => {
      const frame = readControl(decoder);
      if (frame !== undefined) options.onEvent(frame);
    };
    this.#stopListening = watchSilence({
      awareness: options.awareness,
      heardAt: () => (this.#isOpen ? this.#provider.wsLastMessageReceived : undefined),
      ask: () => this.#provider.ws?.send(Uint8Array.of(MESSAGE_QUERY_AWARENESS)),
      ...(options.silentMs === undefined ? {} : { silentMs: options.silentMs }),
    });
    this.#provider.on('status', this.#onStatus);
    this.#provider.on('sync', (isSynced) => isSynced && this.#onSynced());
    this.#provider.on('connection-close', this.#onClose);
    this.#provider.on('closed', ({ code }) => this.#refuse(errorOfCloseCode(code) ?? 'internal'));
  }

  /** Connects with a key, and keeps trying until the server says that there is no point. */
  connect(key: string): void {
    this.#provider.params = { nokkel: key, v: CONTROL_VERSION };
    this.#isStopped = false;
    this.#attempts = 0;
    this.#unopened = 0;
    this.#provider.connect();
  }

  /** Tries at once instead of waiting for the next turn: the network or the person is back. */
  tryNow(): void {
    if (!this.#isStopped) this.#provider.connect();
  }

  /** Lets a connection go that has probably died unnoticed, and tries anew. */
  renew(): void {
    if (this.#isStopped || !this.#isOpen) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  /** Whether a transaction with this origin brought what the server sent. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#provider;
  }

  destroy(): void {
    this.#isStopped = true;
    this.#stopListening();
    this.#stopSpeaking();
    this.#provider.off('connection-close', this.#onClose);
    this.#provider.off('status', this.#onStatus);
    this.#provider.destroy();
  }

  readonly #onStatus = ({ status }: { status: string }): void => {
    const { awareness, onEvent } = this.#options;
    if (status === 'connecting') {
      // A server that saw us leave takes our state back only with a newer clock.
      const state = awareness.getLocalState();
      if (state !== null) awareness.setLocalState(state);
      onEvent({ type: 'connecting' });
    } else if (status === 'connected') {
      this.#isOpen = true;
      this.#unopened = 0;
      onEvent({ type: 'opened' });
    } else {
      // The others have been taken from the list; the next connection says who is there.
      forgetAbsent(awareness);
    }
  };

  #onSynced(): void {
    this.#attempts = 0;
    this.#options.onEvent({ type: 'synced' });
  }

  readonly #onClose = (event: CloseEvent | null): void => {
    const hadOpened = this.#isOpen;
    this.#isOpen = false;
    this.#provider.maxBackoffTime = this.#nextDelayMs();
    const code = event === null ? undefined : errorOfCloseCode(event.code);
    if (event !== null && !mayReconnect(event.code)) return;
    this.#options.onEvent({ type: 'closed', code });
    if (!hadOpened && !this.#isStopped) void this.#askWhy();
  };

  /** Half to all of a delay that doubles: a hall's clients do not come back in one moment. */
  #nextDelayMs(): number {
    const delayMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#attempts);
    this.#attempts = Math.min(this.#attempts + 1, 10);
    return delayMs * (0.5 + this.#options.random() / 2);
  }

  async #askWhy(): Promise<void> {
    this.#unopened++;
    if (this.#isProbing) return;
    this.#isProbing = true;
    const probe = await this.#options.probe();
    this.#isProbing = false;
    if (this.#isStopped || this.#isOpen) return;
    if (probe.kind === 'refused') {
      this.#refuse(probe.code);
    } else if (probe.kind === 'unreachable') {
      this.#unopened = 0;
      if (probe.code !== undefined) this.#options.onEvent({ type: 'closed', code: probe.code });
    } else if (this.#unopened >= BLOCKED_AFTER) {
      this.#options.onEvent({ type: 'blocked' });
    }
  }

  #refuse(code: ErrorCode): void {
    this.#isStopped = true;
    this.#provider.disconnect();
    this.#options.onEvent({ type: 'refused', code });
  }
}

/**
 * Sends only this browser's own presence. The stock provider sends back what it has just heard of
 * everybody else, which in a full room is most of what it sends. Answers how to stop.
 */
function speakForOneself({
  awareness,
  _awarenessUpdateHandler: send,
}: WebsocketProvider): () => void {
  type Changes = Parameters<typeof send>[0];
  const isOwn = (client: number) => client === awareness.clientID;
  const onUpdate = ({ added, updated, removed }: Changes, origin: unknown) => {
    const own = {
      added: added.filter(isOwn),
      updated: updated.filter(isOwn),
      removed: removed.filter(isOwn),
    };
    if (own.added.length + own.updated.length + own.removed.length > 0) send(own, origin);
  };
  awareness.off('update', send);
  awareness.on('update', onUpdate);
  return () => awareness.off('update', onUpdate);
}
