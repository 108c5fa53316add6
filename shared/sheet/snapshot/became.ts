/**
 * What a lapp was turned into, as it stands now. A lapp keeps the reference when that is removed,
 * so that an undo which brings it back brings the tie back too; until then it has become nothing.
 */
import type { EntityOf, Lapp } from '../schema/entities.ts';
import type { BecameType } from '../schema/vocabulary.ts';

/** The collection that holds each of the things that a lapp can become. */
export const BECAME_COLLECTIONS = {
  rotaarsak: 'rotaarsaker',
  tiltak: 'tiltak',
  gevinst: 'gevinster',
  maaling: 'maalinger',
} as const satisfies Readonly<Record<BecameType, keyof EntityOf>>;
export type BecameCollection = (typeof BECAME_COLLECTIONS)[BecameType];

/** The rows of a sheet among which the thing is looked for: a snapshot, or a view's collections. */
export type BecameRows = { readonly [C in BecameCollection]: readonly EntityOf[C][] };

export interface BecameRow {
  readonly type: BecameType;
  readonly collection: BecameCollection;
  readonly id: string;
  /** Its own words, perhaps none yet. */
  readonly name: string;
  /** Its place among the rows of its table, from 1. */
  readonly number: number;
}

/** The row that a lapp became; null when it became none, or one that is gone. */
export function becameOf(lapp: Pick<Lapp, 'became'>, sheet: BecameRows): BecameRow | null {
  if (lapp.became === null) return null;
  const { type, id } = lapp.became;
  const collection = BECAME_COLLECTIONS[type];
  const rows: readonly EntityOf[BecameCollection][] = sheet[collection];
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  if (row === undefined) return null;
  return { type, collection, id, name: 'name' in row ? row.name : row.title, number: index + 1 };
}
