/** Turns that add, remove, restore and move the rows of a table. */

import type * as Y from 'yjs';
import type { TiltakId } from '../../shared/ids/ids.ts';
import { orderedRows } from '../../shared/sheet/commands/entities.ts';
import type { CollectionName, EntityOf } from '../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { COLLECTION_NAMES } from '../world/sheets.ts';

import { LINKS } from './commands.ts';
import { flatEntity } from './flat.ts';
import type { Turn, World } from './turn.ts';
import { aPatch, TITLES } from './values.ts';

export function addRow(turn: Turn): void {
  const name = turn.random.pick(COLLECTION_NAMES);
  const tiltak = turn.idsOf('tiltak');
  if (name === 'gevinster' && tiltak.length > 0 && turn.random.chance(0.3)) {
    addOfTiltak(turn, turn.random.pick(tiltak) as TiltakId);
    return;
  }
  const draft = aDraft(turn, name);
  const place = aPlace(turn, name);
  const ordersBefore = ordersOf(turn, name);
  const id = turn.does(
    `add ${name} after ${String(place.after)}`,
    turn.rows[name].add(draft, place),
  );
  const order = ordersOf(turn, name).get(id);
  turn.makes(
    turn.world.model.slot(`${name}/${id}`),
    flatEntity(name, { ...draft, order }),
    collectionOf(turn.doc, name).get(id),
  );
  expectPlace(turn, name, id, place.after);
  recordRepairs(turn, name, ordersBefore, new Set([id]));
  rememberPlace(turn, name, id);
}

function addOfTiltak(turn: Turn, tiltak: TiltakId): void {
  const ordersBefore = ordersOf(turn, 'gevinster');
  const command = turn.commands.addGevinstOfTiltak(tiltak);
  const id = turn.does(`add gevinst of ${tiltak}`, command);
  const order = ordersOf(turn, 'gevinster').get(id);
  turn.makes(
    turn.world.model.slot(`gevinster/${id}`),
    flatEntity('gevinster', { tiltak: [tiltak], order }),
    collectionOf(turn.doc, 'gevinster').get(id),
  );
  recordRepairs(turn, 'gevinster', ordersBefore, new Set([id]));
  rememberPlace(turn, 'gevinster', id);
}

export function removeRow(turn: Turn): void {
  const entity = turn.someEntity();
  if (entity === undefined) return;
  const { name, id, plain } = entity;
  turn.does(`remove ${name}/${id}`, turn.rows[name].remove(id));
  turn.sets(turn.world.model.slot(`${name}/${id}`), undefined);
  turn.world.removed.push({ name, entity: plain });
}

export function restoreRow(turn: Turn): void {
  const { removed } = turn.world;
  const gone = removed.filter(({ name, entity }) => !collectionOf(turn.doc, name).has(entity.id));
  if (gone.length === 0) return;
  const { name, entity } = turn.random.pick(gone);
  const command = turn.commands.restoreEntity(name, entity as EntityOf[CollectionName]);
  turn.does(`restore ${name}/${entity.id}`, command);
  turn.makes(
    turn.world.model.slot(`${name}/${entity.id}`),
    flatEntity(name, entity),
    collectionOf(turn.doc, name).get(entity.id),
  );
}

export function moveRow(turn: Turn): void {
  const entity = turn.someEntity();
  if (entity === undefined) return;
  const { name, id } = entity;
  const place = aPlace(turn, name);
  if (place.after === id) return;
  const before = ordersOf(turn, name);
  const what = `move ${name}/${id} after ${String(place.after)}`;
  turn.does(what, turn.rows[name].move(id, place));
  turn.sets(entity.thing.slot('order'), ordersOf(turn, name).get(id));
  expectPlace(turn, name, id, place.after);
  recordRepairs(turn, name, before, new Set([id]));
  rememberPlace(turn, name, id);
}

/** What a new entity may start with: words, registers, and links to what is there. */
export function aDraft(turn: Turn, name: CollectionName): Record<string, unknown> {
  const { random } = turn;
  const draft = random.chance(0.5) ? aPatch(name, random) : {};
  if (random.chance(0.7)) draft[TITLES[name]] = turn.world.tokens.some(random.int(3)).join('');
  const link = LINKS[name];
  if (link !== undefined && random.chance(0.5)) {
    draft[link.key] = random.shuffled(turn.idsOf(link.to)).slice(0, 2).sort();
  }
  return draft;
}

function aPlace(turn: Turn, name: CollectionName): { after?: string | null } {
  const ids = turn.idsOf(name);
  if (turn.random.chance(0.2)) return {};
  if (turn.random.chance(0.1)) return { after: 'en-rad-som-er-borte' };
  return { after: turn.random.pick([null, ...ids]) };
}

export function ordersOf(turn: Turn, name: CollectionName): Map<string, string> {
  return new Map(orderedRows(collectionOf(turn.doc, name)).map(({ id, order }) => [id, order]));
}

/** The row stands where it was put, in the copy of who put it there. */
export function expectPlace(
  turn: Turn,
  name: CollectionName,
  id: string,
  after: string | null | undefined,
): void {
  const ids = turn.idsOf(name);
  const others = ids.filter((other) => other !== id);
  const found = after === null || after === undefined ? -1 : others.indexOf(after);
  const last = after === undefined || (after !== null && found === -1);
  const expected = last ? others.length : found + 1;
  if (ids.indexOf(id) !== expected) {
    throw new Error(`${name}/${id} stands at ${ids.indexOf(id)}, was put at ${expected}`);
  }
}

/** Where keys left no room, the other rows got new ones: those are writes too. */
export function recordRepairs(
  turn: Turn,
  name: CollectionName,
  before: ReadonlyMap<string, string>,
  moved: ReadonlySet<string>,
): void {
  for (const [id, order] of ordersOf(turn, name)) {
    if (moved.has(id) || before.get(id) === order) continue;
    const stored = collectionOf(turn.doc, name).get(id);
    const thing = turn.thingAt(turn.world.model.slot(`${name}/${id}`), stored);
    turn.leaves(thing, 'order', before.get(id), order);
  }
}

export function rememberPlace(turn: Turn, name: CollectionName, id: string): void {
  const rows = orderedRows(collectionOf(turn.doc, name));
  const index = rows.findIndex((row) => row.id === id);
  const trio = rows.slice(Math.max(0, index - 1), index + 2);
  turn.world.placements.push({ name, id, rows: trio });
}

/** The rows that nobody moved since somebody put them in order, and that stand in another now. */
export function misplaced(world: World, doc: Y.Doc): string[] {
  return world.placements.flatMap(({ name, id, rows }) => {
    const now = orderedRows(collectionOf(doc, name));
    const orders = new Map(now.map((row) => [row.id, row.order]));
    const unmoved = rows.filter((row) => orders.get(row.id) === row.order).map((row) => row.id);
    const standing = now.map((row) => row.id).filter((row) => unmoved.includes(row));
    const isKept = unmoved.every((row, index) => standing[index] === row);
    return isKept
      ? []
      : [`${name}/${id} stands in ${standing.join()}, was put in ${unmoved.join()}`];
  });
}
