/**
 * Sheets for tests: `aSheet()` with what it is to hold, `twoPeers()` who share one and meet only
 * when the test says so, and `seeded()` random, so that whatever a test does it can do again.
 */
import * as Y from 'yjs';
import {
  type Command,
  type CommandRefusal,
  type Origin,
  run,
  type Writer,
} from '../../shared/document/commands/command.ts';
import type {
  GevinstId,
  LappId,
  MaalingId,
  RandomBytes,
  RotaarsakId,
  TiltakId,
} from '../../shared/ids/ids.ts';
import { createSheet, type NewSheet } from '../../shared/sheet/commands/create.ts';
import { addEntity, type Draft } from '../../shared/sheet/commands/entities.ts';
import { COLLECTIONS, type CollectionName, type IdOf } from '../../shared/sheet/schema/entities.ts';
import { collectionOf, proseOf } from '../../shared/sheet/schema/roots.ts';
import type { ProseSection } from '../../shared/sheet/schema/vocabulary.ts';
import { type ProseNode, storeProse } from '../../shared/sheet/snapshot/prose.ts';
import { readSnapshot, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';

/** Who writes in a test. Undoable, so that an undo manager can track it. */
export const TEST_ORIGIN: Origin = { kind: 'test', undoable: true };

/** What came from another peer. Never undoable. */
export const REMOTE_ORIGIN: Origin = { kind: 'test', undoable: false };

/** The collections by name, for tests that go through all of them. */
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly CollectionName[];

export interface SeededRandom {
  readonly seed: number;
  /** For ids and order keys, as `Writer.random`. */
  readonly bytes: RandomBytes;
  /** A whole number from 0 up to, and not including, `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  /** One of the items; a RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** The same seed gives the same numbers, on every machine (mulberry32). */
export function seeded(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    seed,
    int,
    bytes: (count) => Uint8Array.from({ length: count }, () => int(256)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[int(items.length)] as (typeof items)[number];
    },
    shuffled: (items) => {
      const left = [...items];
      const taken: typeof left = [];
      while (left.length > 0) taken.push(...left.splice(int(left.length), 1));
      return taken;
    },
  };
}

/** A writer for tests, with its own stream of random bytes. */
export function aWriter(seed = 1): Writer {
  return { origin: TEST_ORIGIN, random: seeded(seed).bytes };
}

const SOMEBODY = aWriter(0x50_4e_42);

/** What `aSheet()` holds; what is left out is empty. */
export interface Contents {
  readonly header?: Partial<NewSheet>;
  /** Words of a section: a string is one paragraph. */
  readonly prose?: Readonly<Partial<Record<ProseSection, string | readonly ProseNode[]>>>;
  readonly rotaarsaker?: readonly Draft<'rotaarsaker'>[];
  readonly tiltak?: readonly Draft<'tiltak'>[];
  readonly gevinster?: readonly Draft<'gevinster'>[];
  readonly maalinger?: readonly Draft<'maalinger'>[];
  readonly lapper?: readonly Draft<'lapper'>[];
  readonly seed?: number;
}

/** The ids that the entities of `Contents` got, in the same order. */
export interface Ids {
  readonly rotaarsaker: readonly RotaarsakId[];
  readonly tiltak: readonly TiltakId[];
  readonly gevinster: readonly GevinstId[];
  readonly maalinger: readonly MaalingId[];
  readonly lapper: readonly LappId[];
}

export interface ASheet {
  readonly doc: Y.Doc;
  readonly writer: Writer;
  readonly ids: Ids;
}

/** The item at a place; a RangeError when there is none. */
export function at<T>(items: readonly T[], index = 0): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`Nothing at ${index} of ${items.length}`);
  return item;
}

