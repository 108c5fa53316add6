/**
 * Carries what happens in a room to the rooms of the same sheet on other nodes. Messages of one
 * node arrive in order; one that is lost is made good by the next `hello`.
 */
import type { SheetId } from '../../shared/ids/ids.ts';

export type RelayMessage =
  /** A room came alive and has this much: answer with what it lacks. */
  | { readonly kind: 'hello'; readonly stateVector: Uint8Array }
  /** Updates that the sending node makes durable itself. */
  | { readonly kind: 'updates'; readonly updates: readonly Uint8Array[] }
  /** Keys that no longer open the sheet; their connections end. */
  | { readonly kind: 'revoked'; readonly keyIds: readonly string[] };

export interface Relay {
  /** Begins listening to a sheet. `receive` is never called with this subscription's own messages. */
  subscribe(sheetId: SheetId, receive: (message: RelayMessage) => void): RelaySubscription;
}

export interface RelaySubscription {
  publish(message: RelayMessage): void;
  leave(): void;
}
