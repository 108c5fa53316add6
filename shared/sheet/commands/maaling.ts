/** Målinger: indicators with nullpunkt, ønsket verdi and what was measured, day by day. */
import * as Y from 'yjs';
import { all, type Command } from '../../document/commands/command.ts';
import { isIsoDate } from '../../document/schema/fields.ts';
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

export function setMeasureValue(
  id: MaalingId,
  point: MeasurePoint,
  value: number | undefined,
): Command {
  return setEntry('maalinger', id, point, ['value'], value, Number.isFinite(value));
}

/** `date` is `YYYY-MM-DD`; undefined clears it. */
export function setMeasureDate(
  id: MaalingId,
  point: MeasurePoint,
  date: string | undefined,
): Command {
  return setEntry('maalinger', id, point, ['date'], date, date !== undefined && isIsoDate(date));
}

/** Records what was measured on a day, or corrects it; the comment stays when none is given. */
export function recordMeasured(
  id: MaalingId,
  date: string,
  value: number,
  comment?: string,
): Command {
  const isDay = isIsoDate(date);
  const setValue = setEntry(
    'maalinger',
    id,
    'series',
    [date, 'value'],
    value,
    isDay && Number.isFinite(value),
  );
  if (comment === undefined) return setValue;
  return all([setValue, setEntry('maalinger', id, 'series', [date, 'comment'], comment, isDay)]);
}

export function removeMeasured(id: MaalingId, date: string): Command {
  return (doc) => {
    const entity = collectionOf(doc, 'maalinger').get(id);
    const series = entity instanceof Y.Map ? entity.get('series') : undefined;
    if (!(series instanceof Y.Map) || !series.has(date)) return { refused: 'gone' };
    return { apply: () => series.delete(date) };
  };
}
