/**
 * The gevinstrealiseringsprogram as tables of fields (DOMAIN.md, «The programme around the sheets»).
 * Which sheets belong to it is the server's record and stands nowhere in the document; to which
 * enhet a sheet belongs stands in the sheet's own header.
 */
import * as z from 'zod/mini';
import type { DocumentKind } from '../../document/kind.ts';
import {
  choice,
  date,
  type Field,
  flag,
  json,
  measure,
  optionalChoice,
  order,
  type PlainOf,
  reference,
  series,
  text,
} from '../../document/schema/fields.ts';
import { DEFAULT_AARSVERK_HOURS } from '../../gevinst/calculators.ts';
import type { AktivitetId, EnhetId, MaaltallId, MilepaelId, UsikkerhetId } from '../../ids/ids.ts';
import {
  COMPARISONS,
  GEVINST_WORDS,
  MAALTALL_BASES,
  QUARTERS,
  SCALE,
  USIKKERHET_SLAG,
  YEARS,
} from './vocabulary.ts';

const yearSchema = z.int().check(z.gte(YEARS.first), z.lte(YEARS.last));
const hoursSchema = z.number().check(z.positive());
const scoreSchema = z.number().check(z.gte(SCALE.min), z.lte(SCALE.max), z.refine(hasOneDecimal));

/** A whole year, or not set yet. */
function year(): Field<number | null, 'register'> {
  return json(z.nullable(yearSchema), null);
}

/** A place on the scale from 1 to 5, with one decimal, or not set yet. */
function score(): Field<number | null, 'register'> {
  return json(z.nullable(scoreSchema), null);
}

/** `labels` are the four quarters' names, by their keys, where they are not the interface's own. */
export const PROGRAM_HEADER = {
  name: text(),
  description: text(),
  periodFrom: year(),
  periodTo: year(),
  /** How many hours of spart tid make one årsverk. */
  hoursPerAarsverk: json(hoursSchema, DEFAULT_AARSVERK_HOURS),
  gevinstWord: choice(GEVINST_WORDS),
} as const;

/** `basis` is the portfolio's own sum that counts towards it; without one, only what is entered. */
export const MAALTALL = {
  name: text(),
  unit: text(),
  comparison: choice(COMPARISONS),
  target: measure(),
  series: series(),
  basis: optionalChoice(MAALTALL_BASES),
  order: order(),
} as const;

/** `number` is the ansvar code of the regnskap; `parent` the enhet that it stands under. */
export const ENHET = {
  name: text(),
  number: text(),
  ansvarlig: text(),
  parent: reference(),
  order: order(),
} as const;

/** `code` is what people call it by: M1, R2. */
export const USIKKERHET = {
  slag: choice(USIKKERHET_SLAG),
  code: text(),
  description: text(),
  tiltak: text(),
  ansvarlig: text(),
  sannsynlighet: score(),
  konsekvens: score(),
  order: order(),
} as const;

export const MILEPAEL = {
  title: text(),
  criterion: text(),
  ansvarlig: text(),
  date: date(),
  isReached: flag(),
  order: order(),
} as const;

/** What is done in a quarter of every year. */
export const AKTIVITET = {
  quarter: choice(QUARTERS),
  title: text(),
  ansvarlig: text(),
  order: order(),
} as const;

export type ProgramHeader = PlainOf<typeof PROGRAM_HEADER>;
export type Maaltall = { readonly id: MaaltallId } & PlainOf<typeof MAALTALL>;
export type Enhet = { readonly id: EnhetId } & Omit<PlainOf<typeof ENHET>, 'parent'> & {
    readonly parent: EnhetId | null;
  };
export type Usikkerhet = { readonly id: UsikkerhetId } & PlainOf<typeof USIKKERHET>;
export type Milepael = { readonly id: MilepaelId } & PlainOf<typeof MILEPAEL>;
export type Aktivitet = { readonly id: AktivitetId } & PlainOf<typeof AKTIVITET>;

/** The collections by root name. */
export const PROGRAM_COLLECTIONS = {
  maaltall: MAALTALL,
  enheter: ENHET,
  usikkerheter: USIKKERHET,
  milepaeler: MILEPAEL,
  aktiviteter: AKTIVITET,
} as const;
export type ProgramCollection = keyof typeof PROGRAM_COLLECTIONS;

/** The plain entity of each collection. */
export interface ProgramEntityOf {
  maaltall: Maaltall;
  enheter: Enhet;
  usikkerheter: Usikkerhet;
  milepaeler: Milepael;
  aktiviteter: Aktivitet;
}

export interface ProgramShape {
  readonly header: typeof PROGRAM_HEADER;
  readonly collections: typeof PROGRAM_COLLECTIONS;
  readonly entities: ProgramEntityOf;
}

/** A programme as a kind of document. */
export const PROGRAM: DocumentKind<ProgramShape> = {
  root: 'program',
  schemaVersion: 1,
  header: PROGRAM_HEADER,
  collections: PROGRAM_COLLECTIONS,
};

function hasOneDecimal(value: number): boolean {
  return Number(value.toFixed(1)) === value;
}
