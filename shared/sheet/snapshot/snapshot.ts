/**
 * A sheet as one plain JSON value: the only shape that exports, the read model, diff and the rød
 * tråd checks know. Reading never throws, whatever valid Yjs the document holds: an entity that
 * does not fit the schema is left out and reported, unknown keys stay in the document unread, and
 * a reference to something that is gone reads as absent.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { byOrder } from '../../document/order.ts';
import { type Field, toPlain } from '../../document/schema/fields.ts';
import { isJsonRecord, isWithinDepth } from '../../document/schema/json.ts';
import { isId } from '../../ids/ids.ts';
import {
  COLLECTIONS,
  COMMENT,
  type CollectionName,
  type Comment,
  type EntityOf,
  type Gevinst,
  HEADER,
  type Header,
  LABELS_SCHEMA,
  type Lapp,
  type Maaling,
  MESSAGE,
  type Rotaarsak,
  type Tiltak,
} from '../schema/entities.ts';
import { collectionOf, headerOf, proseOf } from '../schema/roots.ts';
import { PROSE_SECTIONS, type ProseSection } from '../schema/vocabulary.ts';
import { type ProseNode, proseSchema, readProse } from './prose.ts';

export interface CanvasRecord {
  readonly id: string;
  readonly [key: string]: unknown;
}

export interface Snapshot {
  readonly schemaVersion: number;
  readonly sheet: Header & { readonly labels: Readonly<Record<string, string>> };
  readonly sections: Readonly<Record<ProseSection, readonly ProseNode[]>>;
  readonly rotaarsaker: readonly Rotaarsak[];
  readonly tiltak: readonly Tiltak[];
  readonly gevinster: readonly Gevinst[];
  readonly maalinger: readonly Maaling[];
  readonly lapper: readonly Lapp[];
  readonly canvas: readonly CanvasRecord[];
  readonly comments: readonly Comment[];
}

/** Something in the document that does not fit: where it is, so that a view can say so. */
export interface Problem {
  /** Root, entity and key, such as `tiltak/<id>/frist`. */
  readonly path: string;
}

export interface Reading {
  readonly snapshot: Snapshot;
  readonly problems: readonly Problem[];
}

/** Reads the whole sheet. Takes time in proportion to its size: views read entity by entity. */
export function readSnapshot(doc: Y.Doc): Reading {
  const problems: Problem[] = [];
  const snapshot: Snapshot = {
    schemaVersion: readVersion(doc),
    ...readTables(doc, problems),
    sections: readSections(doc, problems),
    lapper: readCollection(doc, 'lapper', problems),
    canvas: readCanvas(doc, problems),
    comments: readComments(doc, problems),
  };
  return { snapshot, problems: problems.sort((a, b) => compare(a.path, b.path)) };
}

/** The header and the rows of a sheet, without its prose and what is drawn on it. */
export type SheetTables = Pick<
  Snapshot,
  'sheet' | 'rotaarsaker' | 'tiltak' | 'gevinster' | 'maalinger'
>;

/** Reads what sums and lists are made of: most of a large sheet is drawings, and passed over. */
export function readTables(doc: Y.Doc, problems: Problem[] = []): SheetTables {
  const rotaarsaker = readCollection(doc, 'rotaarsaker', problems);
  const tiltak = readCollection(doc, 'tiltak', problems);
  const gevinster = readCollection(doc, 'gevinster', problems);
  const maalinger = readCollection(doc, 'maalinger', problems);
  return {
    sheet: readHeader(doc, problems),
    rotaarsaker,
    tiltak: keepLinks(tiltak, 'rotaarsaker', rotaarsaker),
    gevinster: keepLinks(gevinster, 'tiltak', tiltak),
    maalinger: keepLinks(maalinger, 'gevinster', gevinster),
  };
}

