import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Command, run } from '../../shared/document/commands/command.ts';
import type { TiltakId } from '../../shared/ids/ids.ts';
import { createSheet } from '../../shared/sheet/commands/create.ts';
import { addRotaarsak } from '../../shared/sheet/commands/rotaarsak.ts';
import {
  addTiltak,
  linkTiltakToRotaarsak,
  patchTiltak,
  removeTiltak,
} from '../../shared/sheet/commands/tiltak.ts';
import { collectionOf, proseOf } from '../../shared/sheet/schema/roots.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { LOCAL_COMMAND, LOCAL_SILENT, localOrigin, SERVER_STATE } from './origins.ts';
import { SheetUndo } from './undo.ts';

const TYPING = localOrigin('text');

/** Chosen so that no test depends on how fast it runs. */
const NEVER_MS = 3_600_000;

interface Peer {
  readonly doc: Y.Doc;
  readonly undo: SheetUndo;
  run<T>(command: Command<T>): T;
  /** Types at the end of a tiltak's title. */
  type(id: TiltakId, words: string): void;
  title(id: TiltakId): string | undefined;
}

let nextByte = 0;
const random = (count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => (nextByte++ * 37) % 251);

function aPeer(clientId: number, state: Uint8Array): Peer {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, state, SERVER_STATE);
  const undo = new SheetUndo(doc, { captureTimeoutMs: NEVER_MS });
  const titleOf = (id: TiltakId): Y.Text | undefined => {
    const entity = collectionOf(doc, 'tiltak').get(id);
    const title = entity instanceof Y.Map ? entity.get('title') : undefined;
    return title instanceof Y.Text ? title : undefined;
  };
  return {
    doc,
    undo,
    run: (command) => {
      const outcome = run(doc, command, { origin: LOCAL_COMMAND, random });
      if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.refused}`);
      return outcome.value;
    },
    type: (id, words) => {
      const title = titleOf(id);
      if (title === undefined) throw new Error('no such tiltak');
      doc.transact(() => title.insert(title.length, words), TYPING);
    },
    title: (id) => titleOf(id)?.toString(),
  };
}

function twoPeers(): { alice: Peer; bob: Peer; sync: () => void } {
  const origin = new Y.Doc();
  run(origin, createSheet({ kind: 'dypdykk', title: 'Prøve', date: null }), {
    origin: { kind: 'server', undoable: false },
    random,
  });
  const state = Y.encodeStateAsUpdate(origin);
  const alice = aPeer(1001, state);
  const bob = aPeer(2002, state);
  const sync = (): void => {
    const fromAlice = Y.encodeStateAsUpdate(alice.doc, Y.encodeStateVector(bob.doc));
    const fromBob = Y.encodeStateAsUpdate(bob.doc, Y.encodeStateVector(alice.doc));
    Y.applyUpdate(bob.doc, fromAlice, 'remote');
    Y.applyUpdate(alice.doc, fromBob, 'remote');
  };
  peers.push(alice, bob);
  return { alice, bob, sync };
}

const peers: Peer[] = [];
afterEach(() => {
  for (const peer of peers.splice(0)) {
    peer.undo.destroy();
    peer.doc.destroy();
  }
});

function ids(peer: Peer): string[] {
  return [...collectionOf(peer.doc, 'tiltak').keys()];
}

describe('what lands on the stack', () => {
  test('UN-1 silent, loaded and remote changes cannot be undone', () => {
    const { alice, bob, sync } = twoPeers();
    run(alice.doc, addTiltak(), { origin: LOCAL_SILENT, random });
    bob.run(addTiltak());
    sync();
    expect(alice.undo.getState()).toEqual({ canUndo: false, canRedo: false });
    expect(alice.undo.undo()).toBe(false);
    expect(ids(alice)).toHaveLength(2);
  });

  test('UN-1 prose counts when its origin is an undoable one of ours', () => {
    const { alice } = twoPeers();
    const section = proseOf(alice.doc, 'begrunnelse');
    const write = (words: string, origin: unknown): void => {
      alice.doc.transact(() => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(words)]);
        section.insert(section.length, [paragraph]);
      }, origin);
    };
    write('før', 'somebody else');
    write('etter', localOrigin('prose'));
    expect(alice.undo.undo()).toBe(true);
    expect(section.toString()).toBe('<paragraph>før</paragraph>');
  });

  test('UN-8 a new change clears redo, a colleague’s does not', () => {
    const { alice, bob, sync } = twoPeers();
    alice.run(addTiltak());
    alice.undo.undo();
    bob.run(addTiltak());
    sync();
    expect(alice.undo.getState().canRedo).toBe(true);
    alice.run(addTiltak());
    expect(alice.undo.getState()).toEqual({ canUndo: true, canRedo: false });
  });
});

describe('steps', () => {
  test('UN-5 typing in one field is one step, another field starts the next', () => {
    const { alice } = twoPeers();
    const first = alice.run(addTiltak());
    const second = alice.run(addTiltak());
    alice.type(first, 'a');
    alice.type(first, 'b');
    alice.type(second, 'c');
    alice.undo.undo();
    expect([alice.title(first), alice.title(second)]).toEqual(['ab', '']);
    alice.undo.undo();
    expect(alice.title(first)).toBe('');
    expect(ids(alice)).toHaveLength(2);
  });

  test('UN-5 a command is a step of its own, and so is the typing after it', () => {
    const { alice } = twoPeers();
    const id = alice.run(addTiltak());
    alice.type(id, 'a');
    alice.run(patchTiltak(id, { status: 'pagar' }));
    alice.type(id, 'b');
    alice.undo.undo();
    expect(alice.title(id)).toBe('a');
    expect(readSnapshot(alice.doc).snapshot.tiltak[0]?.status).toBe('pagar');
    alice.undo.undo();
    expect(readSnapshot(alice.doc).snapshot.tiltak[0]?.status).toBe('ikke_startet');
    alice.undo.undo();
    expect(alice.title(id)).toBe('');
    alice.undo.undo();
    expect(ids(alice)).toEqual([]);
  });

  test('UN-5 beginStep and an undo or redo end a step', () => {
    const { alice } = twoPeers();
    const id = alice.run(addTiltak());
    alice.type(id, 'a');
    alice.undo.beginStep();
    alice.type(id, 'b');
    alice.undo.undo();
    expect(alice.title(id)).toBe('a');
    alice.undo.redo();
    alice.type(id, 'c');
    alice.undo.undo();
    expect(alice.title(id)).toBe('ab');
  });

  test('UN-6 UN-7 a step without effect is passed over, and the state follows', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak());
    alice.type(id, 'a');
    sync();
    bob.run(removeTiltak(id));
    sync();
    const seen: boolean[] = [];
    alice.undo.subscribe(() => seen.push(alice.undo.getState().canUndo));
    expect(alice.undo.undo()).toBe(false);
    expect(seen).toEqual([false]);
    expect(alice.undo.getState()).toBe(alice.undo.getState());
  });
});

describe('others’ work', () => {
  test('UN-2 undo takes own letters only, also in the middle of others’', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak({ title: 'x' }));
    sync();
    alice.type(id, 'AA');
    bob.type(id, 'BB');
    sync();
    alice.type(id, 'aa');
    alice.undo.undo();
    sync();
    expect(alice.title(id)).toBe('xBB');
    expect(bob.title(id)).toBe('xBB');
    alice.undo.redo();
    sync();
    expect([...(bob.title(id) ?? '')].filter((letter) => letter === 'B')).toHaveLength(2);
    expect(bob.title(id)).toContain('AA');
  });

  test('UN-2 a value that a colleague has set since stays', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak());
    alice.run(patchTiltak(id, { status: 'pagar' }));
    sync();
    bob.run(patchTiltak(id, { status: 'stoppet' }));
    sync();
    alice.undo.undo();
    sync();
    expect(readSnapshot(bob.doc).snapshot.tiltak[0]?.status).toBe('stoppet');
  });

  test('UN-3 a row that a colleague has written in stays, whole', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak({ slag: 'utredning', title: 'min' }));
    sync();
    bob.type(id, ' og din');
    sync();
    alice.undo.undo();
    sync();
    const { snapshot, problems } = readSnapshot(bob.doc);
    expect(problems).toEqual([]);
    expect(snapshot.tiltak).toMatchObject([{ id, slag: 'utredning', title: ' og din' }]);
  });

  test('UN-3 holds after the row was deleted and brought back', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak());
    sync();
    bob.type(id, 'bobs ord');
    sync();
    alice.run(removeTiltak(id));
    sync();
    alice.undo.undo();
    alice.undo.undo();
    sync();
    expect(bob.title(id)).toBe('bobs ord');
  });

  test('UN-3 redo of a deletion spares what was written after it was undone', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak({ title: 'tiltak' }));
    alice.run(removeTiltak(id));
    alice.undo.undo();
    sync();
    bob.type(id, ' fra Bob');
    sync();
    alice.undo.redo();
    sync();
    expect(bob.title(id)).toContain(' fra Bob');
    expect(readSnapshot(bob.doc).problems).toEqual([]);
  });

  test('UN-3 a row that only its maker has filled in goes', () => {
    const { alice, bob, sync } = twoPeers();
    const id = alice.run(addTiltak({ title: 'min' }));
    alice.run(patchTiltak(id, { status: 'pagar' }));
    alice.type(id, ' egen');
    sync();
    while (alice.undo.undo());
    sync();
    expect(ids(bob)).toEqual([]);
  });

  test('UN-3 a paragraph that a colleague types in stays, own words go', () => {
    const { alice, bob, sync } = twoPeers();
    const section = proseOf(alice.doc, 'onsket');
    alice.doc.transact(() => {
      const item = new Y.XmlElement('listItem');
      const paragraph = new Y.XmlElement('paragraph');
      const list = new Y.XmlElement('bulletList');
      paragraph.insert(0, [new Y.XmlText('egne')]);
      item.insert(0, [paragraph]);
      list.insert(0, [item]);
      section.insert(0, [list]);
    }, localOrigin('prose'));
    sync();
    const text = proseOf(bob.doc, 'onsket').createTreeWalker((node) => node instanceof Y.XmlText);
    const [words] = [...text];
    if (!(words instanceof Y.XmlText)) throw new Error('no text');
    words.insert(words.length, ' fremmede');
    sync();
    alice.undo.undo();
    sync();
    expect(proseOf(bob.doc, 'onsket').toString()).toBe(
      '<bulletlist><listitem><paragraph> fremmede</paragraph></listitem></bulletlist>',
    );
  });

  test('UN-4 a deleted row comes back with its texts, values and links', () => {
    const { alice, bob, sync } = twoPeers();
    const cause = alice.run(addRotaarsak({ title: 'årsak' }));
    const id = alice.run(addTiltak({ title: 'Innføre e-handel', frist: '2025-03-01' }));
    alice.run(addTiltak({ title: 'sist' }));
    alice.run(linkTiltakToRotaarsak(id, cause, true));
    sync();
    bob.type(id, ' i alle enheter 🙂');
    sync();
    const before = readSnapshot(alice.doc).snapshot;
    alice.run(removeTiltak(id));
    sync();
    alice.undo.undo();
    sync();
    expect(readSnapshot(alice.doc).snapshot).toEqual(before);
    expect(readSnapshot(bob.doc).snapshot).toEqual(before);
  });
});

test('UN-2 UN-3 whatever Alice undoes and redoes, Bob’s words stand (seeded)', () => {
  const seed = 20_250_301;
  let state = seed;
  const pick = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 60; round++) {
    const { alice, bob, sync } = twoPeers();
    const tokens: string[] = [];
    for (let turn = 0; turn < 40; turn++) {
      const rows = ids(alice);
      const row = rows[pick(rows.length)];
      const action = pick(6);
      if (action === 0 || row === undefined) alice.run(addTiltak({ title: 'a' }));
      else if (action === 1) alice.type(row as TiltakId, 'a');
      else if (action === 2) {
        const token = `[${tokens.length}]`;
        tokens.push(token);
        bob.type(row as TiltakId, token);
      } else if (action === 3) alice.run(patchTiltak(row as TiltakId, { status: 'pagar' }));
      else if (action === 4) alice.undo.undo();
      else alice.undo.redo();
      sync();
    }
    const all = readSnapshot(bob.doc);
    const text = all.snapshot.tiltak.map((tiltak) => tiltak.title).join(' ');
    const lost = tokens.filter((token) => !text.includes(token));
    expect({ seed, round, lost, problems: all.problems }).toEqual({
      seed,
      round,
      lost: [],
      problems: [],
    });
    expect(readSnapshot(alice.doc)).toEqual(all);
  }
});

describe('steps by name, and how far back they reach', () => {
  test('UN-9: transactions that name one step are one; another name, or none, is another', () => {
    const { doc, undo } = aPeer(1, Y.encodeStateAsUpdate(new Y.Doc()));
    const records = collectionOf(doc, 'canvas');
    const write = (value: number, step?: string) => {
      const origin = localOrigin('canvas');
      doc.transact(
        () => records.set('a', value),
        step === undefined ? origin : { ...origin, step },
      );
    };
    write(1, 'text:a');
    write(2, 'text:a');
    write(3, 'text:b');
    write(4);
    write(5);
    const values: unknown[] = [];
    while (undo.undo()) values.push(records.get('a'));
    expect(values).toEqual([4, 3, 2, undefined]);
  });

  test('UN-10: only so many steps are kept, and the document does not hold what is forgotten', () => {
    const { doc, undo } = aPeer(1, Y.encodeStateAsUpdate(new Y.Doc()));
    const records = collectionOf(doc, 'canvas');
    const words = 'x'.repeat(1000);
    for (let value = 1; value <= 1000; value += 1) {
      doc.transact(() => records.set('a', `${value} ${words}`), localOrigin('canvas'));
    }
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(400 * 1010);
    let steps = 0;
    while (undo.undo()) steps += 1;
    expect(steps).toBe(300);
    expect(records.get('a')).toBe(`700 ${words}`);
    while (undo.redo()) steps -= 1;
    expect([steps, records.get('a')]).toEqual([0, `1000 ${words}`]);
  });
});
