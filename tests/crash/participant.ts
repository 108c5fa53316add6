/**
 * Somebody who edits a sheet while its server is killed: speaks the y-protocols with control
 * frames over a real socket, notes which updates were sent and how many the server called saved,
 * edits on without a connection, and comes back on a new one.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import {
  type ControlFrame,
  MESSAGE_CONTROL,
  MESSAGE_SYNC,
  readControl,
} from '../../shared/wire/frames.ts';
import { REMOTE_ORIGIN, type SeededRandom, TEST_ORIGIN } from '../world/sheets.ts';
import { Editor } from './edits.ts';
import type { SheetLedger, Written } from './ledger.ts';

/** A sync step 2 or an update on its way to the server. */
interface SentFrame {
  readonly update: Uint8Array;
  /** How much this participant had written by then: a step 2 carries all of it. */
  writtenBefore: number;
}

interface Connection {
  readonly socket: WebSocket;
  readonly sent: SentFrame[];
  saved: number;
  /** Whether the server has sent all that we lacked. */
  isSynced: boolean;
}

export interface ParticipantOptions {
  readonly name: string;
  readonly ledger: SheetLedger;
  readonly random: SeededRandom;
  readonly role: 'rediger' | 'fasilitator';
  /** Called as soon as the server has called something saved. */
  readonly saved: () => void;
  readonly noticed: (code: Extract<ControlFrame, { type: 'notice' }>['code']) => void;
}

/** The close code of a connection whose other end is gone: a killed server says nothing. */
const KILLED = 1006;

export class Participant {
  readonly doc = new Y.Doc();
  readonly name: string;
  readonly ledger: SheetLedger;
  readonly editor: Editor;
  readonly #options: ParticipantOptions;
  readonly #faults: string[] = [];
  readonly #written: Written[] = [];
  readonly #whenSynced: (() => void)[] = [];
  #acknowledged = 0;
  #connection: Connection | undefined;
  #unsent: SentFrame[] = [];

  constructor(options: ParticipantOptions) {
    this.#options = options;
    this.name = options.name;
    this.ledger = options.ledger;
    this.doc.clientID = options.random.int(2 ** 31) + 1;
    this.editor = new Editor({
      doc: this.doc,
      name: options.name,
      random: options.random,
      writer: { origin: TEST_ORIGIN, random: options.random.bytes },
      notes: {
        write: (...written) => this.#written.push(this.ledger.write(...written)),
        contest: (fact) => this.ledger.contest(fact),
      },
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE_ORIGIN) return;
      this.#ascribe();
      this.#unsent.push({ update, writtenBefore: 0 });
    });
  }

  get isConnected(): boolean {
    return this.#connection !== undefined;
  }

  /** Whether it has all that the server had, and all that it wrote is saved. */
  get isSettled(): boolean {
    const { isSynced = false, sent = [], saved = 0 } = this.#connection ?? {};
    return isSynced && sent.length === saved && this.#acknowledged === this.#written.length;
  }

  /** Calls back when it first has what the server has; on whatever connection that is. */
  whenSynced(act: () => void): void {
    this.#whenSynced.push(act);
  }

  /** Where it stands, to explain a failure. */
  describe(): string {
    const { isSynced = false, sent = [], saved = 0 } = this.#connection ?? {};
    const connection = this.isConnected ? (isSynced ? 'synced' : 'connected') : 'offline';
    const acknowledged = `${this.#acknowledged} of ${this.#written.length} edits`;
    return `${this.name}: ${connection}, ${saved} of ${sent.length} frames, ${acknowledged} saved`;
  }

  /** What the server said that cannot be true, and the close codes by which it sent us away. */
  takeFaults(): string[] {
    return this.#faults.splice(0).map((fault) => `${this.name}: ${fault}`);
  }

  /** Opens a new connection; whatever goes wrong with it only ends it. */
  connect(url: string): void {
    const { sheet } = this.ledger;
    const key = sheet.keys[this.#options.role];
    const socket = new WebSocket(
      `${url.replace(/^http/, 'ws')}/sync/${sheet.id}?nokkel=${encodeURIComponent(key)}&v=1`,
      { perMessageDeflate: false },
    );
    const connection: Connection = { socket, sent: [], saved: 0, isSynced: false };
    this.#connection = connection;
    socket.on('open', () => {
      socket.send(syncFrame((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc)));
    });
    socket.on('message', (data: Buffer) => this.#receive(connection, data));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      if (code !== KILLED) this.#faults.push(`closed with ${code}`);
      if (this.#connection === connection) this.#connection = undefined;
    });
  }

  /** Lets something be edited, and sends it. */
  does(act: (editor: Editor) => void): void {
    act(this.editor);
    this.#send();
  }

  /** Goes for good. */
  readonly leave = (): void => {
    this.#connection?.socket.terminate();
    this.doc.destroy();
  };

  #receive(connection: Connection, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_CONTROL) this.#hear(connection, readControl(decoder));
    else if (type === MESSAGE_SYNC) this.#receiveSync(connection, decoder);
  }

  #receiveSync(connection: Connection, decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === syncProtocol.messageYjsSyncStep1) {
      const step2 = {
        update: Y.encodeStateAsUpdate(this.doc, body),
        writtenBefore: this.#written.length,
      };
      sendCounted(connection, step2, syncProtocol.messageYjsSyncStep2);
    } else {
      Y.applyUpdate(this.doc, body, REMOTE_ORIGIN);
      this.#send();
      if (step !== syncProtocol.messageYjsSyncStep2) return;
      connection.isSynced = true;
      for (const act of this.#whenSynced.splice(0)) act();
    }
  }

  #hear(connection: Connection, frame: ControlFrame | undefined): void {
    if (frame?.type === 'notice') this.#options.noticed(frame.code);
    if (frame?.type !== 'saved') return;
    for (const { update, writtenBefore } of connection.sent.slice(connection.saved, frame.count)) {
      this.ledger.acknowledgeBytes(update);
      while (this.#acknowledged < writtenBefore) {
        const written = this.#written[this.#acknowledged];
        if (written !== undefined) this.ledger.acknowledge(written);
        this.#acknowledged += 1;
      }
    }
    if (frame.count > connection.sent.length) {
      this.#faults.push(`${frame.count} called saved of ${connection.sent.length} sent`);
    }
    connection.saved = frame.count;
    this.#options.saved();
  }

  /** What was noted since the last update is what that update wrote. */
  #ascribe(): void {
    const last = this.#unsent.at(-1);
    if (last !== undefined) last.writtenBefore = this.#written.length;
  }

  #send(): void {
    this.#ascribe();
    const frames = this.#unsent;
    this.#unsent = [];
    const connection = this.#connection;
    if (connection?.socket.readyState !== WebSocket.OPEN) return;
    for (const frame of frames) sendCounted(connection, frame, syncProtocol.messageYjsUpdate);
  }
}

function sendCounted({ sent, socket }: Connection, frame: SentFrame, step: number): void {
  sent.push(frame);
  socket.send(
    syncFrame((encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, frame.update);
    }),
  );
}

export function syncFrame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
