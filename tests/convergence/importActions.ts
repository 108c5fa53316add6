/** Turns that import a snapshot: the peer's own, changed as another program may have changed it. */

import { base64url } from '../../shared/ids/ids.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { PROSE_SECTIONS } from '../../shared/sheet/schema/vocabulary.ts';
import {
  parseSnapshot,
  readSnapshot,
  type Snapshot,
} from '../../shared/sheet/snapshot/snapshot.ts';
import { at, COLLECTION_NAMES, paragraph } from '../world/sheets.ts';

import { LINKS } from './commands.ts';
import { type Flat, flatEntity, flatRecord } from './flat.ts';
import { SECTIONS } from './proseModel.ts';
import { aDraft } from './rowActions.ts';
import type { Turn } from './turn.ts';
import { aPatch, TITLES } from './values.ts';

/** Snapshots are readonly for everybody else; here one is rewritten before it is imported. */
type Mutable = { -readonly [K in keyof Snapshot]: Snapshot[K] };

export function importSome(turn: Turn): void {
  const { random, world } = turn;
  const { snapshot } = readSnapshot(turn.doc);
  const incoming: Mutable = { ...snapshot };
  // An import may leave things out: nothing of them is to go.
  if (random.chance(0.5)) incoming.comments = [];
  if (random.chance(0.3)) incoming.canvas = [];
  const effects = [
    ...(random.chance(0.6) ? [addsRow(turn, incoming)] : []),
    ...(random.chance(0.6) ? [changesRow(turn, incoming)] : []),
    ...(random.chance(0.5) ? [addsProse(turn, incoming)] : []),
    ...(random.chance(0.5) ? [addsShape(turn, incoming)] : []),
  ];
  const places = PROSE_SECTIONS.map((section) => world.prose.places(turn.doc, section));
  turn.does('import', turn.commands.importSnapshot(incoming));
  PROSE_SECTIONS.forEach((section, index) => {
    const before = places[index];
    if (before === undefined) return;
    world.prose.follow(section, before, world.prose.places(turn.doc, section));
  });
  for (const effect of effects) effect();
}

type Effect = () => void;

function addsRow(turn: Turn, incoming: Mutable): Effect {
  const name = turn.random.pick(COLLECTION_NAMES);
  const id = base64url(turn.random.bytes(16));
  const { plain, flat } = parsed(name, id, { ...aDraft(turn, name), order: 'a5' });
  turn.world.log.push(`  with ${name}/${id} new`);
  replaceRows(incoming, name, (rows) => [...rows, plain]);
  return () => {
    const stored = collectionOf(turn.doc, name).get(id);
    turn.makes(turn.world.model.slot(`${name}/${id}`), flat, stored);
  };
}

/** An entity that is there, or was: with new registers, new words at the end, and a new link. */
function changesRow(turn: Turn, incoming: Mutable): Effect {
  const { random, world } = turn;
  const entity = turn.someEntity();
  if (entity === undefined) return () => {};
  const { name, id } = entity;
  const title = TITLES[name];
  const put = world.tokens.some(random.int(3));
  const words = `${entity.flat.cells.get(title) ?? ''}${put.join('')}`;
  const patch = aPatch(name, random);
  const link = LINKS[name];
  const target = link === undefined ? undefined : random.pick([undefined, ...turn.idsOf(link.to)]);
  const links = link === undefined ? {} : { [link.key]: target === undefined ? [] : [target] };
  turn.world.log.push(
    `  with ${name}/${id} ${JSON.stringify({ ...links, ...patch, [title]: put })}`,
  );
  replaceRows(incoming, name, (rows) =>
    rows.map((row) => (row.id === id ? { ...row, ...links, ...patch, [title]: words } : row)),
  );
  return () => {
    for (const [key, value] of Object.entries(patch)) {
      turn.leaves(entity.thing, key, entity.flat.registers.get(key), value);
    }
    if (put.length > 0) turn.edits(entity.thing, title, [], put);
    if (link === undefined || target === undefined) return;
    const key = `${link.key}/${target}`;
    turn.leaves(entity.thing, key, entity.flat.registers.get(key), true);
  };
}

function addsProse(turn: Turn, incoming: Mutable): Effect {
  const section = turn.random.pick(SECTIONS);
  const line = paragraph(turn.world.tokens.next());
  const there = turn.random.chance(0.5) ? incoming.sections[section] : [];
  incoming.sections = { ...incoming.sections, [section]: [...there, line] };
  return () => turn.touches();
}

function addsShape(turn: Turn, incoming: Mutable): Effect {
  const id = `shape:${base64url(turn.random.bytes(6))}`;
  const keys = { xy: [turn.random.int(100), 1], color: 'red' };
  incoming.canvas = [...incoming.canvas, { ...keys, id }];
  return () => {
    const stored = collectionOf(turn.doc, 'canvas').get(id);
    turn.makes(turn.world.model.slot(`canvas/${id}`), flatRecord(keys), stored);
  };
}

/** A row as `parseSnapshot` gives it, with everything that was left out. */
function parsed(
  name: CollectionName,
  id: string,
  values: object,
): { readonly plain: { readonly id: string }; readonly flat: Flat } {
  const answer = parseSnapshot({ schemaVersion: 3, sheet: {}, [name]: [{ ...values, id }] });
  if ('faults' in answer) throw new Error(answer.faults.join());
  const plain = at<{ readonly id: string }>(answer.snapshot[name]);
  return { plain, flat: flatEntity(name, plain) };
}

function replaceRows(
  incoming: Mutable,
  name: CollectionName,
  change: (rows: readonly { readonly id: string }[]) => readonly { readonly id: string }[],
): void {
  Object.assign(incoming, { [name]: change(incoming[name]) });
}
