/**
 * The entities of a sheet as tables of fields (DESIGN.md section 4, DOMAIN.md for the words). The
 * plain shapes that the rest of the product reads are derived from these tables.
 */
import * as z from 'zod/mini';
import type { DocumentKind } from '../../document/kind.ts';
import {
  choice,
  date,
  flag,
  idSet,
  json,
  measure,
  optionalChoice,
  order,
  type PlainOf,
  perYear,
  point,
  reference,
  series,
  text,
  word,
} from '../../document/schema/fields.ts';
import type {
  CommentId,
  GevinstId,
  LappId,
  MaalingId,
  RotaarsakId,
  TiltakId,
} from '../../ids/ids.ts';
import { isId } from '../../ids/ids.ts';
import { calculation, rating } from './values.ts';
import {
  BECAME_TYPES,
  BESLUTNINGER,
  COMMENT_TARGETS,
  FREQUENCIES,
  GEVINST_SLAG,
  SECTION_KEYS,
  SHEET_KINDS,
  TILTAK_SLAG,
  TILTAK_STATUS,
} from './vocabulary.ts';

const parentSchema = z.nullable(
  z.object({
    sheetId: z.string().check(z.refine(isId)),
    tiltakId: z.nullable(z.string().check(z.refine(isId))),
  }),
);

/**
 * The header. `parent` is the utredningstiltak on the virksomhets-A3 that this sheet digs into;
 * `labels` override section labels and guiding questions.
 */
export const HEADER = {
  kind: choice(SHEET_KINDS, 'dypdykk'),
  title: text(),
  date: date(),
  edition: text(),
  owner: text(),
  mentor: text(),
  enhetId: reference(),
  parent: json(parentSchema, null),
} as const;

export const ROTAARSAK = { title: text(), points: text(), order: order() } as const;

export const TILTAK = {
  slag: choice(TILTAK_SLAG, 'endring'),
  title: text(),
  description: text(),
  ansvar: text(),
  frist: date(),
  status: choice(TILTAK_STATUS),
  beslutning: choice(BESLUTNINGER),
  rotaarsaker: idSet(),
  dypdykkId: reference(),
  gevinstpotensial: rating(),
  gjennomforbarhet: rating(),
  order: order(),
} as const;

export const GEVINST = {
  slag: choice(GEVINST_SLAG),
  title: text(),
  description: text(),
  tiltak: idSet(),
  eier: text(),
  ansvarlig: text(),
  forutsetninger: text(),
  omsetting: text(),
  realiseresDato: date(),
  calculation: calculation(),
  estimate: perYear(),
  realised: perYear(),
  budsjettvirkning: perYear(),
  order: order(),
} as const;

export const MAALING = {
  name: text(),
  unit: text(),
  start: measure(),
  target: measure(),
  source: text(),
  method: text(),
  frequency: optionalChoice(FREQUENCIES),
  ansvarlig: text(),
  gevinster: idSet(),
  series: series(),
  order: order(),
} as const;

const becameSchema = z.nullable(
  z.object({ type: z.enum(BECAME_TYPES), id: z.string().check(z.refine(isId)) }),
);

/**
 * A sticky note. `xy` is its top left corner in page units; `section` the field that it belongs to;
 * lapper with the same word in `group` stand together (empty: in none); `became` is what it was
 * turned into, which may have been removed since (`becameOf` in `snapshot/became.ts`).
 */
export const LAPP = {
  text: text(),
  xy: point(),
  color: word('gul'),
  author: word(),
  section: optionalChoice(SECTION_KEYS),
  group: word(''),
  became: json(becameSchema, null),
  order: order(),
} as const;

const targetSchema = z.object({ type: z.enum(COMMENT_TARGETS), id: z.string() });

/** A thread. Its messages are a `Y.Map<id, Y.Map>` of MESSAGE, read in order of time. */
export const COMMENT = {
  target: json(targetSchema, { type: 'section', id: 'begrunnelse' }),
  resolved: flag(),
} as const;

/** `at` is an ISO 8601 instant by the writer's clock: for people, never for ordering rights. */
export const MESSAGE = { author: word(), text: text(), at: word() } as const;

export type Header = PlainOf<typeof HEADER>;
export type Rotaarsak = { readonly id: RotaarsakId } & PlainOf<typeof ROTAARSAK>;
export type Tiltak = { readonly id: TiltakId } & PlainOf<typeof TILTAK>;
export type Gevinst = { readonly id: GevinstId } & PlainOf<typeof GEVINST>;
export type Maaling = { readonly id: MaalingId } & PlainOf<typeof MAALING>;
export type Lapp = { readonly id: LappId } & PlainOf<typeof LAPP>;
export type Message = { readonly id: string } & PlainOf<typeof MESSAGE>;
export type Comment = { readonly id: CommentId; readonly messages: readonly Message[] } & PlainOf<
  typeof COMMENT
>;

/** The collections whose entities are tables of fields and nothing else, by root name. */
export const COLLECTIONS = {
  rotaarsaker: ROTAARSAK,
  tiltak: TILTAK,
  gevinster: GEVINST,
  maalinger: MAALING,
  lapper: LAPP,
} as const;
export type CollectionName = keyof typeof COLLECTIONS;

/** The plain entity of each collection. */
export interface EntityOf {
  rotaarsaker: Rotaarsak;
  tiltak: Tiltak;
  gevinster: Gevinst;
  maalinger: Maaling;
  lapper: Lapp;
}
export type IdOf<C extends CollectionName> = EntityOf[C]['id'];

/** The version that this code writes. Older documents are migrated before anyone joins. */
export const SCHEMA_VERSION = 4;

export interface SheetShape {
  readonly header: typeof HEADER;
  readonly collections: typeof COLLECTIONS;
  readonly entities: EntityOf;
}

/** A sheet as a kind of document; its prose, canvas and comments come beside. */
export const SHEET: DocumentKind<SheetShape> = {
  root: 'sheet',
  schemaVersion: SCHEMA_VERSION,
  header: HEADER,
  collections: COLLECTIONS,
};
