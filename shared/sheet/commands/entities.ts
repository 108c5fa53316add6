/**
 * Commands on any collection of entities: add, remove, move, change a register, tick a reference,
 * write one entry of a nested map. The files beside this one give them the method's names.
 *
 * Removing an entity leaves references to it where they are: readers pass over what is gone, and
 * when an undo brings the entity back, its links are there again, others' new ones included.
 */
import * as Y from 'yjs';
import type { Command, CommandRefusal, Writer } from '../../document/commands/command.ts';
import {
  ensureText,
  nested,
  replaceText,
  setRegister,
  storeFields,
  writeField,
} from '../../document/commands/write.ts';
import { byOrder, freshKeys, keysBetween, type Ordered } from '../../document/order.ts';
import type { Field } from '../../document/schema/fields.ts';
import { isId, mintId } from '../../ids/ids.ts';
import { COLLECTIONS, type CollectionName, type EntityOf, type IdOf } from '../schema/entities.ts';
import { collectionOf, type EntityMap } from '../schema/roots.ts';

export { ensureText } from '../../document/commands/write.ts';

type FieldsOf<C extends CollectionName> = (typeof COLLECTIONS)[C];
type Keys<C extends CollectionName, N extends string> = {
  [K in keyof FieldsOf<C>]: FieldsOf<C>[K] extends { readonly nature: N } ? K : never;
}[keyof FieldsOf<C>] &
  keyof EntityOf[C] &
  string;

/** Keys replaced whole, the last writer decides. Order has its own command. */
export type RegisterKey<C extends CollectionName> = Exclude<Keys<C, 'register'>, 'order'>;
export type TextKey<C extends CollectionName> = Keys<C, 'text'>;
export type SetKey<C extends CollectionName> = Keys<C, 'set'>;
export type EntriesKey<C extends CollectionName> = Keys<C, 'entries'>;

/** What a new entity starts with; what is left out starts empty. */
export type Draft<C extends CollectionName> = Partial<Omit<EntityOf[C], 'id' | 'order'>>;
export type Patch<C extends CollectionName> = { readonly [K in RegisterKey<C>]?: EntityOf[C][K] };

/** Where in its collection a row goes: right after a row, or first (`null`); absent: last. */
export interface Place {
  readonly after?: string | null;
}

/** Adds an entity and answers its new id. */
export function addEntity<C extends CollectionName>(
  collection: C,
  draft: Draft<C>,
  place: Place = {},
): Command<IdOf<C>> {
  return (doc) => {
    const bad = illTypedKey(collection, draft);
    if (bad !== undefined) return { refused: 'illTyped', field: bad };
    return {
      apply: (writer) => {
        const id = mintId<IdOf<C>>(writer.random);
        const map = collectionOf(doc, collection);
        const [order = ''] = roomsAfter(map, undefined, place, 1, writer);
        putEntity(map, id, collection, { ...draft, order });
        return id;
      },
    };
  };
}

/** Adds several entities, one after the other at a place, and answers their new ids. */
export function addEntities<C extends CollectionName>(
  collection: C,
  drafts: readonly Draft<C>[],
  place: Place = {},
): Command<readonly IdOf<C>[]> {
  return (doc) => {
    for (const draft of drafts) {
      const bad = illTypedKey(collection, draft);
      if (bad !== undefined) return { refused: 'illTyped', field: bad };
    }
    return {
      apply: (writer) => {
        const map = collectionOf(doc, collection);
        const orders = roomsAfter(map, undefined, place, drafts.length, writer);
        return drafts.map((draft, index) => {
          const id = mintId<IdOf<C>>(writer.random);
          putEntity(map, id, collection, { ...draft, order: orders[index] ?? '' });
          return id;
        });
      },
    };
  };
}

/** Removes an entity. Undo brings it back with its words and its links. */
export function removeEntity<C extends CollectionName>(collection: C, id: IdOf<C>): Command {
  return onEntity(collection, id, (_entity, doc) => ({
    apply: () => collectionOf(doc, collection).delete(id),
  }));
}

/** Puts a removed entity back under its own id, as it last read. Refused when it is there already. */
export function restoreEntity<C extends CollectionName>(
  collection: C,
  entity: EntityOf[C],
): Command {
  return (doc) => {
    const map = collectionOf(doc, collection);
    if (map.has(entity.id)) return { refused: 'taken' };
    const { id, ...values } = entity;
    return { apply: () => putEntity(map, id, collection, values) };
  };
}

/** Moves a row to its place among the others. */
export function moveEntity<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  place: Place,
): Command {
  return onEntity(collection, id, (entity, doc) => ({
    apply: (writer) => {
      if (place.after === id) return;
      const [order = ''] = roomsAfter(collectionOf(doc, collection), id, place, 1, writer);
      entity.set('order', order);
    },
  }));
}

