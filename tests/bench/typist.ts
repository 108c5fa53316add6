/**
 * One browser's worth of traffic: types in one cell at a person's pace, tells where the caret is,
 * hears everybody else, and notes how long everything took. It keeps no copy of what others write,
 * so that the time measured is the server's and the wire's, not that of thirty documents in one
 * process; what it sends are real updates, made by the sheet's own command.
 */
import type { Socket } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { editText } from '../../shared/document/commands/text.ts';
import { headerOf } from '../../shared/sheet/schema/roots.ts';
import {
  MESSAGE_AWARENESS,
  MESSAGE_CONTROL,
  MESSAGE_SYNC,
  readControl,
} from '../../shared/wire/frames.ts';
import { REMOTE_ORIGIN, type SeededRandom, TEST_ORIGIN } from '../world/sheets.ts';
import type { Samples } from './samples.ts';

export interface TypistOptions {
  readonly address: string;
  readonly number: number;
  readonly random: SeededRandom;
  /** When each update was sent: by its writer, then by its number. */
  readonly sentAt: Map<number, Map<number, number>>;
  /** Somebody has it: after so long, and when it was sent, by this process' clock. */
  readonly onPropagated: (ms: number, sentAt: number) => void;
  readonly acknowledged: Samples;
}

const LETTERS = 'etaonirslkdgmvfpubhøjyåæc   ';
const CELLS = ['title', 'owner', 'mentor'] as const;

export class Typist {
  readonly #options: TypistOptions;
  readonly #doc = new Y.Doc();
  readonly #socket: WebSocket;
  #stream: Socket | undefined;
  readonly #pendingAcks: number[] = [];
  #isSynced = false;
  #counted = 0;
  #saved = 0;
  #caret = 0;
  #awarenessClock = 0;
  /** Whether what comes and goes is measured; before that everything warms up. */
  isMeasuring = false;
  keys = 0;
  heard = 0;
  updateBytes = 0;