/** The schema version that the document says it has; 0 when it says none. */
export function readVersion(doc: Y.Doc): number {
  const version = versionSchema.safeParse(headerOf(doc).get('schemaVersion'));
  return version.success ? version.data : 0;
}

/** One entity as plain JSON, or undefined when it is ill-typed (reported) or not there. */
export function readEntity<C extends CollectionName>(
  collection: C,
  id: string,
  stored: unknown,
  problems: Problem[] = [],
): EntityOf[C] | undefined {
  const plain = readFields(COLLECTIONS[collection], collection, id, stored, problems);
  return plain === undefined ? undefined : ({ id, ...plain } as unknown as EntityOf[C]);
}

/** The entities of one collection in order, ill-typed ones left out and reported. */
export function readCollection<C extends CollectionName>(
  doc: Y.Doc,
  collection: C,
  problems: Problem[] = [],
): EntityOf[C][] {
  const entities: EntityOf[C][] = [];
  for (const [id, stored] of collectionOf(doc, collection)) {
    const entity = readEntity(collection, id, stored, problems);
    if (entity !== undefined) entities.push(entity);
  }
  return entities.sort(byOrder);
}

/** The header. An ill-typed key reads as absent: a sheet without a header cannot be shown. */
export function readHeader(doc: Y.Doc, problems: Problem[] = []): Snapshot['sheet'] {
  const header = headerOf(doc);
  const plain: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(HEADER)) {
    const read = readField(field as Field<unknown>, header.get(key));
    if (!read.isTyped) problems.push({ path: `sheet/${key}` });
    plain[key] = read.value;
  }
  const labels = LABELS_SCHEMA.safeParse(toPlain(header.get('labels') ?? {}));
  if (!labels.success) problems.push({ path: 'sheet/labels' });
  return {
    ...(plain as unknown as Header),
    labels: labels.success ? labels.data : {},
  };
}

function readSections(doc: Y.Doc, problems: Problem[]): Snapshot['sections'] {
  const sections = PROSE_SECTIONS.map((section) => {
    const { nodes, isWhole } = readProse(proseOf(doc, section));
    if (!isWhole) problems.push({ path: `section:${section}` });
    return [section, nodes] as const;
  });
  return Object.fromEntries(sections) as unknown as Snapshot['sections'];
}

function readCanvas(doc: Y.Doc, problems: Problem[]): CanvasRecord[] {
  const records: CanvasRecord[] = [];
  for (const [id, stored] of collectionOf(doc, 'canvas')) {
    const plain = stored instanceof Y.Map ? toPlain(stored) : undefined;
    if (isJsonRecord(plain)) records.push({ ...plain, id });
    else problems.push({ path: `canvas/${id}` });
  }
  return records.sort((a, b) => compare(a.id, b.id));
}

function readComments(doc: Y.Doc, problems: Problem[]): Comment[] {
  const comments: Comment[] = [];
  for (const [id, stored] of collectionOf(doc, 'comments')) {
    const thread = readFields(COMMENT, 'comments', id, stored, problems);
    if (thread === undefined || !(stored instanceof Y.Map)) continue;
    const messages = readMessages(id, stored.get('messages'), problems);
    comments.push({ id, ...thread, messages } as unknown as Comment);
  }
  return comments.sort((a, b) => compare(firstAt(a), firstAt(b)) || compare(a.id, b.id));
}

