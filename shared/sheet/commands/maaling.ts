/** Målinger: indicators with nullpunkt, ønsket verdi and what was measured, day by day. */
import * as Y from 'yjs';
import { all, type Command } from '../../document/commands/command.ts';
import {
  type EntrySetter,
  recordDay,
  removeDay,
  setDateOf,
  setValueOf,
} from '../../document/commands/measured.ts';
import type { Measured } from '../../document/schema/fields.ts';
import type { GevinstId, MaalingId } from '../../ids/ids.ts';
import { collectionOf } from '../schema/roots.ts';
import {
  addEntity,
  type Draft,
  linkEntity,
  moveEntity,
  type Patch,
  type Place,
  patchEntity,
  removeEntity,
  setEntry,
} from './entities.ts';

export function addMaaling(draft: Draft<'maalinger'> = {}, place?: Place): Command<MaalingId> {
  return addEntity('maalinger', draft, place);
}

export function removeMaaling(id: MaalingId): Command {
  return removeEntity('maalinger', id);
}

export function moveMaaling(id: MaalingId, place: Place): Command {
  return moveEntity('maalinger', id, place);
}

export function patchMaaling(id: MaalingId, patch: Patch<'maalinger'>): Command {
  return patchEntity('maalinger', id, patch);
}

export function linkMaalingToGevinst(
  id: MaalingId,
  gevinst: GevinstId,
  isLinked: boolean,
): Command {
  return linkEntity('maalinger', id, 'gevinster', gevinst, isLinked);
}

/** `start` is the nullpunkt, `target` the ønsket verdi. */
export type MeasurePoint = 'start' | 'target';

const entriesOf =
  (id: MaalingId): EntrySetter<'start' | 'target' | 'series'> =>
  (...entry) =>
    setEntry('maalinger', id, ...entry);

export function setMeasureValue(
  id: MaalingId,
  point: MeasurePoint,
  value: number | undefined,
): Command {
  return setValueOf(entriesOf(id), point, value);
}

/** `date` is `YYYY-MM-DD`; undefined clears it. */
export function setMeasureDate(
  id: MaalingId,
  point: MeasurePoint,
  date: string | undefined,
): Command {
  return setDateOf(entriesOf(id), point, date);
}

/** Records what was measured on a day, or corrects it; the comment stays when none is given. */
export function recordMeasured(
  id: MaalingId,
  date: string,
  value: number,
  comment?: string,
): Command {
  return recordDay(entriesOf(id), date, value, comment);
}

/** What becomes of days that have a value already, when a series is recorded over them. */
export type OnMeasuredDay = 'replace' | 'keep';

/**
 * Records what was measured on many days, as one step: all of it or nothing. Answers how many days
 * were written. A comment that is empty leaves the one that stands.
 */
export function recordSeries(
  id: MaalingId,
  series: readonly Measured[],
  onMeasuredDay: OnMeasuredDay,
): Command<number> {
  return (doc) => {
    const entity = collectionOf(doc, 'maalinger').get(id);
    if (!(entity instanceof Y.Map)) return { refused: 'gone' };
    const stored: unknown = entity.get('series');
    const isMeasured = (date: string): boolean => stored instanceof Y.Map && stored.has(date);
    const wanted = series.filter(({ date }) => onMeasuredDay === 'replace' || !isMeasured(date));
    const records = wanted.map(({ date, value, comment }) =>
      recordMeasured(id, date, value, comment === '' ? undefined : comment),
    );
    const answer = all(records)(doc);
    if ('refused' in answer) return answer;
    return {
      apply: (writer) => {
        answer.apply(writer);
        return wanted.length;
      },
    };
  };
}

export function removeMeasured(id: MaalingId, date: string): Command {
  return removeDay('maalinger', id, date);
}
