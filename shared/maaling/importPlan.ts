/** What recording pasted or imported rows would do to each day, before anything is done. */

import type { Measured } from '../document/schema/fields.ts';
import type { OnMeasuredDay } from '../sheet/commands/maaling.ts';
import type { UnderstoodRow } from './seriesTable.ts';

/**
 * `new`: the day has no value yet; `replaces`: it has another; `kept`: it has another, which stays;
 * `same`: it reads so already.
 */
export type Effect =
  | { readonly is: 'new' | 'same' }
  | { readonly is: 'replaces' | 'kept'; readonly before: Measured };

export interface PlannedRow {
  readonly row: UnderstoodRow;
  readonly effect: Effect;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** What there is to record. */
  readonly toRecord: readonly Measured[];
  /** Days that have another value than the rows say. */
  readonly clashes: number;
}

export function planImport(
  rows: readonly UnderstoodRow[],
  series: readonly Measured[],
  onMeasuredDay: OnMeasuredDay,
): ImportPlan {
  const measured = new Map(series.map((day) => [day.date, day]));
  const planned = rows.map((row) => ({
    row,
    effect: effectOf(row, measured.get(row.date), onMeasuredDay),
  }));
  return {
    rows: planned,
    toRecord: planned
      .filter(({ effect }) => effect.is === 'new' || effect.is === 'replaces')
      .map(({ row: { date, value, comment } }) => ({ date, value, comment })),
    clashes: planned.filter(({ effect }) => 'before' in effect).length,
  };
}

function effectOf(
  row: UnderstoodRow,
  before: Measured | undefined,
  onMeasuredDay: OnMeasuredDay,
): Effect {
  if (before === undefined) return { is: 'new' };
  // A row without a comment leaves the one that stands.
  const isSame =
    before.value === row.value && (row.comment === '' || row.comment === before.comment);
  if (isSame) return { is: 'same' };
  return { is: onMeasuredDay === 'replace' ? 'replaces' : 'kept', before };
}
