/**
 * A sheet as one plain JSON value: the only shape that exports, the read model, diff and the rød
 * tråd checks know. Reading never throws, whatever valid Yjs the document holds: an entity that
 * does not fit the schema is left out and reported, unknown keys stay in the document unread, and
 * a reference to something that is gone reads as absent.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import type { HeaderIn } from '../../document/kind.ts';
import { toPlain } from '../../document/schema/fields.ts';
import { isJsonRecord } from '../../document/schema/json.ts';
import {
  collectionSchemas,
  entitySchema,
  headerSchema,
  listSchema,
  parseAs,
} from '../../document/snapshot/parse.ts';
import {
  byPath,
  DocumentReader,
  type Problem,
  readFields,
  versionSchema,
} from '../../document/snapshot/read.ts';
import {
  COMMENT,
  type Comment,
  type Gevinst,
  type Lapp,
  type Maaling,
  MESSAGE,
  type Rotaarsak,
  SHEET,
  type SheetShape,
  type Tiltak,
} from '../schema/entities.ts';
import { collectionOf, proseOf } from '../schema/roots.ts';
import { PROSE_SECTIONS, type ProseSection } from '../schema/vocabulary.ts';
import { type ProseNode, proseSchema, readProse } from './prose.ts';

export type { Problem };

export interface CanvasRecord {
  readonly id: string;
  readonly [key: string]: unknown;
}

export interface Snapshot {
  readonly schemaVersion: number;
  readonly sheet: HeaderIn<SheetShape>;
  readonly sections: Readonly<Record<ProseSection, readonly ProseNode[]>>;
  readonly rotaarsaker: readonly Rotaarsak[];
  readonly tiltak: readonly Tiltak[];
  readonly gevinster: readonly Gevinst[];
  readonly maalinger: readonly Maaling[];
  readonly lapper: readonly Lapp[];
  readonly canvas: readonly CanvasRecord[];
  readonly comments: readonly Comment[];
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
  return { snapshot, problems: problems.sort(byPath) };
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

/** What reads the header and the collections of a sheet, for views that read entity by entity. */
export const sheetReader = new DocumentReader<SheetShape>(SHEET);
export const { readVersion, readEntity, readCollection, readHeader } = sheetReader;

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

const canvasSchema = z.custom<CanvasRecord>(
  (value) => isJsonRecord(value) && typeof value['id'] === 'string',
);

/**
 * What a snapshot must look like when it comes from outside (import). Keys may be left out, and
 * mean then what they mean in a document.
 */
export const snapshotSchema = z.object({
  schemaVersion: versionSchema,
  sheet: headerSchema(SHEET),
  sections: z._default(
    z.object(Object.fromEntries(PROSE_SECTIONS.map((key) => [key, z._default(proseSchema, [])]))),
    Object.fromEntries(PROSE_SECTIONS.map((key) => [key, []])),
  ),
  ...collectionSchemas(SHEET),
  canvas: listSchema(canvasSchema),
  comments: listSchema(
    z.extend(entitySchema(COMMENT), { messages: listSchema(entitySchema(MESSAGE)) }),
  ),
});

/** The value as a snapshot, or where it is not one (the path of each fault). Never throws. */
export function parseSnapshot(
  value: unknown,
): { readonly snapshot: Snapshot } | { readonly faults: readonly string[] } {
  return parseAs<Snapshot>(snapshotSchema, value);
}