function readMessages(thread: string, stored: unknown, problems: Problem[]): Comment['messages'] {
  if (stored === undefined) return [];
  if (!(stored instanceof Y.Map)) {
    problems.push({ path: `comments/${thread}/messages` });
    return [];
  }
  const messages: Comment['messages'][number][] = [];
  for (const [id, message] of stored) {
    const plain = readFields(MESSAGE, `comments/${thread}/messages`, id, message, problems);
    if (plain !== undefined) messages.push({ id, ...plain } as Comment['messages'][number]);
  }
  return messages.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

function firstAt(comment: Comment): string {
  return comment.messages[0]?.at ?? '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readFields(
  fields: Readonly<Record<string, unknown>>,
  root: string,
  id: string,
  stored: unknown,
  problems: Problem[],
): Record<string, unknown> | undefined {
  const path = `${root}/${id}`;
  if (!isId(id) || !(stored instanceof Y.Map)) {
    problems.push({ path });
    return undefined;
  }
  const plain: Record<string, unknown> = {};
  let isTyped = true;
  for (const [key, field] of Object.entries(fields)) {
    const read = readField(field as Field<unknown>, stored.get(key));
    plain[key] = read.value;
    if (read.isTyped) continue;
    isTyped = false;
    problems.push({ path: `${path}/${key}` });
  }
  return isTyped ? plain : undefined;
}

function readField<T>(
  field: Field<T>,
  stored: unknown,
): { readonly isTyped: boolean; readonly value: T } {
  if (stored === undefined) return { isTyped: true, value: field.initial };
  const parsed = field.schema.safeParse(field.read(stored));
  return parsed.success
    ? { isTyped: true, value: parsed.data }
    : { isTyped: false, value: field.initial };
}

function keepLinks<K extends string, E extends { readonly [P in K]: readonly string[] }>(
  entities: readonly E[],
  key: K,
  targets: readonly { readonly id: string }[],
): E[] {
  const present = new Set(targets.map((target) => target.id));
  return entities.map((entity) => ({
    ...entity,
    [key]: entity[key].filter((id) => present.has(id)),
  }));
}

const versionSchema = z.int().check(z.nonnegative());

const canvasSchema = z.custom<CanvasRecord>(
  (value) => isJsonRecord(value) && typeof value['id'] === 'string',
);

const fieldSchemas = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const { schema, initial } = field as Field<unknown>;
      return [key, z._default(schema, initial as never)];
    }),
  );

const entitySchema = (fields: Readonly<Record<string, unknown>>) =>
  z.object({ id: z.string().check(z.refine(isId)), ...fieldSchemas(fields) });

/** A list of things with ids, none of which stands twice. */
const listSchema = <T extends { readonly id?: unknown }>(item: z.ZodMiniType<T>) =>
  z._default(
    z
      .array(item)
      .check(z.refine((items) => new Set(items.map(({ id }) => id)).size === items.length)),
    [],
  );

/**
 * What a snapshot must look like when it comes from outside (import). Keys may be left out, and
 * mean then what they mean in a document.
 */
export const snapshotSchema = z.object({
  schemaVersion: versionSchema,
  sheet: z.object({ ...fieldSchemas(HEADER), labels: z._default(LABELS_SCHEMA, {}) }),
  sections: z._default(
    z.object(Object.fromEntries(PROSE_SECTIONS.map((key) => [key, z._default(proseSchema, [])]))),
    Object.fromEntries(PROSE_SECTIONS.map((key) => [key, []])),
  ),
  ...Object.fromEntries(
    Object.entries(COLLECTIONS).map(([name, fields]) => [name, listSchema(entitySchema(fields))]),
  ),
  canvas: listSchema(canvasSchema),
  comments: listSchema(
    z.extend(entitySchema(COMMENT), { messages: listSchema(entitySchema(MESSAGE)) }),
  ),
});

/** Room for prose and attributes as deep as a document may hold them; far from a stack's end. */
const MAX_IMPORT_DEPTH = 256;

/** The value as a snapshot, or where it is not one (the path of each fault). Never throws. */
export function parseSnapshot(
  value: unknown,
): { readonly snapshot: Snapshot } | { readonly faults: readonly string[] } {
  if (!isWithinDepth(value, MAX_IMPORT_DEPTH)) return { faults: [''] };
  const parsed = snapshotSchema.safeParse(value);
  if (parsed.success) return { snapshot: parsed.data as unknown as Snapshot };
  return { faults: parsed.error.issues.map((issue) => issue.path.map(String).join('/')) };
}
