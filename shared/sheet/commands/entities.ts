/**
 * Commands on any collection of entities: add, remove, move, change a register, tick a reference,
 * write one entry of a nested map. The files beside this one give them the method's names.
 *
 * Removing an entity leaves references to it where they are: readers pass over what is gone, and
 * when an undo brings the entity back, its links are there again, others' new ones included.
 */
import * as Y from 'yjs';
import { mintId } from '../../ids/ids.ts';
import { byOrder, freshKeys, keyBetween, type Ordered } from '../order.ts';
import { COLLECTIONS, type CollectionName, type EntityOf, type IdOf } from '../schema/entities.ts';
import { build, type Field, type Stored } from '../schema/fields.ts';
import { collectionOf, type EntityMap } from '../schema/roots.ts';

import type { Command, CommandRefusal, Writer } from './command.ts';
import { textDiff } from './textDiff.ts';

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
        const key = roomAfter(collectionOf(doc, collection), undefined, place, writer);
        putEntity(collectionOf(doc, collection), id, collection, { ...draft, order: key });
        return id;
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

/** Moves a row to its place among the others. */
export function moveEntity<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  place: Place,
): Command {
  return onEntity(collection, id, (entity, doc) => ({
    apply: (writer) => {
      if (place.after === id) return;
      entity.set('order', roomAfter(collectionOf(doc, collection), id, place, writer));
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
          mergeStored(entity, key, fieldOf(collection, key).store(value as never));
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
  return onEntity(collection, id, (entity) => ({
    apply: () => {
      const set = nested(entity, key);
      if (isLinked) setRegister(set, target, true);
      else if (set.has(target)) set.delete(target);
    },
  }));
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
        if (value === undefined) map.delete(last);
        else setRegister(map, last, value);
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

/**
 * The Y.Text of a cell, made where it is missing or where an older writer left a plain string.
 * Called only when somebody begins to write there, inside the writer's transaction.
 */
export function ensureText(entity: EntityMap, key: string): Y.Text {
  const stored = entity.get(key);
  if (stored instanceof Y.Text) return stored;
  const made = new Y.Text(typeof stored === 'string' ? stored : '');
  entity.set(key, made);
  return made;
}

export function replaceText(text: Y.Text, value: string): void {
  const { index, remove, insert } = textDiff(text.toString(), value);
  if (remove > 0) text.delete(index, remove);
  if (insert !== '') text.insert(index, insert);
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

/** A Y.Map with every field of a table: nested types always, registers when they have a value. */
export function storeFields(
  fields: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): EntityMap {
  return new Y.Map(storedEntries(fields, values));
}

/** The same as fresh entries, for a map that is already in the document. */
export function storedEntries(
  fields: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): [string, unknown][] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const { initial, store } = field as Field<unknown>;
    const stored = store(key in values ? values[key] : initial);
    return stored === undefined ? [] : [[key, build(stored)] as [string, unknown]];
  });
}

/** Writes a value over what stands under the key: words by the smallest edit, maps entry by entry. */
export function mergeStored(map: Y.Map<unknown>, key: string, stored: Stored | undefined): void {
  if (stored === undefined) setRegister(map, key, undefined);
  else if (stored.as === 'value') setRegister(map, key, stored.value);
  else if (stored.as === 'text') replaceText(ensureText(map, key), stored.text);
  else {
    const into = nested(map, key);
    for (const [entry, value] of stored.entries) mergeStored(into, entry, value);
  }
}

/** Sets a key unless it already holds the same value: no write, no tombstone. */
export function setRegister(map: Y.Map<unknown>, key: string, stored: unknown): void {
  if (stored === undefined) {
    if (map.has(key)) map.delete(key);
  } else if (!isSame(map.get(key), stored)) map.set(key, stored);
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

/** An order key for the place; where the neighbours' keys leave no room, all rows get new ones. */
function roomAfter(
  map: Y.Map<unknown>,
  moving: string | undefined,
  place: Place,
  writer: Writer,
): string {
  const rows = orderedRows(map).filter((row) => row.id !== moving);
  const at = indexAfter(rows, place);
  const key = keyBetween(rows[at - 1]?.order ?? null, rows[at]?.order ?? null, writer.random);
  if (key !== undefined) return key;
  const fresh = freshKeys(rows.length);
  rows.forEach((row, index) => {
    const entity = map.get(row.id);
    if (entity instanceof Y.Map) setRegister(entity, 'order', fresh[index]);
  });
  return keyBetween(fresh[at - 1] ?? null, fresh[at] ?? null, writer.random) ?? '';
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

function nested(map: Y.Map<unknown>, key: string): Y.Map<unknown> {
  const stored = map.get(key);
  if (stored instanceof Y.Map) return stored;
  const made = new Y.Map<unknown>();
  if (typeof stored === 'object' && stored !== null && !(stored instanceof Y.AbstractType)) {
    for (const [name, value] of Object.entries(stored)) made.set(name, value);
  }
  map.set(key, made);
  return made;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Y.AbstractType || b instanceof Y.AbstractType) return false;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
