/**
 * The origins of this browser's transactions. What a person does here has a `LocalOrigin` and
 * says whether it can be undone; what is merely loaded has a `LoadOrigin` and never can. Anything
 * else that reaches the document came from somebody else, through the socket.
 */
import type { Origin } from '../../shared/document/commands/command.ts';

export interface LocalOrigin extends Origin {
  readonly kind: 'local';
  /** What writes, for debugging: `command`, `text`. */
  readonly source: string;
  /** Transactions in quick succession that name the same step are one undo step. */
  readonly step?: string;
}

/** Content that was there before: this device's own copy, or the server's first state. */
export interface LoadOrigin {
  readonly kind: 'load';
  readonly from: 'device' | 'server';
}

/** The usual origin of commands: one undo step each. */
export const LOCAL_COMMAND: LocalOrigin = localOrigin('command');

/** For what a person did not ask for by itself and should not have to undo. */
export const LOCAL_SILENT: LocalOrigin = localOrigin('silent', false);

export const SERVER_STATE: LoadOrigin = { kind: 'load', from: 'server' };

/**
 * An origin of one's own, for a writer that must know its own transactions again: a text cell
 * leaves the DOM alone when the change it hears of has its own origin.
 */
export function localOrigin(source: string, undoable = true): LocalOrigin {
  return { kind: 'local', source, undoable };
}

/** Whether a transaction's origin is a local one that the undo stack takes. */
export function isUndoable(origin: unknown): boolean {
  return (
    typeof origin === 'object' &&
    origin !== null &&
    'kind' in origin &&
    origin.kind === 'local' &&
    'undoable' in origin &&
    origin.undoable === true
  );
}
