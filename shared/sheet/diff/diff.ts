/**
 * What differs between two states of one sheet, such as two utgaver: header, prose, and row by row
 * what has come, gone, changed or moved. A plain comparison of two snapshots; nothing is guessed:
 * a row is the same row when it has the same id.
 */

import { isSameJson } from '../../document/schema/json.ts';
import type { CollectionName, EntityOf, Header } from '../schema/entities.ts';
import { PROSE_SECTIONS, type ProseSection } from '../schema/vocabulary.ts';
import { proseText } from '../snapshot/prose.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Rows of the A3 itself; notes, drawings and comments are no part of what is decided upon. */
const COMPARED = [
  'rotaarsaker',
  'tiltak',
  'gevinster',
  'maalinger',
] as const satisfies readonly CollectionName[];
export type Compared = (typeof COMPARED)[number];

export interface Change {
  /** Of the header a key of it or `labels`; of a row a key of its entity. */
  readonly field: string;
  /** The plain value as it stands in the snapshot; null where there was none. */
  readonly fra: unknown;
  readonly til: unknown;
}

export interface ProseChange {
  readonly section: ProseSection;
  /** The words without their form. They are alike when only the form has changed. */
  readonly fra: string;
  readonly til: string;
}

export interface RowChange<C extends Compared> {
  readonly id: EntityOf[C]['id'];
  readonly changes: readonly Change[];
}

export interface RowsDiff<C extends Compared> {
  readonly added: readonly EntityOf[C][];
  readonly removed: readonly EntityOf[C][];
  readonly changed: readonly RowChange<C>[];
  /** Rows of both that do not stand in the same order among those of both, fewest first. */
  readonly moved: readonly EntityOf[C]['id'][];
}

export interface SheetDiff {
  readonly sheet: readonly Change[];
  readonly sections: readonly ProseChange[];
  readonly rotaarsaker: RowsDiff<'rotaarsaker'>;
  readonly tiltak: RowsDiff<'tiltak'>;
  readonly gevinster: RowsDiff<'gevinster'>;
  readonly maalinger: RowsDiff<'maalinger'>;
}

export function diffSnapshots(fra: Snapshot, til: Snapshot): SheetDiff {
  return {
    sheet: changesOf<keyof Header | 'labels'>(fra.sheet, til.sheet),
    sections: PROSE_SECTIONS.filter(
      (section) => !isSameJson(fra.sections[section], til.sections[section]),
    ).map((section) => ({
      section,
      fra: proseText(fra.sections[section]),
      til: proseText(til.sections[section]),
    })),
    rotaarsaker: diffRows<'rotaarsaker'>(fra.rotaarsaker, til.rotaarsaker),
    tiltak: diffRows<'tiltak'>(fra.tiltak, til.tiltak),
    gevinster: diffRows<'gevinster'>(fra.gevinster, til.gevinster),
    maalinger: diffRows<'maalinger'>(fra.maalinger, til.maalinger),
  };
}

/** Whether there is nothing to tell. */
export function isEmptyDiff(diff: SheetDiff): boolean {
  return (
    diff.sheet.length === 0 &&
    diff.sections.length === 0 &&
    COMPARED.every((name) => {
      const { added, removed, changed, moved } = diff[name];
      return added.length + removed.length + changed.length + moved.length === 0;
    })
  );
}

function diffRows<C extends Compared>(
  fra: readonly EntityOf[C][],
  til: readonly EntityOf[C][],
): RowsDiff<C> {
  const before = new Map<string, EntityOf[C]>(fra.map((row) => [row.id, row]));
  const after = new Map<string, EntityOf[C]>(til.map((row) => [row.id, row]));
  const kept = til.filter(({ id }) => before.has(id));
  const changed = kept
    .map((row) => ({ id: row.id, changes: changesOf(before.get(row.id) ?? row, row, ['order']) }))
    .filter(({ changes }) => changes.length > 0);
  return {
    added: til.filter(({ id }) => !before.has(id)),
    removed: fra.filter(({ id }) => !after.has(id)),
    changed,
    moved: movedIds(
      fra.map(({ id }) => id).filter((id) => after.has(id)),
      kept.map(({ id }) => id),
    ),
  };
}

function changesOf<K extends string>(
  fra: Readonly<Partial<Record<K, unknown>>>,
  til: Readonly<Partial<Record<K, unknown>>>,
  except: readonly string[] = [],
): readonly Change[] {
  const fields = new Set([...Object.keys(fra), ...Object.keys(til)] as K[]);
  return [...fields]
    .filter((field) => !except.includes(field) && !isSameJson(fra[field], til[field]))
    .map((field) => ({ field, fra: fra[field] ?? null, til: til[field] ?? null }));
}

/**
 * The fewest ids whose moving makes one order the other: all but a longest run that both orders
 * have in common (longest increasing subsequence, by patience sorting).
 */
function movedIds<Id extends string>(fra: readonly Id[], til: readonly Id[]): readonly Id[] {
  const placeBefore = new Map(fra.map((id, place) => [id, place]));
  const places = til.map((id) => placeBefore.get(id) ?? 0);
  /** For each length, where the run of that length with the smallest end ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    let length = ends.findIndex((end) => (places[end] ?? 0) >= place);
    if (length < 0) length = ends.length;
    previous[index] = ends[length - 1];
    ends[length] = index;
  }
  const staying = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) staying.add(at);
  return til.filter((_id, index) => !staying.has(index));
}
