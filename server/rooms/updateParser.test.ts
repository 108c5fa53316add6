import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type SeededRandom, seeded } from '../../tests/world/sheets.ts';
import { MalformedUpdate, parseStateVector, parseUpdate } from './updateParser.ts';

/** Everything that Yjs can put in an update. */
function scribble(doc: Y.Doc, random: SeededRandom): void {
  const map = doc.getMap('kart');
  const list = doc.getArray('liste');
  const text = doc.getText('tekst');
  const prose = doc.getXmlFragment('prosa');
  const acts: (() => void)[] = [
    () =>
      map.set(`nøkkel ${random.int(4)}`, random.pick([1, -2.5, 'Ærlig', null, true, undefined])),
    () => map.set('dypt', { a: [{ b: Uint8Array.of(1, 2) }, 10n, 1e300] }),
    () => map.set('bytes', Uint8Array.of(3, 4)),
    () => map.set('type', random.pick([new Y.Map(), new Y.Array(), new Y.Text('hei')])),
    () => map.delete(`nøkkel ${random.int(4)}`),
    () => map.set('krok', new Y.XmlHook('krok')),
    () => map.set('underdokument', new Y.Doc({ autoLoad: true, meta: { x: 1 } })),
    () => list.insert(random.int(list.length + 1), ['a', 1, { b: 2 }]),
    () => list.length > 2 && list.delete(random.int(list.length - 2), 2),
    () => text.insert(random.int(text.length + 1), random.pick(['ord ', '👩‍🌾', 'å'])),
    () => text.length > 3 && text.delete(random.int(text.length - 3), 3),
    () => text.format(0, Math.min(4, text.length), { bold: random.pick([true, null]) }),
    () => text.insertEmbed(random.int(text.length + 1), { bilde: 'x' }),
    () => {
      const element = new Y.XmlElement('p');
      element.setAttribute('nivå', '2');
      element.insert(0, [new Y.XmlText('avsnitt')]);
      prose.insert(random.int(prose.length + 1), [element]);
    },
    () => prose.length > 0 && prose.delete(random.int(prose.length), 1),
  ];
  for (let i = random.int(6); i >= 0; i--) random.pick(acts)();
}

/** Updates of three writers who meet now and then. */
function updatesOf(random: SeededRandom, rounds: number): Uint8Array[] {
  const docs = [1, 2, 3].map(() => {
    const doc = new Y.Doc();
    doc.clientID = random.int(2 ** 31);
    return doc;
  });
  const updates: Uint8Array[] = [];
  for (const doc of docs) doc.on('update', (update) => updates.push(update));
  for (let round = 0; round < rounds; round++) {
    const doc = random.pick(docs);
    doc.transact(() => scribble(doc, random));
    if (random.chance(0.3)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(random.pick(docs)));
  }
  return [...updates, ...docs.map((doc) => Y.encodeStateAsUpdate(doc))];
}

test('RM-5 whatever Yjs writes is read, and read as Yjs reads it', () => {
  const random = seeded(11);
  for (const update of updatesOf(random, 400)) {
    const parsed = parseUpdate(update);
    const { structs, ds } = Y.decodeUpdate(update);
    const seen = parsed.runs.flatMap(({ client, structs: own }) =>
      own.map(({ clock, end }) => [client, clock, end]),
    );
    expect(seen).toEqual(structs.map(({ id, length }) => [id.client, id.clock, id.clock + length]));
    const deleted = [...ds.clients].flatMap(([client, items]) =>
      items.map(({ clock, len }) => ({ client, clock, end: clock + len })),
    );
    expect(parsed.deletes).toEqual(deleted);
    expect(parsed.hasSkips).toBe(structs.some((struct) => struct instanceof Y.Skip));
  }
});

test('RM-5 a hole in what the writer had is seen', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  for (const word of ['en', 'to', 'tre']) doc.getText('t').insert(0, word);
  const [first = new Uint8Array(), , third = new Uint8Array()] = updates;
  expect(parseUpdate(Y.mergeUpdates([first, third])).hasSkips).toBe(true);
});

test('RM-5 what is accepted after random damage is harmless to every peer', () => {
  const seed = 23;
  const random = seeded(seed);
  const updates = updatesOf(random, 120);
  let accepted = 0;
  for (let round = 0; round < 6000; round++) {
    const bytes = damaged(random.pick(updates), random);
    if (!isAccepted(bytes)) continue;
    accepted += 1;
    const doc = new Y.Doc();
    // It may lack its predecessors here: then it hangs, but must not throw.
    expect(() => Y.applyUpdate(doc, bytes), `seed ${seed}, round ${round}`).not.toThrow();
    const again = Y.encodeStateAsUpdate(doc);
    expect(() => Y.applyUpdate(new Y.Doc(), again), `seed ${seed}, round ${round}`).not.toThrow();
  }
  expect(accepted).toBeGreaterThan(100);
});

