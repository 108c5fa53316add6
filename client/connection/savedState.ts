/**
 * What the interface may say about where a person's words are. A pure state machine: events go in,
 * `savedStatus` comes out. Rules: SPEC.md beside this file (CN-n).
 */
import { may, type Role } from '../../shared/access/roles.ts';

/**
 * `lagret`: on the server, durable. `lagrer`: on its way. `frakoblet-lagret-her`: not connected,
 * durable on this device. `frakoblet-ulagret`: not connected, and only in this page's memory.
 * `avvist`: the server has refused; what is written here will not be saved there.
 */
export type SavedStatus =
  | 'lagret'
  | 'lagrer'
  | 'frakoblet-lagret-her'
  | 'frakoblet-ulagret'
  | 'avvist';

/** The local copy: not there, being read, all of ours written, being written, or not writable. */
export type LocalStatus = 'none' | 'opening' | 'stored' | 'writing' | 'failed';

export type SavedEvent =
  /** The document changed by other means than the socket; `isOwn`: a person did it here. */
  | { readonly type: 'changed'; readonly isOwn: boolean }
  | { readonly type: 'opened' }
  | { readonly type: 'welcome'; readonly role: Role }
  | { readonly type: 'sent'; readonly frame: 'step2' | 'update' }
  | { readonly type: 'synced' }
  | { readonly type: 'saved'; readonly count: number }
  | { readonly type: 'closed' }
  | { readonly type: 'refused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'local'; readonly status: LocalStatus };

export interface SavedState {
  readonly link: 'starting' | 'open' | 'closed' | 'refused';
  readonly mayWrite: boolean;
  /** Our step 2 on this connection has gone: it holds all that the server lacked. */
  readonly isAnswered: boolean;
  /** The server's step 2 on this connection has come. */
  readonly isSynced: boolean;
  /** Step 2 and update frames sent on this connection, and how many of them are durable. */
  readonly sent: number;
  readonly saved: number;
  /** Changes since the last frame: neither in the step 2 nor in an update of this connection. */
  readonly unsent: number;
  /** Something of our own may be missing on the server. */
  readonly isDirty: boolean;
  readonly local: LocalStatus;
}

export const INITIAL_SAVED_STATE: SavedState = {
  link: 'starting',
  mayWrite: true,
  isAnswered: false,
  isSynced: false,
  sent: 0,
  saved: 0,
  unsent: 0,
  isDirty: false,
  local: 'none',
};

const NEW_CONNECTION = { isAnswered: false, isSynced: false, sent: 0, saved: 0 };

/** The state after an event. */
export function afterEvent(state: SavedState, event: SavedEvent): SavedState {
  const next = step(state, event);
  return isOnServer(next) ? { ...next, isDirty: false } : next;
}

/** What may be said now. */
export function savedStatus(state: SavedState): SavedStatus {
  switch (state.link) {
    case 'refused':
      return 'avvist';
    case 'open':
      if (!state.mayWrite && state.isDirty) return 'avvist';
      return isOnServer(state) ? 'lagret' : 'lagrer';
    case 'starting':
      return 'lagrer';
    case 'closed':
      return offlineStatus(state.local);
  }
}

/** Whether the page can be left without losing words: they are on the server or on this device. */
export function isSafeToLeave(state: SavedState): boolean {
  return !state.isDirty || state.local === 'stored';
}

function step(state: SavedState, event: SavedEvent): SavedState {
  switch (event.type) {
    case 'changed':
      return afterChange(state, event.isOwn);
    case 'opened':
      return { ...state, ...NEW_CONNECTION, link: 'open' };
    case 'welcome':
      return { ...state, mayWrite: may(event.role, 'sheet.write') };
    case 'sent':
      return afterSending(state, event.frame);
    case 'synced':
      return { ...state, isSynced: true };
    case 'saved':
      // More than was sent is not about our frames; it must not turn true later.
      return event.count > state.sent ? state : { ...state, saved: event.count };
    case 'closed':
      return { ...state, ...NEW_CONNECTION, link: 'closed' };
    case 'refused':
      return { ...state, ...NEW_CONNECTION, link: 'refused' };
    case 'resumed':
      return { ...state, link: 'closed' };
    case 'local':
      return { ...state, local: event.status };
  }
}

function afterChange(state: SavedState, isOwn: boolean): SavedState {
  // A reader sends nothing, so what was merely loaded is not waiting for anything.
  const unsent = state.mayWrite || isOwn ? state.unsent + 1 : state.unsent;
  if (!isOwn) return { ...state, unsent };
  // The local copy tells when it has caught up; until then it is behind.
  const local = state.local === 'stored' ? 'writing' : state.local;
  return { ...state, unsent, isDirty: true, local };
}

function afterSending(state: SavedState, frame: 'step2' | 'update'): SavedState {
  const sent = state.sent + 1;
  if (frame === 'step2') return { ...state, sent, unsent: 0, isAnswered: true };
  return { ...state, sent, unsent: Math.max(0, state.unsent - 1) };
}

function isOnServer(state: SavedState): boolean {
  return (
    state.link === 'open' &&
    state.isAnswered &&
    state.isSynced &&
    state.unsent === 0 &&
    state.saved === state.sent &&
    (state.mayWrite || !state.isDirty)
  );
}

function offlineStatus(local: LocalStatus): SavedStatus {
  switch (local) {
    case 'stored':
      return 'frakoblet-lagret-her';
    case 'opening':
    case 'writing':
      return 'lagrer';
    case 'none':
    case 'failed':
      return 'frakoblet-ulagret';
  }
}
