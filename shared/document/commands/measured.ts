/**
 * Commands on values with a day: a measure (nullpunkt, target) and a series of what was measured.
 * Each takes how to reach the entity's entries, so that a måling and a måltall share them.
 */
import * as Y from 'yjs';
import { isIsoDate } from '../schema/fields.ts';
import { all, type Command } from './command.ts';
import { onEntity } from './entities.ts';

/** Writes one entry of one entity's nested map: `setEntry` without its first two arguments. */
export type EntrySetter<K extends string> = (
  key: K,
  path: readonly [string, ...string[]],
  value: unknown,
  isValid: boolean,
) => Command;

/** Undefined clears the value. */
export function setValueOf<K extends string>(
  set: EntrySetter<K>,
  measure: K,
  value: number | undefined,
): Command {
  return set(measure, ['value'], value, Number.isFinite(value));
}

/** `date` is `YYYY-MM-DD`; undefined clears it. */
export function setDateOf<K extends string>(
  set: EntrySetter<K>,
  measure: K,
  date: string | undefined,
): Command {
  return set(measure, ['date'], date, date !== undefined && isIsoDate(date));
}

/** Records what was measured on a day, or corrects it; the comment stays when none is given. */
export function recordDay(
  set: EntrySetter<'series'>,
  date: string,
  value: number,
  comment?: string,
): Command {
  const isDay = isIsoDate(date);
  const setValue = set('series', [date, 'value'], value, isDay && Number.isFinite(value));
  if (comment === undefined) return setValue;
  return all([setValue, set('series', [date, 'comment'], comment, isDay)]);
}

/** Removes a measured day; refused (`gone`) where there is none. */
export function removeDay(collection: string, id: string, date: string): Command {
  return onEntity(collection, id, (entity) => {
    const series = entity.get('series');
    if (!(series instanceof Y.Map) || !series.has(date)) return { refused: 'gone' };
    return { apply: () => series.delete(date) };
  });
}