function damaged(update: Uint8Array, random: SeededRandom): Uint8Array {
  const bytes = update.slice();
  for (let i = random.int(3); i >= 0; i--) bytes[random.int(bytes.length)] = random.int(256);
  return random.chance(0.1) ? bytes.slice(0, random.int(bytes.length)) : bytes;
}

function isAccepted(bytes: Uint8Array): boolean {
  try {
    parseUpdate(bytes);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedUpdate);
    return false;
  }
}

/** An update with one item under the root `r`, whose content is written by hand. */
function item(ref: number, content: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, ref);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'r');
    content(encoder);
    encoding.writeVarUint(encoder, 0);
  });
}

const varUint = (number: number) => (encoder: encoding.Encoder) =>
  encoding.writeVarUint(encoder, number);
const varString = (text: string) => (encoder: encoding.Encoder) =>
  encoding.writeVarString(encoder, text);
const any = (value: unknown) => (encoder: encoding.Encoder) => {
  encoding.writeVarUint(encoder, 1);
  encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]);
};

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

const subdocument = (options: object) => (encoder: encoding.Encoder) => {
  encoding.writeVarString(encoder, 'guid');
  encoding.writeAny(encoder, options as Parameters<typeof encoding.writeAny>[1]);
};

test.each([
  ['nothing at all', new Uint8Array()],
  ['bytes left over', Uint8Array.of(0, 0, 0)],
  ['more clients than anybody has', Uint8Array.of(0xff, 0xff, 0x7f)],
  ['the same client twice', Uint8Array.of(2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0)],
  ['a struct without length', Uint8Array.of(1, 1, 7, 0, 0, 0, 0)],
  ['a skip without length', Uint8Array.of(1, 1, 7, 0, 10, 0, 0)],
  ['flags on a GC struct', Uint8Array.of(1, 1, 7, 0, 0x80, 1, 0)],
  ['a clock beyond all reason', item(1, varUint(2 ** 50))],
  ['an empty string', item(4, varString(''))],
  ['an empty list of values', item(8, varUint(0))],
  ['a content that does not exist', item(11, varUint(0))],
  ['a type that does not exist', item(7, varUint(7))],
  [
    'letters that are no letters',
    item(4, (e) => encoding.writeVarUint8Array(e, Uint8Array.of(255))),
  ],
  ['an embed that is no JSON', item(5, varString('{'))],
  ['an embed nested a thousand deep', item(5, varString('['.repeat(1000) + ']'.repeat(1000)))],
  ['a value nested a thousand deep', item(8, any(nested(1000)))],
  ['a value of no known kind', item(8, (e) => encoding.writeUint8Array(e, Uint8Array.of(1, 90)))],
  ['a subdocument whose options are none', item(9, varString('guid'))],
  ['a subdocument that renames itself', item(9, subdocument({ guid: {} }))],
  ['a subdocument with an ill-typed option', item(9, subdocument({ gc: 'nei' }))],
  ['a delete of nothing', Uint8Array.of(0, 1, 7, 1, 0, 0)],
  ['an item that needs itself', Uint8Array.of(1, 1, 7, 0, 0x84, 7, 0, 1, 65, 0)],
])('RM-5 refuses %s', (_what, bytes) => {
  expect(() => parseUpdate(bytes)).toThrow(MalformedUpdate);
});

test('RM-5 takes values nested as deep as anybody writes', () => {
  expect(parseUpdate(item(8, any(nested(40)))).runs).toHaveLength(1);
  expect(parseUpdate(item(9, subdocument({ autoLoad: true, meta: [1] }))).runs).toHaveLength(1);
});

test('RM-5 a state vector is read whole or not at all', () => {
  expect(parseStateVector(Uint8Array.of(1, 7, 3))).toEqual(new Map([[7, 3]]));
  expect(() => parseStateVector(Uint8Array.of(1, 7))).toThrow(MalformedUpdate);
  expect(() => parseStateVector(Uint8Array.of(0, 0))).toThrow(MalformedUpdate);
  expect(() => parseStateVector(new Uint8Array())).toThrow(MalformedUpdate);
});
