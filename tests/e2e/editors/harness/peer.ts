/**
 * One person's copy of a document in a page. Pages of one browser context reach each other, in
 * order and after a random delay that the seed decides; a page can be cut off and let in again.
 */

import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { SheetUndo } from '../../../../client/sheet/undo.ts';
import { type SeededRandom, seeded } from '../../../world/sheets.ts';

interface Message {
  readonly kind: 'hello' | 'update' | 'awareness';
  readonly bytes: Uint8Array;
}

const FROM_PEER = { kind: 'test', undoable: false } as const;

export class HarnessPeer {
  readonly doc = new Y.Doc();
  readonly awareness: Awareness;
  readonly undo: SheetUndo;
  readonly #channel = new BroadcastChannel('peers');
  readonly #random: SeededRandom;
  readonly #maxDelayMs: number;
  #isCut = false;
  #lastArrival = 0;
  #onTheWay = 0;

  constructor(clientId: number, seed: number, maxDelayMs: number) {
    this.doc.clientID = clientId;
    this.awareness = new Awareness(this.doc);
    this.#random = seeded(seed);
    this.#maxDelayMs = maxDelayMs;
    this.undo = new SheetUndo(this.doc);
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== FROM_PEER) this.#send({ kind: 'update', bytes });
    });
    this.awareness.on('update', (_changes: unknown, origin: unknown) => {
      if (origin === FROM_PEER) return;
      this.#send({ kind: 'awareness', bytes: encodeAwarenessUpdate(this.awareness, [clientId]) });
    });
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (!this.#isCut) this.#later(() => this.#receive(data));
    };
    this.#hello();
  }

  /** Neither sends nor hears anything until `resume`. */
  cut(): void {
    this.#isCut = true;
  }

  resume(): void {
    this.#isCut = false;
    this.#hello();
  }

  /** Whether everything that reached this page has been taken in. */
  get isQuiet(): boolean {
    return this.#onTheWay === 0;
  }

  /** Says what it has; whoever has more answers with that. */
  #hello(): void {
    this.#send({ kind: 'hello', bytes: Y.encodeStateVector(this.doc) });
    this.#send({ kind: 'update', bytes: Y.encodeStateAsUpdate(this.doc) });
  }

  #send(message: Message): void {
    if (!this.#isCut) this.#channel.postMessage(message);
  }

  #later(receive: () => void): void {
    const arrival = performance.now() + this.#random.int(this.#maxDelayMs + 1);
    this.#lastArrival = Math.max(this.#lastArrival, arrival);
    this.#onTheWay += 1;
    setTimeout(() => {
      this.#onTheWay -= 1;
      receive();
    }, this.#lastArrival - performance.now());
  }

  #receive({ kind, bytes }: Message): void {
    if (kind === 'update') Y.applyUpdate(this.doc, bytes, FROM_PEER);
    else if (kind === 'awareness') applyAwarenessUpdate(this.awareness, bytes, FROM_PEER);
    else this.#send({ kind: 'update', bytes: Y.encodeStateAsUpdate(this.doc, bytes) });
  }
}
