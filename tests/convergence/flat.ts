/**
 * A sheet as the model sees one: registers by path, cells by path, and things inside it that come
 * and go. Made from what a document reads as, and turned into an Instance for what is newly made.
 */

import type * as Y from 'yjs';
import type { Field } from '../../shared/document/schema/fields.ts';
import {
  COLLECTIONS,
  COMMENT,
  type CollectionName,
  HEADER,
  MESSAGE,
} from '../../shared/sheet/schema/entities.ts';
import { readCollection, readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { COLLECTION_NAMES } from '../world/sheets.ts';

import { Instance, type Knower, type WriteEvent } from './model.ts';
import type { Tokens } from './tokens.ts';

export interface Flat {
  readonly registers: Map<string, unknown>;
  readonly cells: Map<string, string>;
  readonly inner: Map<string, Flat>;
}

type Fields = Readonly<Record<string, unknown>>;

/** A whole document, links to what is gone included. */
export function flatSheet(doc: Y.Doc): Flat {
  const { snapshot } = readSnapshot(doc);
  const sheet = flatFields(HEADER, snapshot.sheet);
  for (const [key, label] of Object.entries(snapshot.sheet.labels)) {
    sheet.registers.set(`labels/${key}`, label);
  }
  for (const name of COLLECTION_NAMES) {
    for (const entity of readCollection(doc, name)) {
      sheet.inner.set(`${name}/${entity.id}`, flatEntity(name, entity));
    }
  }
  for (const { id, ...keys } of snapshot.canvas) {
    sheet.inner.set(`canvas/${id}`, flatRecord(keys));
  }
  for (const comment of snapshot.comments)
    sheet.inner.set(`comments/${comment.id}`, flatComment(comment));
  return sheet;
}

export function flatEntity(name: CollectionName, entity: object): Flat {
  return flatFields(COLLECTIONS[name], entity);
}

export function flatRecord(keys: Fields): Flat {
  return { registers: new Map(Object.entries(keys)), cells: new Map(), inner: new Map() };
}

export function flatComment({
  messages,
  ...thread
}: {
  readonly messages: readonly ({ readonly id: string } & object)[];
}): Flat {
  const flat = flatFields(COMMENT, thread);
  for (const message of messages) {
    flat.inner.set(`messages/${message.id}`, flatFields(MESSAGE, message));
  }
  return flat;
}

/** A measured day. A day without comment and one with an empty comment read alike. */
export function flatDay(value: number, comment?: string): Flat {
  const keys = { value, ...(comment === undefined || comment === '' ? {} : { comment }) };
  return flatRecord(keys);
}

function flatFields(fields: Fields, plain: object): Flat {
  const flat: Flat = { registers: new Map(), cells: new Map(), inner: new Map() };
  const values = new Map<string, unknown>(Object.entries(plain));
  for (const [key, field] of Object.entries(fields)) {
    const { nature, initial } = field as Field<unknown>;
    const value = values.has(key) ? values.get(key) : initial;
    if (nature === 'text') flat.cells.set(key, String(value));
    else if (nature === 'set') {
      for (const id of value as readonly string[]) flat.registers.set(`${key}/${id}`, true);
    } else if (nature === 'entries') flattenEntries(flat, key, value);
    else if (value !== null) flat.registers.set(key, value);
  }
  return flat;
}

function flattenEntries(flat: Flat, path: string, value: unknown): void {
  if (Array.isArray(value)) {
    for (const day of value as readonly { date: string; value: number; comment: string }[]) {
      flat.inner.set(`${path}/${day.date}`, flatDay(day.value, day.comment));
    }
  } else if (path.endsWith('/assumptions')) flat.cells.set(path, String(value));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) flattenEntries(flat, `${path}/${key}`, entry);
  } else if (value !== null) flat.registers.set(path, value);
}

/** A new thing that starts out like this. */
export function instanceOf(flat: Flat, tokens: Tokens, event?: WriteEvent, by?: Knower): Instance {
  const instance = new Instance();
  for (const [key, value] of flat.registers) instance.slot(key).write(value, event, by);
  for (const [key, words] of flat.cells) instance.cell(key).put(tokens.read(words));
  for (const [key, inner] of flat.inner) {
    instance.slot(key).write(instanceOf(inner, tokens, event, by), event, by);
  }
  return instance;
}
