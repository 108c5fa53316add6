/**
 * Documents that are valid Yjs and no sheet at all: wrong types under our own roots and keys,
 * values that JSON does not know, formats, embeds, nesting without end. As a foreign client could
 * write them: encoded, and read into a fresh document.
 */
import * as Y from 'yjs';
import { addEntity } from '../../shared/program/commands/program.ts';
import { addUsikkerhet } from '../../shared/program/commands/usikkerhet.ts';
import { PROGRAM_COLLECTIONS, PROGRAM_HEADER } from '../../shared/program/schema/entities.ts';
import { COLLECTIONS } from '../../shared/sheet/schema/entities.ts';
import { PROSE_SECTIONS } from '../../shared/sheet/schema/vocabulary.ts';
import { aProgram } from './programs.ts';
import { aSheet, done, type SeededRandom } from './sheets.ts';

const SHEET_ROOTS = ['sheet', ...Object.keys(COLLECTIONS), 'canvas', 'comments'];
const PROGRAM_ROOTS = ['program', ...Object.keys(PROGRAM_COLLECTIONS)];
const FIELD_KEYS = [
  ...new Set(
    [COLLECTIONS, PROGRAM_COLLECTIONS, { PROGRAM_HEADER }]
      .flatMap((tables) => Object.values(tables))
      .flatMap((fields) => Object.keys(fields)),
  ),
  ...['schemaVersion', 'kind', 'date', 'edition', 'owner', 'parent', 'labels', 'enhetId'],
  'canvasSchema',
  ...['messages', 'target', 'resolved', 'at', 'author', 'text', 'value', 'factors', 'kind'],
];
const ODD_KEYS = ['', '2026', '2026-02-30', '2026-02-03', '__proto__', 'toString', 'nøkkel', '🙂'];
const SOME_ID = 'et-helt-vanlig-id';
/** Cannot be turned into a string. */
const EMBED = JSON.parse('{ "toString": 1, "valueOf": null }') as object;

/** A hostile document over the remains of a good one. */
export function aHostileDoc(random: SeededRandom): Y.Doc {
  const good = aSheet({ tiltak: [{ title: 'Tiltak' }], maalinger: [{}], gevinster: [{}] }).doc;
  return spoiled(good, SHEET_ROOTS, random);
}

/** The same over the remains of a good programme. */
export function aHostileProgram(random: SeededRandom): Y.Doc {
  const good = aProgram();
  done(good, addUsikkerhet({ slag: 'risiko', konsekvens: 3 }));
  const parent = done(good, addEntity('enheter', { name: 'Kommune' }));
  done(good, addEntity('enheter', { name: 'Oppvekst', parent }));
  done(good, addEntity('maaltall', { name: 'Fond' }));
  return spoiled(good, PROGRAM_ROOTS, random);
}

function spoiled(good: Y.Doc, roots: readonly string[], random: SeededRandom): Y.Doc {
  const foe = new Y.Doc();
  foe.clientID = random.int(2 ** 30) + 1;
  Y.applyUpdate(foe, Y.encodeStateAsUpdate(good));
  const writes = 1 + random.int(12);
  for (let write = 0; write < writes; write += 1) foe.transact(() => spoil(foe, roots, random));
  const read = new Y.Doc();
  Y.applyUpdate(read, Y.encodeStateAsUpdate(foe));
  if (random.chance(0.3)) Y.applyUpdate(read, mistypedRoot(roots, random));
  return read;
}

function spoil(doc: Y.Doc, roots: readonly string[], random: SeededRandom): void {
  if (random.chance(0.3)) {
    spoilProse(doc.getXmlFragment(`section:${random.pick(PROSE_SECTIONS)}`), random);
    return;
  }
  const root = doc.getMap(random.pick(roots));
  const inner = random.pick([undefined, ...root.values()]);
  if (inner instanceof Y.Map) {
    const deeper = random.pick([undefined, ...inner.values()]);
    if (deeper instanceof Y.Map) deeper.set(aKey(random), aValue(random, 0));
    else if (deeper instanceof Y.Text) spoilText(deeper, random);
    else inner.set(aKey(random), aValue(random, 0));
  } else {
    const key = random.pick([SOME_ID, ...ODD_KEYS, ...FIELD_KEYS]);
    root.set(key, random.chance(0.5) ? aMap(random, 0) : aValue(random, 0));
  }
}

