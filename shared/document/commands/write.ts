/**
 * How values get into the document, below the commands: a cell's words by the smallest edit, a
 * register only when it changes, a map entry by entry. Only commands and migrations call these.
 */
import * as Y from 'yjs';
import { type EntityMap, type Fields, fieldsIn } from '../kind.ts';
import { build, type Field, plainText, type Stored } from '../schema/fields.ts';
import { isSameJson, storedJson, storedText } from '../schema/json.ts';
import { textDiff } from './textDiff.ts';

/**
 * The Y.Text of a cell, made where it is missing or where an older writer left a plain string.
 * Called only when somebody begins to write there, inside the writer's transaction. It holds
 * words alone: anything else, which only a foreign client can have put there, would shift every
 * index, and is taken out.
 */
export function ensureText(entity: EntityMap, key: string): Y.Text {
  const stored = entity.get(key);
  if (stored instanceof Y.Text) {
    dropEmbeds(stored);
    if (stored.length === plainText(stored).length) return stored;
  }
  const made = new Y.Text(stored instanceof Y.Text ? plainText(stored) : wordsOf(stored));
  entity.set(key, made);
  return made;
}

export function replaceText(text: Y.Text, value: string): void {
  const { index, remove, insert } = textDiff(plainText(text), storedText(value));
  if (remove > 0) text.delete(index, remove);
  if (insert !== '') text.insert(index, insert);
}

function dropEmbeds(text: Y.Text): void {
  if (text.length === plainText(text).length) return;
  const runs: readonly { readonly insert?: unknown }[] = text.toDelta();
  let index = 0;
  for (const { insert } of runs) {
    if (typeof insert === 'string') index += insert.length;
    else text.delete(index, 1);
  }
}

function wordsOf(stored: unknown): string {
  return typeof stored === 'string' ? storedText(stored) : '';
}

/** A Y.Map with every field of a table: nested types always, registers when they have a value. */
export function storeFields(fields: Fields, values: Readonly<Record<string, unknown>>): EntityMap {
  return new Y.Map(storedEntries(fields, values));
}

/** The same as fresh entries, for a map that is already in the document. */
export function storedEntries(
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
): [string, unknown][] {
  return fieldsIn(fields).flatMap(([key, { initial, store }]) => {
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

/**
 * Makes a field of an entity read as given. Where nothing is stored and nothing is what it means,
 * nothing is written: an absent key is nobody's decision, and writing one could override somebody's.
 */
export function writeField<T>(entity: EntityMap, key: string, field: Field<T>, value: T): void {
  if (!entity.has(key) && isSameJson(value, field.initial)) return;
  mergeStored(entity, key, field.store(value));
}

/** Sets a key (undefined removes it) unless it holds the same already: no write, no tombstone. */
export function setRegister(map: Y.Map<unknown>, key: string, value: unknown): void {
  const stored = storedJson(value);
  if (stored === undefined) {
    if (map.has(key)) map.delete(key);
  } else if (!isSameJson(map.get(key), stored)) map.set(key, stored);
}

/** The Y.Map under a key, made where it is missing or where an older writer left a plain object. */
export function nested(map: Y.Map<unknown>, key: string): Y.Map<unknown> {
  const stored = map.get(key);
  if (stored instanceof Y.Map) return stored;
  const made = new Y.Map<unknown>();
  if (typeof stored === 'object' && stored !== null && !(stored instanceof Y.AbstractType)) {
    for (const [name, value] of Object.entries(stored)) if (canStand(value)) made.set(name, value);
  }
  map.set(key, made);
  return made;
}

/** Yjs tells what to store by `constructor`: what has a key of that name may stand only deeper down. */
function canStand(value: unknown): boolean {
  return typeof value !== 'object' || value === null || !Object.hasOwn(value, 'constructor');
}
