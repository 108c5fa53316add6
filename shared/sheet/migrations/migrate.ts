/**
 * Documents carry the version of the schema they were written with. Older ones are brought up to
 * date on the server before anyone joins, by named steps that are only ever added to. A document
 * of a newer version is left alone: what this version does not know it does not read or change.
 */
import * as Y from 'yjs';
import type { Writer } from '../../document/commands/command.ts';
import { ensureText, mergeStored, nested, setRegister } from '../../document/commands/write.ts';
import { type EntityMap, type Fields, fieldsIn } from '../../document/kind.ts';
import { freshKeys } from '../../document/order.ts';
import { CANVAS_SCHEMA } from '../schema/canvasSchema.ts';
import { COLLECTIONS, type CollectionName, HEADER, MESSAGE } from '../schema/entities.ts';
import { collectionOf, headerOf, SCHEMA_VERSION } from '../schema/roots.ts';
import { readVersion } from '../snapshot/snapshot.ts';

interface Migration {
  readonly name: string;
  /** The version that the document has after it. */
  readonly to: number;
  up(doc: Y.Doc): void;
}

export const MIGRATIONS: readonly Migration[] = [
  { name: 'cells-become-text', to: 2, up: cellsBecomeText },
  { name: 'gevinster-and-maalinger-get-order', to: 3, up: tablesGetOrder },
  { name: 'every-value-can-be-shared', to: 3, up: valuesBecomeShared },
  { name: 'canvas-says-its-form', to: 4, up: canvasSaysItsForm },
];

/** Brings a document up to `SCHEMA_VERSION` in one transaction; answers the names of the steps. */
export function migrate(doc: Y.Doc, writer: Pick<Writer, 'origin'>): readonly string[] {
  const version = readVersion(doc);
  if (version === 0) return [];
  const due = MIGRATIONS.filter((migration) => migration.to > version);
  if (due.length === 0) return [];
  doc.transact(() => {
    for (const migration of due) migration.up(doc);
    headerOf(doc).set('schemaVersion', Math.max(version, SCHEMA_VERSION));
  }, writer.origin);
  return due.map((migration) => migration.name);
}

/** Version 1 kept short cells as plain strings, where the second of two writers won. */
function cellsBecomeText(doc: Y.Doc): void {
  textCells(HEADER, headerOf(doc));
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    for (const entity of collectionOf(doc, name).values()) {
      if (entity instanceof Y.Map) textCells(COLLECTIONS[name], entity);
    }
  }
}

function textCells(fields: Fields, entity: EntityMap): void {
  for (const [key, { nature }] of fieldsIn(fields)) {
    if (nature === 'text' && typeof entity.get(key) === 'string') {
      ensureText(entity, key);
    }
  }
}

/** Version 2 showed gevinster and målinger in order of id; that order is kept, and can be changed. */
function tablesGetOrder(doc: Y.Doc): void {
  for (const name of ['gevinster', 'maalinger'] as const) {
    const map = collectionOf(doc, name);
    const without = [...map.keys()]
      .sort()
      .map((id) => map.get(id))
      .filter((entity) => entity instanceof Y.Map && typeof entity.get('order') !== 'string');
    const keys = freshKeys(without.length);
    without.forEach((entity, index) => {
      if (entity instanceof Y.Map) setRegister(entity, 'order', keys[index]);
    });
  }
}

/**
 * Earlier versions left cells and tables out until somebody wrote there, and kept a measured value
 * as one plain object. Two people who began at the same moment would each have made their own, and
 * the words of one been lost: so every nested type is made here, where nobody writes yet.
 */
function valuesBecomeShared(doc: Y.Doc): void {
  shareValues(HEADER, headerOf(doc));
  nested(headerOf(doc), 'labels');
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    for (const entity of collectionOf(doc, name).values()) {
      if (entity instanceof Y.Map) shareValues(COLLECTIONS[name], entity);
    }
  }
  for (const thread of collectionOf(doc, 'comments').values()) {
    if (!(thread instanceof Y.Map)) continue;
    for (const message of nested(thread, 'messages').values()) {
      if (message instanceof Y.Map) shareValues(MESSAGE, message);
    }
  }
}

/**
 * Until version 4 there was no canvas to draw on: what stands there, if anything, came from a
 * program that wrote as this one does. A form that is named already is left. Whoever changes
 * `CANVAS_SCHEMA` gives this step a copy of what it was.
 */
function canvasSaysItsForm(doc: Y.Doc): void {
  const header = headerOf(doc);
  if (!header.has('canvasSchema')) header.set('canvasSchema', { ...CANVAS_SCHEMA });
}

/** Ill-typed values stay as they are: they are reported where the sheet is read. */
function shareValues(fields: Fields, entity: EntityMap): void {
  for (const [key, { nature, initial, schema, read, store }] of fieldsIn(fields)) {
    if (nature === 'register') continue;
    const parsed = schema.safeParse(entity.has(key) ? read(entity.get(key)) : initial);
    if (parsed.success) mergeStored(entity, key, store(parsed.data));
  }
}
