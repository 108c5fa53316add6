/**
 * From a link to a connected, offline-capable document.
 *
 * The copy on this device and `GET …/state` are read side by side; whichever comes first makes the
 * document `ready`. Then the socket exchanges what differs. Nothing here ever writes to the document
 * by itself: documents are created on the server. Rules: SPEC.md beside this file (CN-n).
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { StoreApi } from 'zustand/vanilla';
import { may, type Role } from '../../shared/access/roles.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { SERVER_STATE } from '../sheet/origins.ts';
import { type ConnectionState, ConnectionStore } from './connectionState.ts';
import { DocumentSocket, type Probe, type SocketEvent } from './documentSocket.ts';
import { browserEnvironment, type ConnectionEnvironment, socketUrl } from './environment.ts';
import {
  forgetKeys,
  isAboutKey,
  type KnownKey,
  keysToTry,
  knownKeys,
  rememberKey,
} from './keyRing.ts';
import type { ConnectedKind, DocumentId } from './kinds.ts';
import { formatLink } from './link.ts';
import { LocalCopies } from './localCopies.ts';
import { isContent, requestState, type StateAnswer } from './stateRequest.ts';
import { within } from './within.ts';

interface ConnectionOptions<Id extends DocumentId> {
  readonly id: Id;
  /** The key in the address, if there is one; else the one kept from before is used. */
  readonly linkKey: string | undefined;
  readonly environment?: ConnectionEnvironment;
}

/** When this device has a copy, the server gets this long to answer before the socket tries. */
const ANSWER_GRACE_MS = 1500;
/** Some browsers now and then never answer when asked for storage. */
const STORAGE_GRACE_MS = 3000;

/** An open document of any kind, as its page knows it. It never throws: what goes wrong is in `state`. */
export type OpenConnection = Omit<DocumentConnection<DocumentId>, 'id'> & {
  readonly id: DocumentId;
};

/** Opens a document as it is made. It never throws: what goes wrong is in `state`. */
export class DocumentConnection<Id extends DocumentId> {
  readonly id: Id;
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  /** Read it with zustand's `useStore`. */
  readonly state: StoreApi<ConnectionState>;
  readonly #kind: ConnectedKind<Id>;
  readonly #store = new ConnectionStore();
  #linkKey: string | undefined;
  readonly #environment: ConnectionEnvironment;
  readonly #socket: DocumentSocket;
  readonly #abort = new AbortController();
  readonly #stopWatching: () => void;
  readonly #dead = new Map<string, ErrorCode>();
  readonly #copies: LocalCopies;
  #key: KnownKey | undefined;
  #etag: string | undefined;