/** A document as the server makes it, with contents, all of it written by the commands. */
export function aSheet(contents: Contents = {}): ASheet {
  const doc = new Y.Doc();
  const writer = aWriter(contents.seed);
  doc.clientID = seeded((contents.seed ?? 1) ^ 0x5eed).int(2 ** 31) + 1;
  const header = { kind: 'dypdykk', title: '', date: null, ...contents.header } as const;
  done(doc, createSheet(header), writer);
  doc.transact(() => {
    for (const [section, words] of Object.entries(contents.prose ?? {})) {
      const nodes = typeof words === 'string' ? [paragraph(words)] : words;
      proseOf(doc, section as ProseSection).insert(0, storeProse(nodes));
    }
  }, writer.origin);
  const addAll = <C extends CollectionName>(name: C, drafts: readonly Draft<C>[] = []): IdOf<C>[] =>
    drafts.map((draft) => done(doc, addEntity(name, draft), writer));
  const ids = {
    rotaarsaker: addAll('rotaarsaker', contents.rotaarsaker),
    tiltak: addAll('tiltak', contents.tiltak),
    gevinster: addAll('gevinster', contents.gevinster),
    maalinger: addAll('maalinger', contents.maalinger),
    lapper: addAll('lapper', contents.lapper),
  };
  return { doc, writer, ids };
}

/** What stands under an id, for tests that look into the document or spoil it. */
export function entityIn(
  doc: Y.Doc,
  root: CollectionName | 'comments',
  id: string,
): Y.Map<unknown> {
  const entity = collectionOf(doc, root).get(id);
  if (!(entity instanceof Y.Map)) throw new RangeError(`No ${root}/${id}`);
  return entity;
}

/** A paragraph of plain words, as prose holds it. */
export function paragraph(text: string): ProseNode {
  return { type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) };
}

/** Runs a command that must not be refused, and answers its value. */
export function done<T>(doc: Y.Doc, command: Command<T>, writer: Writer = SOMEBODY): T {
  const outcome = run(doc, command, writer);
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
}

/** Runs a command that must be refused, and answers why it was. */
export function refused(
  doc: Y.Doc,
  command: Command<unknown>,
  writer: Writer = SOMEBODY,
): CommandRefusal {
  const outcome = run(doc, command, writer);
  if (!outcome.ok) return outcome.refusal;
  throw new Error(`Not refused, but gave ${JSON.stringify(outcome.value)}`);
}

/** One person with a copy of the sheet. */
export interface Peer {
  readonly doc: Y.Doc;
  readonly writer: Writer;
  /** Runs a command that must not be refused. */
  does<T>(command: Command<T>): T;
  /** The sheet as this peer sees it now; throws when something in it is ill-typed. */
  sees(): Snapshot;
}

export function aPeer(doc: Y.Doc, seed: number): Peer {
  const writer = aWriter(seed);
  return {
    doc,
    writer,
    does: (command) => done(doc, command, writer),
    sees: () => {
      const { snapshot, problems } = readSnapshot(doc);
      if (problems.length > 0) throw new Error(`Problems: ${JSON.stringify(problems)}`);
      return snapshot;
    },
  };
}

export interface TwoPeers {
  readonly alice: Peer;
  readonly bob: Peer;
  /** The ids of what the shared sheet was given. */
  readonly ids: Ids;
  /** Both get what the other has. */
  sync(): void;
  /** Only `to` gets what `from` has. */
  send(from: Peer, to: Peer): void;
  /** From now on every change reaches the other at once; the answer parts them again. */
  connect(): () => void;
}

/** Alice and Bob with the same sheet, apart until the test lets them meet. */
export function twoPeers(contents: Contents = {}): TwoPeers {
  const sheet = aSheet(contents);
  const state = Y.encodeStateAsUpdate(sheet.doc);
  const join = (clientId: number): Peer => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, state, REMOTE_ORIGIN);
    return aPeer(doc, clientId);
  };
  const [alice, bob] = [join(1001), join(1002)];
  const sync = (): void => {
    send(alice, bob);
    send(bob, alice);
  };
  const connect = (): (() => void) => {
    sync();
    const stops = [follow(alice, bob), follow(bob, alice)];
    return () => {
      for (const stop of stops) stop();
    };
  };
  return { alice, bob, ids: sheet.ids, sync, send, connect };
}

function send(from: Peer, to: Peer): void {
  const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
  Y.applyUpdate(to.doc, missing, REMOTE_ORIGIN);
}

function follow(from: Peer, to: Peer): () => void {
  const pass = (update: Uint8Array, origin: unknown): void => {
    if (origin !== REMOTE_ORIGIN) Y.applyUpdate(to.doc, update, REMOTE_ORIGIN);
  };
  from.doc.on('update', pass);
  return () => from.doc.off('update', pass);
}
