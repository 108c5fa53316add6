/** What a snapshot must look like when it comes from outside: schemas made from tables of fields. */
import * as z from 'zod/mini';
import { isId } from '../../ids/ids.ts';
import { type DocumentKind, type Fields, fieldsIn, type Shape } from '../kind.ts';
import { isWithinDepth } from '../schema/json.ts';
import { labelsSchema } from './read.ts';

/** Keys may be left out, and mean then what they mean in a document. */
export function headerSchema(kind: DocumentKind<Shape>) {
  return z.object({ ...fieldSchemas(kind.header), labels: z._default(labelsSchema, {}) });
}

export function entitySchema(fields: Fields) {
  return z.object({ id: z.string().check(z.refine(isId)), ...fieldSchemas(fields) });
}

/** A list of things with ids, none of which stands twice. */
export function listSchema<T extends { readonly id?: unknown }>(item: z.ZodMiniType<T>) {
  return z._default(
    z
      .array(item)
      .check(z.refine((items) => new Set(items.map(({ id }) => id)).size === items.length)),
    [],
  );
}

/** A list for each collection of a kind. */
export function collectionSchemas(kind: DocumentKind<Shape>) {
  return Object.fromEntries(
    Object.entries(kind.collections).map(([name, fields]) => [
      name,
      listSchema(entitySchema(fields)),
    ]),
  );
}

/** Room for prose and attributes as deep as a document may hold them; far from a stack's end. */
const MAX_IMPORT_DEPTH = 256;

/** The value as the schema's, or where it is not (the path of each fault). Never throws. */
export function parseAs<T>(
  schema: z.ZodMiniType<unknown>,
  value: unknown,
): { readonly snapshot: T } | { readonly faults: readonly string[] } {
  if (!isWithinDepth(value, MAX_IMPORT_DEPTH)) return { faults: [''] };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { snapshot: parsed.data as T };
  return { faults: parsed.error.issues.map((issue) => issue.path.map(String).join('/')) };
}

function fieldSchemas(fields: Fields) {
  return Object.fromEntries(
    fieldsIn(fields).map(([key, { schema, initial }]) => [key, z._default(schema, initial)]),
  );
}