  constructor(
    kind: ConnectedKind<Id>,
    { id, linkKey, environment = browserEnvironment() }: ConnectionOptions<Id>,
  ) {
    this.state = this.#store.api;
    this.id = id;
    this.#kind = kind;
    this.#linkKey = linkKey;
    this.#environment = environment;
    // Before the socket's and the copy's own listeners: they report about a change known already.
    this.doc.on('update', this.#onUpdate);
    this.#copies = new LocalCopies({
      doc: this.doc,
      name: `a3:${kind.page}:${id}`,
      environment,
      onStatus: (status) => this.#store.note({ type: 'local', status }),
      onLoaded: (hadContent) => hadContent && this.#ready('device'),
      shouldFollowTabs: () => this.#store.now.link !== 'online',
    });
    this.#socket = new DocumentSocket({
      doc: this.doc,
      awareness: this.awareness,
      documentId: id,
      serverUrl: socketUrl(environment.origin),
      WebSocket: environment.WebSocket,
      random: environment.random,
      mayWrite: () => may(this.#store.now.role ?? 'rediger', 'sheet.write'),
      probe: () => this.#probe(),
      onEvent: (event) => this.#onSocketEvent(event),
    });
    this.#stopWatching = environment.watchPage({
      onWake: () => this.#socket.tryNow(),
      onNetworkLost: () => this.#socket.renew(),
      onHide: () => {
        void this.#copies.current?.flush();
        this.#noteRecent();
      },
    });
    void this.#open();
  }

  /** Tries once more after a `failure`. */
  retry(): void {
    if (this.#isClosed || this.#store.now.failure === undefined) return;
    this.#dead.clear();
    const { readyFrom } = this.#store.now;
    this.#store.set({
      failure: undefined,
      link: 'connecting',
      phase: readyFrom === undefined ? 'opening' : 'ready',
    });
    this.#store.note({ type: 'resumed' });
    void this.#open();
  }

  /** Which kind of page it has. */
  get page(): ConnectedKind<Id>['page'] {
    return this.#kind.page;
  }

  /** Where the server has it, such as `/api/sheets/<id>`. */
  get apiPath(): string {
    return `${this.#kind.api}/${this.id}`;
  }

  /** The whole link that opens it with a key. */
  linkWith(key: string): string {
    const { page } = this.#kind;
    return `${this.#environment.origin}${formatLink({ page, id: this.id, key })}`;
  }

  /** The key that this page speaks with; undefined while there is none that works. */
  get accessKey(): string | undefined {
    return this.#key?.key;
  }

  /** The same, or the one that is tried first while it is not known yet which of them works. */
  get likelyKey(): string | undefined {
    return this.accessKey ?? this.#livingKeys()[0]?.key;
  }

  /** Goes on with a new key of the same role: the facilitator has renewed their own link. */
  adoptKey(key: string): void {
    const { role } = this.#store.now;
    if (this.#isClosed || role === undefined) return;
    this.#linkKey = key;
    rememberKey(this.#environment.storage, this.id, { key, role });
    // The server ends the old key's connection, and then the new one is tried; or it has already.
    this.retry();
  }

  /** The whole document as one Yjs update: what a person takes along when the server says no. */
  takeOut(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** Removes the document from this device: copy, keys, place in the list. Only when a person asks. */
  async forget(): Promise<void> {
    await this.close();
    forgetKeys(this.#environment.storage, this.id);
    this.#kind.forget(this.#environment.storage, this.id);
    await this.#copies.delete();
  }

  /** Ends the connection, once what waits is written to this device. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#noteRecent();
    this.#abort.abort();
    this.#stopWatching();
    this.#socket.destroy();
    await this.#copies.current?.close();
    this.doc.destroy();
  }

  get #isClosed(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Tries the keys in turn until one is not refused. */
  async #open(): Promise<void> {
    const keys = this.#livingKeys();
    for (const [index, candidate] of keys.entries()) {
      const answer = await this.#ask(candidate);
      if (this.#isClosed) return;
      if (answer.kind === 'refused' && answer.isFinal) {
        if (!isAboutKey(answer.code)) return this.#fail(answer.code);
        this.#dead.set(candidate.key, answer.code);
        continue;
      }
      const isProven = candidate.role !== undefined || isContent(answer);
      // A new key that cannot be proved now waits for one that has been.
      if (!isProven && keys.slice(index).some(({ role }) => role !== undefined)) continue;
      return this.#connect(candidate, isProven);
    }
    const rest = keys.find(({ key }) => !this.#dead.has(key));
    if (rest !== undefined) return this.#connect(rest, false);
    const [code] = this.#dead.values();
    return this.#fail(code ?? 'key.missing');
  }

  #livingKeys(): readonly KnownKey[] {
    const known = knownKeys(this.#environment.storage, this.id);
    return keysToTry(this.#linkKey, known).filter(({ key }) => !this.#dead.has(key));
  }

  /** Reads the device's copy and the server's state side by side. */
  async #ask(candidate: KnownKey): Promise<StateAnswer> {
    if (candidate.role === undefined) return this.#request(candidate.key);
    this.#store.setRole(candidate.role);
    const copy = this.#copies.attach(candidate.role);
    this.#etag = (await within(copy.etag, STORAGE_GRACE_MS)) ?? this.#etag;
    const answer = this.#request(candidate.key);
    const hadContent = await within(copy.loaded, STORAGE_GRACE_MS);
    if (!hadContent) return answer;
    return (await within(answer, ANSWER_GRACE_MS)) ?? { kind: 'unreachable' };
  }

  async #request(key: string): Promise<StateAnswer> {
    const { origin, fetch } = this.#environment;
    const path = this.apiPath;
    const etag = this.#etag;
    const signal = this.#abort.signal;
    const answer = await requestState({ origin, path, key, etag, fetch, signal });
    if (answer.kind !== 'state' || this.#isClosed) return answer;
    try {
      Y.applyUpdate(this.doc, answer.update, SERVER_STATE);
    } catch {
      return { kind: 'unreachable' };
    }
    this.#etag = answer.etag;
    // A new link's role is known with the content, so that nobody waits for the socket to write.
    if (answer.role !== undefined && answer.role !== this.#store.now.role) {
      this.#store.setRole(answer.role);
      this.#copies.attach(answer.role);
    }
    if (answer.etag !== undefined) this.#copies.current?.noteEtag(answer.etag);
    this.#ready('server');
    return answer;
  }

  #connect(candidate: KnownKey, isProven: boolean): void {
    const { storage, hideKey } = this.#environment;
    this.#key = candidate;
    if (isProven) rememberKey(storage, this.id, candidate);
    const deadLink = this.#linkKey === undefined ? undefined : this.#dead.get(this.#linkKey);
    if (deadLink !== undefined) hideKey();
    this.#store.set({ deadLink });
    this.#socket.connect(candidate.key);
  }

  async #fail(code: ErrorCode): Promise<void> {
    await (await this.#copies.attachAny())?.loaded;
    if (this.#isClosed) return;
    // A new key may have been adopted meanwhile.
    if (isAboutKey(code) && this.#livingKeys().length > 0) return this.#open();
    this.#store.set({
      failure: code,
      link: 'stopped',
      phase: this.#store.now.phase === 'ready' ? 'ready' : 'failed',
    });
    this.#store.note({ type: 'refused' });
  }

  async #probe(): Promise<Probe> {
    const answer = await this.#request(this.#key?.key ?? '');
    if (isContent(answer)) return { kind: 'reachable' };
    const code = answer.kind === 'refused' ? answer.code : undefined;
    if (answer.kind === 'refused' && answer.isFinal) return { kind: 'refused', code: answer.code };
    return { kind: 'unreachable', code };
  }

  readonly #onUpdate = (
    _update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (this.#socket.isOrigin(origin)) return;
    this.#store.note({ type: 'changed', isOwn: transaction.local });
  };

  #onSocketEvent(event: SocketEvent): void {
    if (this.#isClosed) return;
    this.#store.onSocket(event);
    if (event.type === 'welcome') this.#onWelcome(event.role, event.serverTime);
    else if (event.type === 'synced') this.#onSynced();
    else if (event.type === 'refused') this.#onRefused(event.code);
  }

  #onSynced(): void {
    this.#ready('server');
    // Edits that another tab left behind when it was closed without a connection.
    if (this.#store.now.canWrite) void this.#copies.current?.pull();
  }

  #onWelcome(role: Role, serverTime: number): void {
    if (this.#key === undefined) return;
    this.#key = { key: this.#key.key, role };
    const { storage, hideKey, now } = this.#environment;
    const isKept = rememberKey(storage, this.id, this.#key);
    const isAddressDone = this.#linkKey === this.#key.key || this.#dead.has(this.#linkKey ?? '');
    if (role === 'fasilitator' && isKept && isAddressDone) hideKey();
    this.#store.set({ serverTimeOffsetMs: serverTime - now() });
    const copy = this.#copies.attach(role);
    // The first time, the server's state came before it was known which copy is ours.
    if (this.#etag !== undefined) copy.noteEtag(this.#etag);
    this.#noteRecent();
  }

  #onRefused(code: ErrorCode): void {
    if (this.#key !== undefined && isAboutKey(code)) {
      this.#dead.set(this.#key.key, code);
      void this.#open();
    } else {
      void this.#fail(code);
    }
  }

  #ready(from: 'device' | 'server'): void {
    if (this.#store.now.readyFrom !== undefined || this.#isClosed) return;
    this.#store.set({ phase: 'ready', readyFrom: from });
    this.#noteRecent();
  }

  #noteRecent(): void {
    const { phase, role, failure } = this.#store.now;
    if (phase !== 'ready' || role === undefined || failure !== undefined) return;
    const { id, doc } = this;
    const { storage, now } = this.#environment;
    this.#kind.remember(storage, { id, doc, role, lastOpened: now() });
  }
}
