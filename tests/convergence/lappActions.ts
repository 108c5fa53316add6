/** Turns on lapper beyond what all rows have: several at once, other sections, groups, conversion. */
import * as Y from 'yjs';
import type { LappId } from '../../shared/ids/ids.ts';
import type { Lapp } from '../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { BECAME_TYPES, SECTION_KEYS } from '../../shared/sheet/schema/vocabulary.ts';
import { BECAME_COLLECTIONS } from '../../shared/sheet/snapshot/became.ts';
import { readHeader } from '../../shared/sheet/snapshot/snapshot.ts';
import { flatEntity } from './flat.ts';
import { expectPlace, ordersOf, recordRepairs, rememberPlace } from './rowActions.ts';
import type { LocalEntity, Turn } from './turn.ts';
import { TITLES } from './values.ts';

/** Pasted lines: a lapp each, together in one place of the list. */
export function addNotes(turn: Turn): void {
  const { random, commands, world } = turn;
  const texts = world.tokens.some(1 + random.int(4));
  const draft = { section: random.pick(SECTION_KEYS), color: 'gul', author: 'Kari' };
  const places = texts.map(() => [random.int(1000), random.int(1000)] as const);
  const after = random.pick([null, undefined, ...turn.idsOf('lapper')]);
  const place = after === undefined ? {} : { after };
  const before = ordersOf(turn, 'lapper');
  const idsBefore = turn.idsOf('lapper');
  const command = commands.addLapper(texts, draft, places, place);
  const ids = turn.does(`add ${texts.length} lapper after ${String(after)}`, command);
  const orders = ordersOf(turn, 'lapper');
  ids.forEach((id, index) => {
    const values = { ...draft, text: texts[index], xy: places[index], order: orders.get(id) };
    const slot = world.model.slot(`lapper/${id}`);
    turn.makes(slot, flatEntity('lapper', values), collectionOf(turn.doc, 'lapper').get(id));
    rememberPlace(turn, 'lapper', id);
  });
  const at = after === undefined ? idsBefore.length : idsBefore.indexOf(after ?? '') + 1;
  const [are, shouldBe] = [turn.idsOf('lapper').join(), idsBefore.toSpliced(at, 0, ...ids).join()];
  if (are !== shouldBe) throw new Error(`lapper stand in ${are}, were put in ${shouldBe}`);
  recordRepairs(turn, 'lapper', before, new Set<string>(ids));
}

export function moveNoteToSection(turn: Turn): void {
  const entity = turn.someEntity(['lapper']);
  if (entity === undefined) return;
  const { random, commands } = turn;
  const section = random.chance(0.2) ? null : random.pick(SECTION_KEYS);
  const xy = [random.int(1000), random.int(1000)] as const;
  const command = commands.moveLappToSection(entity.id as LappId, section, xy);
  turn.does(`lapp ${entity.id} to ${section}`, command);
  turn.leaves(entity.thing, 'section', entity.flat.registers.get('section'), section);
  turn.leaves(entity.thing, 'xy', entity.flat.registers.get('xy'), xy);
}

export function groupNotes(turn: Turn): void {
  const entities = someNotes(turn);
  if (entities.length === 0) return;
  const ids = entities.map(({ id }) => id as LappId);
  const group = turn.random.pick(['', 'gruppe-a', 'gruppe-b']);
  const command =
    group === '' ? turn.commands.ungroupLapper(ids) : turn.commands.groupLapper(ids, group);
  turn.does(`group ${ids.join()} as ${group}`, command);
  for (const { thing, flat } of entities) {
    // A lapp that another program left without a group is in none: there is nothing to write.
    turn.leaves(thing, 'group', flat.registers.get('group'), group);
  }
}

export function arrangeNotes(turn: Turn): void {
  const entities = someNotes(turn);
  if (entities.length === 0) return;
  const { random, commands } = turn;
  const corner = { x: random.int(1000), y: random.int(1000) };
  const ids = entities.map(({ id }) => id as LappId);
  turn.does(`arrange ${ids.join()}`, commands.arrangeLapper(ids, corner));
  for (const { id, thing, flat } of entities) {
    const { xy } = turn.entity('lapper', id).plain as Lapp;
    turn.leaves(thing, 'xy', flat.registers.get('xy'), xy);
  }
}

export function convertNote(turn: Turn): void {
  const entity = turn.someEntity(['lapper']);
  if (entity === undefined) return;
  const { random, commands, doc } = turn;
  const { text, became: before } = entity.plain as Lapp;
  if (before !== null) {
    const there = collectionOf(doc, BECAME_COLLECTIONS[before.type]).get(before.id);
    if (there instanceof Y.Map) return;
  }
  const to = random.pick(BECAME_TYPES);
  const name = BECAME_COLLECTIONS[to];
  const ordersBefore = ordersOf(turn, name);
  const command = commands.convertLapp(entity.id as LappId, to);
  const became = turn.does(`turn ${entity.id} into ${to}`, command);
  const slag = readHeader(doc).kind === 'virksomhet' ? 'utredning' : 'endring';
  const values = {
    [TITLES[name]]: text,
    ...(to === 'tiltak' ? { slag } : {}),
    order: ordersOf(turn, name).get(became.id),
  };
  const stored = collectionOf(doc, name).get(became.id);
  turn.makes(turn.world.model.slot(`${name}/${became.id}`), flatEntity(name, values), stored);
  expectPlace(turn, name, became.id, undefined);
  recordRepairs(turn, name, ordersBefore, new Set([became.id]));
  rememberPlace(turn, name, became.id);
  turn.leaves(entity.thing, 'became', entity.flat.registers.get('became'), became);
}

/** One to three of this peer's lapper, those left out that have only come in part. */
function someNotes(turn: Turn): readonly LocalEntity[] {
  const found = Array.from({ length: 3 }, () => turn.someEntity(['lapper']));
  const byId = new Map(found.flatMap((entity) => (entity ? [[entity.id, entity] as const] : [])));
  return [...byId.values()];
}
