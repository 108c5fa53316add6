/**
 * Peers with a copy each, and a network between them that delivers late, in any order, twice, or
 * merged; that parts and heals; and from which peers go away and come back with what they stored.
 */
import * as Y from 'yjs';
import { type Command, run } from '../../shared/document/commands/command.ts';
import { REMOTE_ORIGIN, type SeededRandom, TEST_ORIGIN } from '../world/sheets.ts';
import type { Knower, WriteEvent } from './model.ts';

interface Message {
  readonly update: Uint8Array;
  readonly events: readonly WriteEvent[];
  readonly from: FuzzPeer;
}

export class FuzzPeer implements Knower {
  readonly name: string;
  doc: Y.Doc;
  /** What has been sent to this peer and not yet delivered. */
  readonly inbox: Message[] = [];
  /** Peers hear of one another only within one group. */
  group = 0;
  isHere = true;
  readonly #random: SeededRandom;
  readonly #received = new Set<WriteEvent>();
  #sent: Uint8Array[] = [];
  #tidied: Uint8Array[] = [];

  constructor(name: string, state: Uint8Array, random: SeededRandom) {
    this.name = name;
    this.#random = random;
    this.doc = this.#open(state);
  }

  /** Runs a command that must be allowed. The event is undefined when it changed nothing. */
  run<T>(command: Command<T>): { readonly value: T; readonly event: WriteEvent | undefined } {
    let value: T | undefined;
    const event = this.writes(() => {
      const outcome = run(this.doc, command, {
        origin: TEST_ORIGIN,
        random: this.#random.bytes,
      });
      if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
      value = outcome.value;
    });
    return { value: value as T, event };
  }

  /** The event of whatever `write` does to the document, which must be one transaction. */
  writes(write: () => void): WriteEvent | undefined {
    const seen = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    const before = this.#sent.length;
    write();
    if (this.#sent.length === before) return undefined;
    if (this.#sent.length > before + 1) throw new Error('More than one transaction');
    const client = this.doc.clientID;
    const clockAfter = Y.getState(this.doc.store, client);
    const isDeleteOnly = clockAfter === (seen.get(client) ?? 0);
    const event = { client, clockAfter, seen, isDeleteOnly };
    this.#received.add(event);
    return event;
  }

  /** What the last event was on the wire. */
  get lastSent(): Uint8Array {
    return this.#sent.at(-1) ?? new Uint8Array();
  }

  /**
   * What Yjs itself has taken out since last asked: when formats that others wrote apart meet in a
   * copy, it removes those that have become superfluous, and a provider sends that on.
   */
  takeTidied(): Uint8Array[] {
    const tidied = this.#tidied;
    this.#tidied = [];
    return tidied;
  }

  knows(event: WriteEvent): boolean {
    if (!event.isDeleteOnly) return Y.getState(this.doc.store, event.client) >= event.clockAfter;
    if (!this.#received.has(event)) return false;
    return [...event.seen].every(([client, clock]) => Y.getState(this.doc.store, client) >= clock);
  }

  receive(update: Uint8Array, events: Iterable<WriteEvent>): void {
    for (const event of events) this.#received.add(event);
    Y.applyUpdate(this.doc, update, REMOTE_ORIGIN);
  }

  /** Gets what another has and this one lacks, as the first two steps of the sync protocol do. */
  syncFrom(other: FuzzPeer): void {
    const update = Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc));
    this.receive(update, other.#received);
  }

  leave(): void {
    this.isHere = false;
  }

  /** Comes back as a new client with what was stored when it left. */
  comeBack(): void {
    const state = Y.encodeStateAsUpdate(this.doc);
    this.doc.destroy();
    this.doc = this.#open(state);
    this.isHere = true;
  }

  #open(state: Uint8Array): Y.Doc {
    // A guid of its own, or Yjs would draw one from the system's random, which is slow.
    const doc = new Y.Doc({ guid: this.name });
    doc.clientID = this.#random.int(2 ** 31) + 1;
    Y.applyUpdate(doc, state, REMOTE_ORIGIN);
    this.#sent = [];
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === TEST_ORIGIN) this.#sent.push(update);
      else if (origin !== REMOTE_ORIGIN) this.#tidied.push(update);
    });
    return doc;
  }
}

export class Network {
  readonly peers: readonly FuzzPeer[];
  readonly #random: SeededRandom;

  constructor(peers: readonly FuzzPeer[], random: SeededRandom) {
    this.peers = peers;
    this.#random = random;
  }

  /** Sends to everybody else. */
  send(from: FuzzPeer, update: Uint8Array, events: readonly WriteEvent[]): void {
    for (const peer of this.peers) {
      if (peer !== from) peer.inbox.push({ update, events, from });
    }
  }

  /** Sends on what Yjs tidied up by itself in any copy. */
  sendTidied(): void {
    for (const peer of this.peers) {
      for (const update of peer.takeTidied()) this.send(peer, update, []);
    }
  }

  /** Delivers one message, or some merged into one; sometimes so that it will come again. */
  deliverSome(): void {
    const waiting = this.peers.filter((peer) => this.#reachable(peer).length > 0);
    if (waiting.length === 0) return;
    const to = this.#random.pick(waiting);
    const count = this.#random.chance(0.2) ? 3 : 1;
    const messages = this.#random.shuffled(this.#reachable(to)).slice(0, count);
    const update = Y.mergeUpdates(messages.map((message) => message.update));
    to.receive(
      update,
      messages.flatMap(({ events }) => events),
    );
    if (this.#random.chance(0.15)) return;
    for (const message of messages) to.inbox.splice(to.inbox.indexOf(message), 1);
  }

  /** One peer catches up with another, as a client that connects does. */
  syncSome(): void {
    const [one, other] = this.#random.shuffled(this.peers.filter(({ isHere }) => isHere));
    if (one === undefined || other === undefined || one.group !== other.group) return;
    one.syncFrom(other);
    if (this.#random.chance(0.7)) other.syncFrom(one);
  }

  part(): void {
    for (const peer of this.peers) peer.group = this.#random.int(2);
  }

  heal(): void {
    for (const peer of this.peers) peer.group = 0;
  }

  /** Everybody is back and gets everything: what is under way in any order, then what is left. */
  settle(): void {
    this.heal();
    for (const peer of this.peers) {
      if (!peer.isHere) peer.comeBack();
      for (const message of this.#random.shuffled(peer.inbox)) {
        peer.receive(message.update, message.events);
      }
      peer.inbox.length = 0;
    }
    const [hub, ...others] = this.#random.shuffled(this.peers);
    if (hub === undefined) return;
    // Once more for what Yjs tidies up while the copies meet.
    for (let round = 0; round < 2; round += 1) {
      for (const peer of others) hub.syncFrom(peer);
      for (const peer of others) peer.syncFrom(hub);
    }
  }

  #reachable(to: FuzzPeer): Message[] {
    return to.isHere ? to.inbox.filter(({ from }) => from.group === to.group) : [];
  }
}
