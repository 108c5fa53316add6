/**
 * What the read model keeps of a document, as rows: read from its snapshot, and from nothing else
 * but the server's record of the sheet. The rows hold what people entered; amounts by year follow
 * from the programme's period, which may change without a sheet changing, and are worked out when
 * they are asked for.
 */
import { hash } from 'node:crypto';
import { canonicalJson, isSameJson } from '../../shared/document/schema/json.ts';
import type { EnhetId, ProgramId, SheetId, TiltakId } from '../../shared/ids/ids.ts';
import {
  COLLECTIONS,
  type EntityOf,
  type Gevinst,
  type Maaling,
  type Tiltak,
} from '../../shared/sheet/schema/entities.ts';
import type { SheetKind } from '../../shared/sheet/schema/vocabulary.ts';
import type { SheetTables } from '../../shared/sheet/snapshot/snapshot.ts';
import type { Touches, TouchRecord } from '../records/port.ts';

/** The server's own record of a sheet, as far as it matters here. */
export interface SheetPlace {
  readonly sheetId: SheetId;
  readonly programId: ProgramId | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface SheetRow extends SheetPlace {
  readonly kind: SheetKind;
  readonly title: string;
  readonly date: string | null;
  readonly edition: string;
  readonly owner: string;
  readonly enhetId: EnhetId | null;
  readonly parentSheetId: SheetId | null;
  readonly parentTiltakId: TiltakId | null;
}

/** When a row's content last changed, in milliseconds since 1970. */
interface Touched {
  readonly touchedAt: number;
}

type TiltakContent = Pick<
  Tiltak,
  | 'id'
  | 'slag'
  | 'title'
  | 'description'
  | 'ansvar'
  | 'frist'
  | 'status'
  | 'beslutning'
  | 'dypdykkId'
  | 'gevinstpotensial'
  | 'gjennomforbarhet'
>;
type GevinstContent = Pick<
  Gevinst,
  | 'id'
  | 'slag'
  | 'title'
  | 'description'
  | 'tiltak'
  | 'eier'
  | 'ansvarlig'
  | 'realiseresDato'
  | 'estimate'
  | 'realised'
  | 'budsjettvirkning'
  | 'calculation'
>;
/** Of the series, the newest value only: nothing that spans sheets asks for the others. */
type MaalingContent = Pick<
  Maaling,
  'id' | 'name' | 'unit' | 'start' | 'target' | 'frequency' | 'gevinster' | 'series'
>;

export type TiltakRow = TiltakContent & Touched;
export type GevinstRow = GevinstContent & Touched;
export type MaalingRow = MaalingContent & Touched;

/** All rows of a sheet, each list in the sheet's order. */
export interface SheetRows {
  readonly sheet: SheetRow;
  readonly tiltak: readonly TiltakRow[];
  readonly gevinster: readonly GevinstRow[];
  readonly maalinger: readonly MaalingRow[];
  /** How many things of the document were ill-typed and left out. */
  readonly problems: number;
}

export interface ProjectedSheet {
  readonly rows: SheetRows;
  /** What is to be on record from now on, where that differs from what is. */
  readonly touched: Touches;
  /** What is on record and no longer on the sheet. */
  readonly gone: readonly string[];
}

/**
 * The rows of a sheet. What has not changed since the record was made keeps its time; what is new or
 * changed gets `at`.
 */
export function projectSheet(
  place: SheetPlace,
  tables: SheetTables,
  problems: number,
  { known, at }: { readonly known: Touches; readonly at: number },
): ProjectedSheet {
  const touched = new Map<string, TouchRecord>();
  const present = new Set<string>();
  const touch = <C extends Kept>(collection: C, entity: EntityOf[C]): number => {
    const key = `${collection}/${entity.id}`;
    const fingerprint = fingerprintOf(collection, entity);
    const before = known.get(key);
    present.add(key);
    if (before?.fingerprint === fingerprint) return before.at;
    touched.set(key, { fingerprint, at });
    return at;
  };
  const rows: SheetRows = {
    sheet: sheetRow(place, tables.sheet),
    tiltak: tables.tiltak.map((each) => ({
      ...tiltakContent(each),
      touchedAt: touch('tiltak', each),
    })),
    gevinster: tables.gevinster.map((each) => ({
      ...gevinstContent(each),
      touchedAt: touch('gevinster', each),
    })),
    maalinger: tables.maalinger.map((each) => ({
      ...maalingContent(each),
      touchedAt: touch('maalinger', each),
    })),
    problems,
  };
  return { rows, touched, gone: [...known.keys()].filter((key) => !present.has(key)) };
}

/** The collections whose rows are kept. */
type Kept = 'tiltak' | 'gevinster' | 'maalinger';

/**
 * A short text that is another one as soon as anything of the entity but its place in the list is.
 * Fields with the value that an absent key has do not count, so that the new fields of a later
 * version touch nobody's rows.
 */
export function fingerprintOf<C extends Kept>(collection: C, entity: EntityOf[C]): string {
  const fields: Readonly<Record<string, { readonly initial: unknown }>> = COLLECTIONS[collection];
  const held = Object.entries(entity).filter(
    ([key, value]) => key !== 'order' && !isSameJson(value, fields[key]?.initial),
  );
  return hash('sha256', canonicalJson(Object.fromEntries(held)), 'base64url').slice(0, 16);
}

function sheetRow(place: SheetPlace, header: SheetTables['sheet']): SheetRow {
  const { kind, title, date, edition, owner, parent } = header;
  return {
    ...place,
    kind,
    title,
    date,
    edition,
    owner,
    // Checked by the snapshot: each is an id.
    enhetId: header.enhetId as EnhetId | null,
    parentSheetId: (parent?.sheetId ?? null) as SheetId | null,
    parentTiltakId: (parent?.tiltakId ?? null) as TiltakId | null,
  };
}

function tiltakContent(tiltak: Tiltak): TiltakContent {
  const { id, slag, title, description, ansvar, frist, status, beslutning, dypdykkId } = tiltak;
  const { gevinstpotensial, gjennomforbarhet } = tiltak;
  return {
    ...{ id, slag, title, description, ansvar, frist, status, beslutning, dypdykkId },
    ...{ gevinstpotensial, gjennomforbarhet },
  };
}

function gevinstContent(gevinst: Gevinst): GevinstContent {
  const { id, slag, title, description, tiltak, eier, ansvarlig, realiseresDato } = gevinst;
  const { calculation, estimate, realised, budsjettvirkning } = gevinst;
  return {
    ...{ id, slag, title, description, tiltak, eier, ansvarlig, realiseresDato },
    ...{ calculation: { ...calculation, assumptions: '' }, estimate, realised, budsjettvirkning },
  };
}

function maalingContent(maaling: Maaling): MaalingContent {
  const { id, name, unit, start, target, frequency, gevinster, series } = maaling;
  return { id, name, unit, start, target, frequency, gevinster, series: series.slice(-1) };
}