  constructor(options: TypistOptions) {
    this.#options = options;
    this.#doc.clientID = options.random.int(2 ** 31) + 1;
    options.sentAt.set(this.#doc.clientID, new Map());
    this.#socket = new WebSocket(options.address, { perMessageDeflate: false });
    this.#socket.on('upgrade', ({ socket }) => {
      this.#stream = socket;
    });
    this.#socket.on('open', () => {
      this.#send(MESSAGE_SYNC, (to) => syncProtocol.writeSyncStep1(to, this.#doc));
    });
    this.#socket.on('message', (data: Buffer) => this.#receive(data));
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE_ORIGIN) this.#sendUpdate(update);
    });
  }

  get isReady(): boolean {
    return this.#isSynced && this.#saved === this.#counted;
  }

  get closed(): boolean {
    return this.#socket.readyState > WebSocket.OPEN;
  }

  /** Bytes over its socket so far. */
  get traffic(): { readonly sent: number; readonly received: number } {
    const { bytesWritten = 0, bytesRead = 0 } = this.#stream ?? {};
    return { sent: bytesWritten, received: bytesRead };
  }

  get hasUnsaved(): boolean {
    return this.#saved < this.#counted;
  }

  /** How many of its own operations there are: what the server must have in the end. */
  get ownState(): readonly [clientId: number, operations: number] {
    return [this.#doc.clientID, Y.getState(this.#doc.store, this.#doc.clientID)];
  }

  press(): void {
    const { random, number } = this.#options;
    const key = CELLS[number % CELLS.length] ?? 'title';
    const text = headerOf(this.#doc).get(key);
    if (!(text instanceof Y.Text)) throw new Error('The sheet has no such cell.');
    const insert = LETTERS.charAt(random.int(LETTERS.length));
    const isBackspace = this.#caret > 0 && random.chance(0.06);
    const edit = isBackspace
      ? { index: this.#caret - 1, remove: 1, insert: '' }
      : { index: this.#caret, remove: 0, insert };
    if (this.isMeasuring) this.keys += 1;
    editText(text, edit, TEST_ORIGIN);
    this.#caret += isBackspace ? -1 : 1;
    this.#tellCaret(key);
  }

  leave(): void {
    this.#socket.terminate();
    this.#doc.destroy();
  }

  #sendUpdate(update: Uint8Array): void {
    const { sentAt } = this.#options;
    const now = performance.now();
    const reference = firstOperation(update);
    if (reference !== undefined && this.isMeasuring) {
      sentAt.get(reference.client)?.set(reference.clock, now);
      this.updateBytes += update.length;
    }
    this.#counted += 1;
    this.#pendingAcks.push(this.isMeasuring ? now : Number.NaN);
    this.#send(MESSAGE_SYNC, (to) => syncProtocol.writeUpdate(to, update));
  }

  /** As the client's presence and the prose editor's caret do. */
  #tellCaret(key: string): void {
    const { number } = this.#options;
    this.#awarenessClock += 1;
    const position = { tname: 'sheet', item: null, assoc: 0, type: { client: 1, clock: 7 } };
    const state = {
      user: { name: `Deltaker ${number}`, personId: `person-${number}-0123`, color: '#0b6e4f' },
      role: 'rediger',
      place: { cell: `sheet/${key}` },
      isActive: true,
      at: 1_767_225_600_000 + this.#awarenessClock,
      cursor: { anchor: { ...position, index: this.#caret }, head: position },
    };
    this.#send(MESSAGE_AWARENESS, (to) => {
      const body = encoding.encode((inner) => {
        encoding.writeVarUint(inner, 1);
        encoding.writeVarUint(inner, this.#doc.clientID);
        encoding.writeVarUint(inner, this.#awarenessClock);
        encoding.writeVarString(inner, JSON.stringify(state));
      });
      encoding.writeVarUint8Array(to, body);
    });
  }

  #receive(data: Uint8Array): void {
    const now = performance.now();
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_CONTROL) this.#hearControl(decoder, now);
    if (type !== MESSAGE_SYNC) return;
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === syncProtocol.messageYjsUpdate) this.#hearUpdate(body, now);
    else if (step === syncProtocol.messageYjsSyncStep2) {
      Y.applyUpdate(this.#doc, body, REMOTE_ORIGIN);
      this.#isSynced = true;
    } else {
      this.#counted += 1;
      this.#pendingAcks.push(Number.NaN);
      this.#send(MESSAGE_SYNC, (to) => syncProtocol.writeSyncStep2(to, this.#doc, body));
    }
  }

  #hearControl(decoder: decoding.Decoder, now: number): void {
    const frame = readControl(decoder);
    if (frame?.type !== 'saved') return;
    for (; this.#saved < frame.count; this.#saved += 1) {
      const sent = this.#pendingAcks.shift() ?? Number.NaN;
      if (!Number.isNaN(sent)) this.#options.acknowledged.add(now - sent);
    }
  }

  #hearUpdate(update: Uint8Array, now: number): void {
    const reference = firstOperation(update);
    if (reference === undefined) return;
    const sent = this.#options.sentAt.get(reference.client)?.get(reference.clock);
    if (sent === undefined) return;
    this.heard += 1;
    this.#options.onPropagated(now - sent, sent);
  }

  #send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, type);
      write(encoder);
    });
    this.#socket.send(frame);
  }
}

/** Names an update: by its first operation, or undefined when it only deletes. */
function firstOperation(
  update: Uint8Array,
): { readonly client: number; readonly clock: number } | undefined {
  const decoder = decoding.createDecoder(update);
  if (decoding.readVarUint(decoder) === 0) return undefined;
  decoding.readVarUint(decoder);
  const client = decoding.readVarUint(decoder);
  return { client, clock: decoding.readVarUint(decoder) };
}
