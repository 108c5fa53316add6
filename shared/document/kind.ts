/**
 * What a kind of shared document holds: one header and some collections of entities, all of them
 * tables of fields. Commands, readers and views are made for a kind and work from these tables
 * alone, so that a sheet and a programme are written, merged and read by the same code.
 */
import type * as Y from 'yjs';
import type { Field, PlainOf } from './schema/fields.ts';

/** An entity as it is stored. */
export type EntityMap = Y.Map<unknown>;

/** A table of fields by key. */
export type Fields = Readonly<Record<string, unknown>>;

/** The types of a kind: its tables, and the plain entities that the collections read as. */
export interface Shape {
  readonly header: Fields;
  readonly collections: Readonly<Record<string, Fields>>;
  /** By the names of the collections; each has an `id`, and an `order` among its fields. */
  readonly entities: object;
}

export interface DocumentKind<S extends Shape> {
  /** The root that holds the header: what tells a document of this kind from others. */
  readonly root: string;
  /** The version that this code writes. Older documents are migrated before anyone joins. */
  readonly schemaVersion: number;
  readonly header: S['header'];
  readonly collections: S['collections'];
}

export type NameIn<S extends Shape> = keyof S['collections'] & keyof S['entities'] & string;

export type EntityIn<S extends Shape, C extends NameIn<S>> = S['entities'][C] & {
  readonly id: string;
  readonly order: string;
};
export type IdIn<S extends Shape, C extends NameIn<S>> = EntityIn<S, C>['id'];

/** The plain header. `labels` are words that replace those of the interface, by key. */
export type HeaderIn<S extends Shape> = PlainOf<S['header']> & {
  readonly labels: Readonly<Record<string, string>>;
};

type KeyOf<T, N extends string> = {
  [K in keyof T]: T[K] extends { readonly nature: N } ? K : never;
}[keyof T] &
  string;
type KeyIn<S extends Shape, C extends NameIn<S>, N extends string> = KeyOf<S['collections'][C], N> &
  keyof S['entities'][C];

/** Keys replaced whole, the last writer decides. Order has its own command. */
export type RegisterIn<S extends Shape, C extends NameIn<S>> = Exclude<
  KeyIn<S, C, 'register'>,
  'order'
>;
export type TextIn<S extends Shape, C extends NameIn<S>> = KeyIn<S, C, 'text'>;
export type SetIn<S extends Shape, C extends NameIn<S>> = KeyIn<S, C, 'set'>;
export type EntriesIn<S extends Shape, C extends NameIn<S>> = KeyIn<S, C, 'entries'>;
export type HeaderTextIn<S extends Shape> = KeyOf<S['header'], 'text'>;
export type HeaderRegisterIn<S extends Shape> = KeyOf<S['header'], 'register'>;

/** What a new entity starts with; what is left out starts empty. */
export type DraftIn<S extends Shape, C extends NameIn<S>> = Partial<
  Omit<S['entities'][C], 'id' | 'order'>
>;
export type PatchIn<S extends Shape, C extends NameIn<S>> = {
  readonly [K in RegisterIn<S, C>]?: S['entities'][C][K];
};
export type HeaderPatchIn<S extends Shape> = {
  readonly [K in HeaderRegisterIn<S>]?: PlainOf<S['header']>[K];
};

/** The names of a kind's collections, in the order in which it gives them. */
export function namesOf<S extends Shape>(kind: DocumentKind<S>): readonly NameIn<S>[] {
  return Object.keys(kind.collections) as NameIn<S>[];
}

export function headerMap(kind: DocumentKind<Shape>, doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(kind.root);
}

/** The header and every collection: what an undo manager watches. */
export function mapsOf(kind: DocumentKind<Shape>, doc: Y.Doc): readonly Y.AbstractType<unknown>[] {
  const names = [kind.root, ...Object.keys(kind.collections)];
  return names.map((name) => doc.getMap(name) as unknown as Y.AbstractType<unknown>);
}

/** A field of a table. Throws RangeError for a key that the table does not have. */
export function fieldAt(fields: Fields, key: string): Field<unknown> {
  const field = fields[key];
  if (field === undefined) throw new RangeError(`There is no field ${key}`);
  return field as Field<unknown>;
}

/** The fields of a table with their keys. */
export function fieldsIn(fields: Fields): readonly (readonly [string, Field<unknown>])[] {
  return Object.entries(fields) as [string, Field<unknown>][];
}