/** A root that others use as a map or a fragment, filled as a list by somebody else. */
function mistypedRoot(roots: readonly string[], random: SeededRandom): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = random.int(2 ** 30) + 1;
  const root = random.pick([...roots, 'section:onsket']);
  if (random.chance(0.5)) doc.getArray(root).insert(0, [1, 'to', new Uint8Array(3), { a: 1 }]);
  else doc.getText(root).insert(0, 'ord', { bold: true });
  return Y.encodeStateAsUpdate(doc);
}

function spoilText(text: Y.Text, random: SeededRandom): void {
  const at = random.int(text.length + 1);
  const writes = [
    () => text.insertEmbed(at, EMBED),
    () => text.insertEmbed(at, new Y.Map([['a', 1]])),
    () => text.insert(at, 'ord 🙂', { [aKey(random)]: jsonValue(random) }),
  ];
  random.pick(writes)();
}

function spoilProse(parent: Y.XmlFragment, random: SeededRandom): void {
  const at = random.int(parent.length + 1);
  const writes = [
    () => nestElements(parent, 200),
    () => parent.insert(at, [new Y.XmlHook('hook') as never]),
    () => {
      const text = new Y.XmlText();
      parent.insert(at, [text]);
      spoilText(text, random);
    },
    () => {
      const element = new Y.XmlElement(random.pick(['paragraph', 'text', '', '__proto__']));
      parent.insert(at, [element]);
      element.setAttribute(aKey(random), aValue(random, 1) as string);
      spoilProse(element, random);
    },
  ];
  random.pick(writes)();
}

function nestElements(parent: Y.XmlFragment, depth: number): void {
  let inner = parent;
  for (let level = 0; level < depth; level += 1) {
    const child = new Y.XmlElement('blockquote');
    inner.insert(0, [child]);
    inner = child;
  }
}

function aKey(random: SeededRandom): string {
  return random.pick([...FIELD_KEYS, ...ODD_KEYS]);
}

function aMap(random: SeededRandom, depth: number): Y.Map<unknown> {
  const entries = Array.from({ length: random.int(5) }, () => [
    aKey(random),
    aValue(random, depth + 1),
  ]) as [string, unknown][];
  return new Y.Map(entries);
}

function aValue(random: SeededRandom, depth: number): unknown {
  if (depth < 4 && random.chance(0.5)) return aType(random, depth);
  return random.pick([
    jsonValue(random),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    10n ** 15n,
    undefined,
    null,
    new Uint8Array([1, 2, 3]),
    nestedArray(3000),
    EMBED,
    [{ constructor: 'x' }],
    JSON.parse('{ "__proto__": { "polluted": true } }') as unknown,
  ]);
}

function aType(random: SeededRandom, depth: number): unknown {
  const text = new Y.Text('ord');
  const xml = new Y.XmlText();
  xml.applyDelta([{ insert: 'ord', attributes: { bold: jsonValue(random) } }, { insert: {} }]);
  const array = new Y.Array<unknown>();
  array.insert(0, [jsonValue(random) ?? 0, new Y.Text('ord'), aMap(random, depth + 1)]);
  return random.pick([
    text,
    xml,
    array,
    aMap(random, depth),
    nestedMap(100),
    new Y.XmlElement('paragraph'),
    new Y.XmlFragment(),
    new Y.XmlHook('hook'),
    new Y.Doc(),
  ]);
}

function jsonValue(random: SeededRandom): unknown {
  return random.pick([
    true,
    1.5,
    'ord',
    '2026-02-30',
    ['a', ['b']],
    { a: { b: null } },
    null,
    SOME_ID,
    { value: 1, date: 'i går' },
  ]);
}

function nestedArray(depth: number): unknown {
  let value: unknown = 'bunn';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

function nestedMap(depth: number): Y.Map<unknown> {
  let map = new Y.Map<unknown>();
  for (let level = 0; level < depth; level += 1) map = new Y.Map([['value', map]]);
  return map;
}