/** Replaces registers: a status, a date, a colour. Keys that already hold the value are left. */
export function patchEntity<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  patch: Patch<C>,
): Command {
  return onEntity(collection, id, (entity) => {
    const bad = illTypedKey(collection, patch);
    if (bad !== undefined) return { refused: 'illTyped', field: bad };
    return {
      apply: () => {
        for (const [key, value] of Object.entries(patch)) {
          writeField(entity, key, fieldOf(collection, key), value as never);
        }
      },
    };
  });
}

/** Ticks or unticks one reference in a set. */
export function linkEntity<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  key: SetKey<C>,
  target: string,
  isLinked: boolean,
): Command {
  return onEntity(collection, id, (entity) => {
    if (!isId(target)) return { refused: 'illTyped', field: key };
    return {
      apply: () => setRegister(nested(entity, key), target, isLinked ? true : undefined),
    };
  });
}

/**
 * Writes one entry of a nested map, given as a path: `['2026']` in a year table, `['value']` in a
 * measure, `['factors', 'pris']` in a calculation. Undefined removes it. `isValid` is asked of the
 * value before anything is written.
 */
export function setEntry<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  key: EntriesKey<C>,
  path: readonly [string, ...string[]],
  value: unknown,
  isValid: boolean,
): Command {
  return onEntity(collection, id, (entity) => {
    if (value !== undefined && !isValid) return { refused: 'illTyped', field: key };
    return {
      apply: () => {
        let map = nested(entity, key);
        for (const step of path.slice(0, -1)) map = nested(map, step);
        const last = path[path.length - 1] ?? '';
        setRegister(map, last, value);
      },
    };
  });
}

/** Makes the words of a cell read as given, keeping what the old and the new have in common. */
export function setEntityText<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  key: TextKey<C>,
  value: string,
): Command {
  return onEntity(collection, id, (entity) => ({
    apply: () => replaceText(ensureText(entity, key), value),
  }));
}

/** Stores a whole plain entity under an id. For `addEntity`, creation and import. */
export function putEntity(
  map: Y.Map<unknown>,
  id: string,
  collection: CollectionName,
  values: Readonly<Record<string, unknown>>,
): void {
  map.set(id, storeFields(COLLECTIONS[collection], values));
}

/** The rows of a collection as everybody reads them. */
export function orderedRows(map: Y.Map<unknown>): readonly Ordered[] {
  const rows: Ordered[] = [];
  for (const [id, entity] of map) {
    if (!(entity instanceof Y.Map)) continue;
    const order: unknown = entity.get('order');
    rows.push({ id, order: typeof order === 'string' ? order : '' });
  }
  return rows.sort(byOrder);
}

function onEntity<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  plan: (entity: EntityMap, doc: Y.Doc) => ReturnType<Command>,
): Command {
  return (doc) => {
    const entity = collectionOf(doc, collection).get(id);
    if (!(entity instanceof Y.Map)) return { refused: 'gone' } satisfies CommandRefusal;
    return plan(entity, doc);
  };
}

/** Order keys for the place; where the neighbours' keys leave no room, all rows get new ones. */
function roomsAfter(
  map: Y.Map<unknown>,
  moving: string | undefined,
  place: Place,
  count: number,
  writer: Writer,
): readonly string[] {
  const rows = orderedRows(map).filter((row) => row.id !== moving);
  const at = indexAfter(rows, place);
  const [above, below] = [rows[at - 1]?.order ?? null, rows[at]?.order ?? null];
  const keys = keysBetween(above, below, count, writer.random);
  if (keys !== undefined) return keys;
  const fresh = freshKeys(rows.length);
  rows.forEach((row, index) => {
    const entity = map.get(row.id);
    if (entity instanceof Y.Map) setRegister(entity, 'order', fresh[index]);
  });
  return keysBetween(fresh[at - 1] ?? null, fresh[at] ?? null, count, writer.random) ?? [];
}

function indexAfter(rows: readonly Ordered[], place: Place): number {
  if (place.after === null) return 0;
  if (place.after === undefined) return rows.length;
  const found = rows.findIndex((row) => row.id === place.after);
  return found === -1 ? rows.length : found + 1;
}

function illTypedKey(
  collection: CollectionName,
  values: Readonly<Record<string, unknown>>,
): string | undefined {
  return Object.keys(values).find(
    (key) => !fieldOf(collection, key).schema.safeParse(values[key]).success,
  );
}

function fieldOf(collection: CollectionName, key: string): Field<never> {
  const field = (COLLECTIONS[collection] as Readonly<Record<string, unknown>>)[key];
  if (field === undefined) throw new RangeError(`${collection} has no field ${key}`);
  return field as Field<never>;
}
