/**
 * How one value of an entity is kept in the document: which Yjs type stores it, how it reads as
 * plain JSON, and which JSON is well-typed. Headers and entities are tables of these (`../kind.ts`),
 * and snapshot, commands and import all work from the same tables.
 *
 * Prose is always `Y.Text`, so that two people in one cell both keep their words. Everything that
 * is one decision (a date, a status, a number) is one key, and the last writer decides. Nested
 * types are made together with their entity, under an id nobody else can mint: two peers never
 * make the same nested type twice.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { isId } from '../../ids/ids.ts';
import { isPlainObject, storedJson, storedText } from './json.ts';

/** How a field is written: replaced whole, typed into, ticked, or entry by entry. */
export type Nature = 'register' | 'text' | 'set' | 'entries';

export interface Field<T, N extends Nature = Nature> {
  readonly nature: N;
  /** What the plain value must be; anything else makes the entity ill-typed. */
  readonly schema: z.ZodMiniType<T>;
  /** What an absent key means. */
  readonly initial: T;
  /** The stored value as plain JSON, not yet checked against `schema`. */
  read(stored: unknown): unknown;
  /** How a plain value is to stand in the document; undefined stores nothing. */
  store(value: T): Stored | undefined;
}

/** A value on its way into the document: as it is, as words, or as a map of such values. */
export type Stored =
  | { readonly as: 'value'; readonly value: unknown }
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'map'; readonly entries: readonly (readonly [string, Stored])[] };

/** The fresh Yjs type (or plain value) of a stored value. */
export function build(stored: Stored): unknown {
  switch (stored.as) {
    case 'value':
      return storedJson(stored.value);
    case 'text':
      return new Y.Text(storedText(stored.text));
    case 'map':
      return new Y.Map(stored.entries.map(([key, value]) => [key, build(value)]));
  }
}

/** The plain object that a table of fields describes. */
export type PlainOf<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isIsoDate(value: string): boolean {
  const match = DATE_PATTERN.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const isoDate = z.string().check(z.refine(isIsoDate));
const year = z.string().check(z.regex(/^\d{4}$/));
const id = z.string().check(z.refine(isId));
const asIs = (stored: unknown): unknown => stored;
/** A value replaced as a whole. */
export const asValue = (value: unknown): Stored => ({ as: 'value', value });
const unlessNull = (value: unknown): Stored | undefined =>
  value === null ? undefined : asValue(value);
/** A map of such values; what is null is left out. */
export const asMap = (values: object): Stored => ({
  as: 'map',
  entries: Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [[key, asValue(value)] as const],
  ),
});

/** Words that several people may write at once: `Y.Text`. A plain string is read too. */
export function text(): Field<string, 'text'> {
  return {
    nature: 'text',
    schema: z.string(),
    initial: '',
    read: (stored) => (stored instanceof Y.Text ? plainText(stored) : stored),
    store: (text) => ({ as: 'text', text }),
  };
}

/** One word out of a closed list. */
export function choice<const V extends string>(
  values: readonly [V, ...V[]],
  initial: V = values[0],
): Field<V, 'register'> {
  return { nature: 'register', schema: z.enum(values), initial, read: asIs, store: asValue };
}

/** One word out of a closed list, or nothing chosen yet. */
export function optionalChoice<const V extends string>(
  values: readonly [V, ...V[]],
): Field<V | null, 'register'> {
  return {
    nature: 'register',
    schema: z.nullable(z.enum(values)),
    initial: null,
    read: asIs,
    store: unlessNull,
  };
}

/** A day, `YYYY-MM-DD`, or none. */
export function date(): Field<string | null, 'register'> {
  return {
    nature: 'register',
    schema: z.nullable(isoDate),
    initial: null,
    read: asIs,
    store: unlessNull,
  };
}

/** A short text with one writer at a time: a colour, an author's name. */
export function word(initial = ''): Field<string, 'register'> {
  return { nature: 'register', schema: z.string(), initial, read: asIs, store: asValue };
}

/** The id of something elsewhere, or none. */
export function reference(): Field<string | null, 'register'> {
  return {
    nature: 'register',
    schema: z.nullable(id),
    initial: null,
    read: asIs,
    store: unlessNull,
  };
}

export function flag(): Field<boolean, 'register'> {
  return { nature: 'register', schema: z.boolean(), initial: false, read: asIs, store: asValue };
}

