/**
 * A room's line to the rooms of the same sheet on other nodes. What comes from there has been
 * checked by the node that took it and is made durable by it; it is checked again all the same,
 * because it may arrive before something that it builds on.
 */
import * as Y from 'yjs';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { Relay, RelayMessage, RelaySubscription } from '../relay/port.ts';
import { effectOf } from './checkUpdate.ts';
import { parseUpdate } from './updateParser.ts';

export interface NodeLinkOptions {
  readonly sheetId: SheetId;
  readonly relay: Relay;
  /** The document, or undefined while there is none to be trusted. */
  readonly doc: () => Y.Doc | undefined;
  /** Applies an update that fits and sends it on to the people here. */
  readonly take: (update: Uint8Array) => void;
  readonly revoke: (keyIds: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

export class NodeLink {
  readonly #options: NodeLinkOptions;
  readonly #subscription: RelaySubscription;

  /** Joins at once, and asks the other nodes for what this one lacks. */
  constructor(options: NodeLinkOptions) {
    this.#options = options;
    this.#subscription = options.relay.subscribe(options.sheetId, (message) => this.#hear(message));
    this.sayHello();
  }

  publish(update: Uint8Array): void {
    this.#subscription.publish({ kind: 'updates', updates: [update] });
  }

  /** Asks for what this room lacks. */
  sayHello(): void {
    const doc = this.#options.doc();
    if (doc === undefined) return;
    this.#subscription.publish({ kind: 'hello', stateVector: Y.encodeStateVector(doc) });
  }

  leave(): void {
    this.#subscription.leave();
  }

  #hear(message: RelayMessage): void {
    const doc = this.#options.doc();
    if (doc === undefined) return;
    try {
      switch (message.kind) {
        case 'hello':
          this.publish(Y.encodeStateAsUpdate(doc, message.stateVector));
          return;
        case 'updates':
          for (const update of message.updates) this.#hearUpdate(doc, update);
          return;
        case 'revoked':
          this.#options.revoke(message.keyIds);
          return;
      }
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #hearUpdate(doc: Y.Doc, update: Uint8Array): void {
    const effect = effectOf(doc, parseUpdate(update));
    if (effect === 'adds') this.#options.take(update);
    else if (effect === 'gap') this.sayHello();
  }
}
