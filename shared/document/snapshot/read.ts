/**
 * Reading a kind of document as plain JSON. Reading never throws, whatever valid Yjs the document
 * holds: an entity that does not fit its table is left out and reported, an ill-typed key of the
 * header reads as absent and is reported, unknown keys stay in the document unread.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { isId } from '../../ids/ids.ts';
import {
  type DocumentKind,
  type EntityIn,
  type Fields,
  fieldsIn,
  type HeaderIn,
  headerMap,
  type NameIn,
  type Shape,
} from '../kind.ts';
import { byOrder } from '../order.ts';
import { type Field, toPlain } from '../schema/fields.ts';

/** Something in the document that does not fit: where it is, so that a view can say so. */
export interface Problem {
  /** Root, entity and key, such as `tiltak/<id>/frist`. */
  readonly path: string;
}

export const labelsSchema = z.record(z.string(), z.string());
export const versionSchema = z.int().check(z.nonnegative());

/** The readings of one kind of document. They need no `this`, and may be taken out one by one. */
export class DocumentReader<S extends Shape> {
  readonly kind: DocumentKind<S>;

  constructor(kind: DocumentKind<S>) {
    this.kind = kind;
  }

  /** The schema version that the document says it has; 0 when it says none. */
  readonly readVersion = (doc: Y.Doc): number => {
    const version = versionSchema.safeParse(headerMap(this.kind, doc).get('schemaVersion'));
    return version.success ? version.data : 0;
  };

  /** One entity as plain JSON, or undefined when it is ill-typed (reported) or not there. */
  readonly readEntity = <C extends NameIn<S>>(
    collection: C,
    id: string,
    stored: unknown,
    problems: Problem[] = [],
  ): EntityIn<S, C> | undefined => {
    const fields = this.kind.collections[collection] ?? {};
    const plain = readFields(fields, collection, id, stored, problems);
    return plain === undefined ? undefined : ({ id, ...plain } as unknown as EntityIn<S, C>);
  };

  /** The entities of one collection in order, ill-typed ones left out and reported. */
  readonly readCollection = <C extends NameIn<S>>(
    doc: Y.Doc,
    collection: C,
    problems: Problem[] = [],
  ): EntityIn<S, C>[] => {
    const entities: EntityIn<S, C>[] = [];
    for (const [id, stored] of doc.getMap(collection)) {
      const entity = this.readEntity(collection, id, stored, problems);
      if (entity !== undefined) entities.push(entity);
    }
    return entities.sort(byOrder);
  };

  /** The header. An ill-typed key reads as absent: what has no header cannot be shown. */
  readonly readHeader = (doc: Y.Doc, problems: Problem[] = []): HeaderIn<S> => {
    const { root, header: fields } = this.kind;
    const header = headerMap(this.kind, doc);
    const plain: Record<string, unknown> = {};
    for (const [key, field] of fieldsIn(fields)) {
      const read = readField(field, header.get(key));
      if (!read.isTyped) problems.push({ path: `${root}/${key}` });
      plain[key] = read.value;
    }
    const labels = labelsSchema.safeParse(toPlain(header.get('labels') ?? {}));
    if (!labels.success) problems.push({ path: `${root}/labels` });
    return { ...plain, labels: labels.success ? labels.data : {} } as unknown as HeaderIn<S>;
  };
}

/** What is stored under an id as the table's plain object; undefined, and reported, when ill-typed. */
export function readFields(
  fields: Fields,
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
  for (const [key, field] of fieldsIn(fields)) {
    const read = readField(field, stored.get(key));
    plain[key] = read.value;
    if (read.isTyped) continue;
    isTyped = false;
    problems.push({ path: `${path}/${key}` });
  }
  return isTyped ? plain : undefined;
}

/** Problems by their path: one order, alike for all copies of a document. */
export function byPath(a: Problem, b: Problem): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
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
