import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type SeededRandom, seeded } from '../../tests/world/sheets.ts';
import {
  addedClients,
  effectOf,
  hasHalfKnown,
  removesOnlyFormatting,
  type UpdateEffect,
} from './checkUpdate.ts';
import { MalformedUpdate, parseUpdate } from './updateParser.ts';

function writer(clientId: number): { readonly doc: Y.Doc; readonly updates: Uint8Array[] } {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'others') updates.push(update);
  });
  return { doc, updates };
}

function exchange(docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'others');
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const isPending = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** What three writers wrote, of whom some met now and then. */
function scribbled(random: SeededRandom, round: number): Uint8Array[] {
  const writers = [1, 2, 3].map((n) => writer(n + round * 10));
  for (let step = 0; step < 12; step++) {
    const text = random.pick(writers).doc.getText('t');
    if (random.chance(0.7)) text.insert(random.int(text.length + 1), 'ab');
    else if (text.length > 2) text.delete(random.int(text.length - 2), 2);
    if (random.chance(0.3)) exchange(writers.map((each) => each.doc));
  }
  return writers.flatMap((each) => each.updates);
}

/** Compares what was foretold with what Yjs does; answers what was foretold. */
function expectForetold(server: Y.Doc, update: Uint8Array, where: string): UpdateEffect {
  const parsed = parseUpdate(update);
  const effect = effectOf(server, parsed);
  const tried = copyOf(server);
  const before = Y.encodeStateAsUpdate(tried);
  Y.applyUpdate(tried, update);
  const after = Y.encodeStateAsUpdate(tried);
  // A merge with a hole is refused as a whole, also where Yjs could use a part of it.
  if (!parsed.hasSkips) expect(isPending(tried), where).toBe(effect === 'gap');
  if (effect === 'nothing') expect(after, where).toEqual(before);
  if (effect === 'adds') expect(after, where).not.toEqual(before);
  return effect;
}

test('RM-6 an update hangs in the air exactly when Yjs would keep it aside', () => {
  const seed = 5;
  const random = seeded(seed);
  const counts = { adds: 0, nothing: 0, gap: 0 };
  for (let round = 0; round < 300; round++) {
    const all = scribbled(random, round);
    const server = new Y.Doc();
    for (let step = 0; step < 10; step++) {
      const some = Array.from({ length: 1 + random.int(4) }, () => random.pick(all));
      const update = Y.mergeUpdates(some);
      const effect = expectForetold(server, update, `seed ${seed}, round ${round}`);
      counts[effect] += 1;
      if (effect === 'adds') Y.applyUpdate(server, update);
    }
  }
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
});

test('RM-11 what is damaged and still let in neither throws nor hangs', () => {
  const seed = 31;
  const random = seeded(seed);
  let letIn = 0;
  for (let round = 0; round < 150; round++) {
    const all = scribbled(random, round);
    const server = new Y.Doc();
    for (let step = 0; step < 40; step++) {
      const update = damaged(random.pick(all), random);
      if (!isLetIn(server, update)) continue;
      letIn += 1;
      const where = `seed ${seed}, round ${round}, step ${step}`;
      expect(() => Y.applyUpdate(server, update), where).not.toThrow();
      expect(isPending(server), where).toBe(false);
    }
    expect(Y.encodeStateAsUpdate(copyOf(server)).length).toBeGreaterThan(0);
  }
  expect(letIn).toBeGreaterThan(300);
});

function damaged(update: Uint8Array, random: SeededRandom): Uint8Array {
  const bytes = update.slice();
  if (random.chance(0.7)) bytes[random.int(bytes.length)] = random.int(256);
  return bytes;
}

function isLetIn(server: Y.Doc, update: Uint8Array): boolean {
  try {
    return effectOf(server, parseUpdate(update)) === 'adds';
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedUpdate);
    return false;
  }
}

test('RM-6 two writers who build on each other by turns are in order in one update', () => {
  const [kari, ola] = [writer(1), writer(2)];
  for (let turn = 0; turn < 20; turn++) {
    const { doc } = turn % 2 === 0 ? kari : ola;
    doc.getText('t').insert(doc.getText('t').length, `${turn} `);
    exchange([kari.doc, ola.doc]);
  }
  const update = parseUpdate(Y.encodeStateAsUpdate(kari.doc));
  expect(effectOf(new Y.Doc(), update)).toBe('adds');
});

test('RM-6 operations that need each other in a circle never come in', () => {
  // Client 1 needs 2:0 as its origin, client 2 needs 1:0.
  const circle = Uint8Array.of(
    ...[2, 1, 1, 0, 0x84, 2, 0, 1, 65],
    ...[1, 2, 0, 0x84, 1, 0, 1, 66],
    0,
  );
  expect(effectOf(new Y.Doc(), parseUpdate(circle))).toBe('gap');
});

test('RM-6 deleting what is not there yet hangs in the air', () => {
  expect(effectOf(new Y.Doc(), parseUpdate(Uint8Array.of(0, 1, 7, 1, 0, 1)))).toBe('gap');
});

test('RM-6 a chain of twenty thousand clients is walked without a stack of its own depth', () => {
  const bytes = varUint(20_000);
  for (let client = 20_000; client > 0; client--) {
    // Each needs the first operation of the one below it; the last is under a root.
    const needs = client === 1 ? [0x04, 1, 1, 116] : [0x84, ...varUint(client - 1), 0];
    bytes.push(1, ...varUint(client), 0, ...needs, 1, 65);
  }
  expect(effectOf(new Y.Doc(), parseUpdate(Uint8Array.from([...bytes, 0])))).toBe('adds');
});

function varUint(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

test('RM-11 a struct of which a cleaned-away beginning is known is cut before Yjs throws on it', () => {
  const server = new Y.Doc();
  // Client 7 has written two clocks that are gone, and claims now that they were words in a root.
  Y.applyUpdate(server, Uint8Array.of(1, 1, 7, 0, 0, 2, 0));
  const claim = Uint8Array.of(1, 1, 7, 0, 0x04, 1, 1, 114, 4, 65, 66, 67, 68, 0);
  expect(effectOf(server, parseUpdate(claim))).toBe('adds');
  expect(hasHalfKnown(server, parseUpdate(claim))).toBe(true);
  expect(() => Y.applyUpdate(copyOf(server), claim)).toThrow(TypeError);
  const cut = Y.diffUpdate(claim, Y.encodeStateVector(server));
  expect(hasHalfKnown(server, parseUpdate(cut))).toBe(false);
  Y.applyUpdate(server, cut);
  expect(Y.getState(server.store, 7)).toBe(4);
});

test('RM-7 removing formatting marks alone is told from removing words', () => {
  const { doc, updates } = writer(1);
  const server = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, 'fete ord', { bold: true });
  text.insert(8, ' og tynne', { bold: null });
  Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
  updates.length = 0;
  text.delete(0, 4);
  const removesWords = parseUpdate(updates[0] ?? new Uint8Array());
  expect(removesOnlyFormatting(server, removesWords)).toBe(false);
  const marks = [...server.store.clients.values()]
    .flat()
    .filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)
    .flatMap(({ id, length }) => [id.clock, length]);
  const removesMarks = Uint8Array.of(0, 1, 1, marks.length / 2, ...marks);
  expect(removesOnlyFormatting(server, parseUpdate(removesMarks))).toBe(true);
  expect(addedClients(server, parseUpdate(removesMarks))).toEqual([]);
});