/** A fractional index (see `order.ts`). An absent one sorts first. */
export function order(): Field<string, 'register'> {
  return word('');
}

/** A place on the canvas in page units, under one key so that a drag is one write. */
export function point(): Field<readonly [number, number], 'register'> {
  return {
    nature: 'register',
    schema: z.tuple([z.number(), z.number()]),
    initial: [0, 0],
    read: asIs,
    store: (value) => asValue([...value]),
  };
}

/** References without order: `Y.Map<id, true>`. Reads as sorted ids. */
export function idSet(): Field<readonly string[], 'set'> {
  return {
    nature: 'set',
    schema: z.array(id),
    initial: [],
    read: (stored) =>
      stored instanceof Y.Map
        ? [...stored.keys()].filter((key) => stored.get(key) === true).sort()
        : stored,
    store: (value) => asMap(Object.fromEntries(value.map((key) => [key, true]))),
  };
}

/**
 * Several values under keys of their own, each one decision: a `Y.Map`. A plain object is read too.
 * `store` is for maps that hold more than plain values.
 */
export function entries<T extends object>(
  schema: z.ZodMiniType<T>,
  initial: T,
  store: (value: T) => Stored = asMap,
): Field<T, 'entries'> {
  return { nature: 'entries', schema, initial, read: readMap, store };
}

/** An amount per year: `Y.Map<'2026', number>`. */
export function perYear(): Field<Readonly<Record<string, number>>, 'entries'> {
  return entries(z.record(year, z.number()), {});
}

export interface Measure {
  readonly value: number | null;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
}

/** A value with the day it holds for: `Y.Map { value, date }`. A plain object is read too. */
export function measure(): Field<Measure, 'entries'> {
  const schema = z.object({
    value: z._default(z.nullable(z.number()), null),
    date: z._default(z.nullable(isoDate), null),
  });
  return entries<Measure>(schema, { value: null, date: null });
}

export interface Measured {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly value: number;
  readonly comment: string;
}

/** What was measured, by day: `Y.Map<date, Y.Map { value, comment }>`. Reads in order of time. */
export function series(): Field<readonly Measured[], 'entries'> {
  return {
    nature: 'entries',
    schema: z
      .array(z.object({ date: isoDate, value: z.number(), comment: z.string() }))
      .check(z.refine((days) => new Set(days.map(({ date }) => date)).size === days.length)),
    initial: [],
    read: (stored) => (stored instanceof Y.Map ? readSeries(stored) : stored),
    store: (value) => ({
      as: 'map',
      entries: value.map(({ date: day, value: measured, comment }) => [
        day,
        asMap({ value: measured, comment: comment === '' ? null : comment }),
      ]),
    }),
  };
}

/** Small JSON that is always replaced as a whole, checked by the given schema. */
export function json<T>(schema: z.ZodMiniType<T>, initial: T): Field<T, 'register'> {
  return { nature: 'register', schema, initial, read: asIs, store: unlessNull };
}

const MAX_DEPTH = 40;

/** A stored value with all Yjs types in it as plain JSON. Too deep a nesting reads as undefined. */
export function toPlain(stored: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (stored instanceof Y.Text) return plainText(stored);
  if (stored instanceof Y.Map) {
    // In order of key: copies of one document hold their keys in the order they heard of them.
    const keys = [...stored.keys()].sort();
    return Object.fromEntries(keys.map((key) => [key, toPlain(stored.get(key), depth + 1)]));
  }
  if (stored instanceof Y.Array) return stored.map((value: unknown) => toPlain(value, depth + 1));
  return stored;
}

/** The words of a Y.Text, without what somebody may have embedded in it. */
export function plainText(stored: Y.Text): string {
  // Y.XmlText, which is a Y.Text too, has a toString of its own that writes XML and can throw.
  return Y.Text.prototype.toString.call(stored);
}

/** Null, which no map's schema takes, for what is neither a Y.Map nor a plain object. */
function readMap(stored: unknown): unknown {
  if (stored instanceof Y.Map) return toPlain(stored);
  return isPlainObject(stored) ? stored : null;
}

function readSeries(stored: Y.Map<unknown>): unknown {
  return [...stored.keys()].sort().map((key) => {
    const entry = toPlain(stored.get(key));
    return typeof entry === 'object' && entry !== null
      ? { comment: '', ...entry, date: key }
      : { date: key, value: entry };
  });
}
