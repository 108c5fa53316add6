/** What people do in the form with the same notes, and what other programs may write. */
import * as Y from 'yjs';
import { keysOf } from '../../client/canvas/binding/storedRecord.ts';
import { aBinding, aGeo, shapeId } from '../../client/canvas/binding/testBoard.ts';
import { type CanvasValue, putCanvasRecord } from '../../shared/sheet/commands/canvas.ts';
import { setEntityText } from '../../shared/sheet/commands/entities.ts';
import {
  addLapp,
  groupLapper,
  moveLapp,
  moveLappToSection,
  newGroup,
  patchLapp,
  removeLapp,
} from '../../shared/sheet/commands/lapp.ts';
import { convertLapp } from '../../shared/sheet/commands/lappConvert.ts';
import { removeTiltak } from '../../shared/sheet/commands/tiltak.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { LAPP_COLORS, SECTION_KEYS } from '../../shared/sheet/schema/vocabulary.ts';
import type { SeededRandom } from '../world/sheets.ts';
import type { Person } from './boards.ts';

type Act = (person: Person, random: SeededRandom) => void;

const lapper = ({ board }: Person) => board.snapshot().lapper;
const words = (random: SeededRandom) => `lapp ${random.int(1000)}`;
const place = (random: SeededRandom) => [random.int(900), random.int(900)] as const;

const add: Act = (person, random) => {
  const section = random.chance(0.5) ? random.pick(SECTION_KEYS) : null;
  person.inForm(addLapp({ text: words(random), xy: place(random), section }));
};

function onOne(act: (person: Person, random: SeededRandom, id: never) => void): Act {
  return (person, random) => {
    const all = lapper(person);
    if (all.length > 0) act(person, random, random.pick(all).id as never);
  };
}

const write = onOne((person, random, id) =>
  person.inForm(setEntityText('lapper', id, 'text', words(random))),
);
const colour = onOne((person, random, id) =>
  person.inForm(patchLapp(id, { color: random.pick(LAPP_COLORS) })),
);
const moveIt = onOne((person, random, id) =>
  person.inForm(moveLappToSection(id, random.pick(SECTION_KEYS), place(random))),
);
const sort = onOne((person, random, id) => {
  const after = random.chance(0.3) ? null : random.pick(lapper(person)).id;
  person.inForm(moveLapp(id, { after }));
});
const remove = onOne((person, _random, id) => person.inForm(removeLapp(id)));
const band = onOne((person, random, id) =>
  person.inForm(groupLapper([id, random.pick(lapper(person)).id], newGroup(random.bytes))),
);
const convert = onOne((person, _random, id) => person.inForm(convertLapp(id, 'tiltak')));

const removeRow: Act = (person, random) => {
  const { tiltak } = person.board.snapshot();
  if (tiltak.length > 0) person.inForm(removeTiltak(random.pick(tiltak).id));
};

const HOSTILE: readonly unknown[] = [
  'no record',
  null,
  { base: { typeName: 'shape', type: 'geo' } },
  { base: { typeName: 'shape', type: 'lapp' }, props: { text: 'posing' } },
  { base: { typeName: 'binding', type: 'arrow', fromId: 'shape:0', toId: 'shape:0' } },
  { base: { typeName: 'page' }, xy: [0, 0] },
  { base: 'x', xy: 'y', props: 3 },
];

/** What another program wrote that is no record, some of it over one that was. */
const spoil: Act = (person, random) => {
  const canvas = collectionOf(person.doc, 'canvas');
  const ids = [...canvas.keys(), 'shape:0', 'binding:0', 'page:page', 'shape:lapp-0', 'nothing'];
  const id = random.pick(ids);
  const stored = canvas.get(id);
  if (stored instanceof Y.Map && random.chance(0.7)) {
    const key = random.pick(['xy', 'index', 'parentId', 'prop:color', 'props', 'new']);
    const value = random.pick(['?', 7, null, [1e300, 0], 'a1', 'shape:0']);
    person.inForm(putCanvasRecord(id, { [key]: value }));
    return;
  }
  const value = random.pick(HOSTILE);
  person.doc.transact(() => {
    const isMap = typeof value === 'object' && value !== null && random.chance(0.8);
    canvas.set(id, isMap ? new Y.Map(Object.entries(value)) : value);
  });
};

/** What another program wrote that is a record, with indices, parents and ends of its own choice. */
const drawElsewhere: Act = (person, random) => {
  const ids = [...collectionOf(person.doc, 'canvas').keys()];
  const shapes = ids.filter((id) => id.startsWith('shape:'));
  const index = random.pick(['a1', 'a1', 'a2', '', 'a10', 'nonsense']);
  const parentId = random.pick([...shapes, 'page:page', 'shape:gone']);
  const arrow = random.pick([...shapes, 'shape:gone']);
  const binding = aBinding('x', arrow, random.pick([...shapes, 'shape:gone']), 'end');
  const name = `e${random.int(4)}`;
  const [id, record] = random.chance(0.6)
    ? ([shapeId(name), aGeo(name, { index: index as never, parentId: parentId as never })] as const)
    : ([`binding:${name}`, binding] as const);
  person.inForm(putCanvasRecord(id, keysOf(record) as Record<string, CanvasValue>));
};

/** What is done, and how often: the first number of every line, out of their sum. */
export const FORM_ACTIONS: readonly (readonly [number, Act])[] = [
  [6, add],
  [5, write],
  [3, colour],
  [5, moveIt],
  [4, sort],
  [3, remove],
  [2, band],
  [3, convert],
  [3, removeRow],
  [6, drawElsewhere],
  [3, spoil],
];
