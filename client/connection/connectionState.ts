/** What the interface can know of an open sheet's connection, and the store that holds it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { may, type Role } from '../../shared/access/roles.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { NoticeCode } from '../../shared/wire/frames.ts';
import type { SocketEvent } from './documentSocket.ts';
import {
  afterEvent,
  INITIAL_SAVED_STATE,
  isSafeToLeave,
  type SavedEvent,
  type SavedStatus,
  savedStatus,
} from './savedState.ts';

export interface ConnectionState {
  /**
   * `opening`: nothing to show yet. `ready`: the document has content, read-only when there is a
   * `failure`. `failed`: there is nothing to show, and `failure` says why.
   */
  readonly phase: 'opening' | 'ready' | 'failed';
  /** Where the content came from first: this device's copy or the server. */
  readonly readyFrom: 'device' | 'server' | undefined;
  readonly link: 'connecting' | 'online' | 'offline' | 'stopped';
  /** Undefined until the server has said it, now or an earlier time. */
  readonly role: Role | undefined;
  /** Whether what is written now can reach the server, at once or later. */
  readonly canWrite: boolean;
  readonly saved: SavedStatus;
  /** False while leaving the page would lose words. */
  readonly isSafeToLeave: boolean;
  /** Why the server will not have us (its final word until `retry`). */
  readonly failure: ErrorCode | undefined;
  /** Why the server closed the connection last, while it may be tried again. */
  readonly interruption: ErrorCode | undefined;
  /** The link that was opened is dead; the sheet is open with a key kept from before. */
  readonly deadLink: ErrorCode | undefined;
  /** The server answers, but something on the way lets no live connection through. */
  readonly isSocketBlocked: boolean;
  /** The server cannot store at the moment; it keeps trying, and nothing is acknowledged. */
  readonly isStoreInTrouble: boolean;
  /** Others cannot see where we are: we told them too much at once. */
  readonly isPresenceTooLarge: boolean;
  /** The server's clock minus ours, in milliseconds. */
  readonly serverTimeOffsetMs: number;
  /**
   * Grows when what is shown here of other documents (the portfolio of a programme, the dypdykk of a
   * virksomhets-A3) is newer than before; to be asked for again, though not more often than people
   * can read.
   */
  readonly readModelVersion: number;
}

const INITIAL_STATE: ConnectionState = {
  phase: 'opening',
  readyFrom: undefined,
  link: 'connecting',
  role: undefined,
  canWrite: false,
  saved: 'lagrer',
  isSafeToLeave: true,
  failure: undefined,
  interruption: undefined,
  deadLink: undefined,
  isSocketBlocked: false,
  isStoreInTrouble: false,
  isPresenceTooLarge: false,
  serverTimeOffsetMs: 0,
  readModelVersion: 0,
};

/** Keeps the state and what follows from it; tells listeners only of real changes. */
export class ConnectionStore {
  readonly api: StoreApi<ConnectionState> = createStore(() => INITIAL_STATE);
  #saved = INITIAL_SAVED_STATE;

  get now(): ConnectionState {
    return this.api.getState();
  }

  set(patch: Partial<ConnectionState>): void {
    const before = this.now;
    const after = { ...before, ...patch };
    const canWrite =
      after.phase === 'ready' &&
      after.failure === undefined &&
      after.role !== undefined &&
      may(after.role, 'sheet.write');
    const next = { ...after, canWrite };
    const keys = Object.keys(next) as (keyof ConnectionState)[];
    if (keys.some((key) => next[key] !== before[key])) this.api.setState(next, true);
  }

  /** Tells the saved state what has happened. */
  note(event: SavedEvent): void {
    this.#saved = afterEvent(this.#saved, event);
    this.set({ saved: savedStatus(this.#saved), isSafeToLeave: isSafeToLeave(this.#saved) });
  }

  /** What the socket's events say by themselves, without a decision. */
  onSocket(event: SocketEvent): void {
    const patch = patchOf(event, this.#saved.link === 'starting');
    if (patch !== undefined) this.set(patch);
    if (isSavedEvent(event)) this.note(event);
  }

  setRole(role: Role): void {
    this.set({ role });
    this.note({ type: 'welcome', role });
  }
}

function isSavedEvent(event: SocketEvent): event is SocketEvent & SavedEvent {
  // A refusal is noted once it is known that no other key helps.
  return !['connecting', 'notice', 'readmodel', 'blocked', 'refused'].includes(event.type);
}

function patchOf(event: SocketEvent, isFirst: boolean): Partial<ConnectionState> | undefined {
  switch (event.type) {
    case 'connecting':
      return { link: isFirst ? 'connecting' : 'offline' };
    case 'opened':
      return { isSocketBlocked: false, interruption: undefined };
    case 'welcome':
      return { role: event.role };
    case 'synced':
      return { link: 'online' };
    case 'notice':
      return afterNotice(event.code);
    case 'readmodel':
      return { readModelVersion: event.version };
    case 'closed':
      return { link: 'offline', interruption: event.code, isStoreInTrouble: false };
    case 'blocked':
      return { isSocketBlocked: true };
    case 'sent':
    case 'saved':
    case 'refused':
      return undefined;
  }
}

function afterNotice(code: NoticeCode): Partial<ConnectionState> {
  switch (code) {
    case 'store.unavailable':
      return { isStoreInTrouble: true };
    case 'store.recovered':
      return { isStoreInTrouble: false };
    case 'awareness.tooLarge':
      return { isPresenceTooLarge: true };
  }
}
