/** Målinger: indicators with nullpunkt, ønsket verdi and what was measured, day by day. */
import type { Command } from '../../document/commands/command.ts';
import {
  type EntrySetter,
  recordDay,
  removeDay,
  setDateOf,
  setValueOf,
} from '../../document/commands/measured.ts';
import type { GevinstId, MaalingId } from '../../ids/ids.ts';
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

export function removeMeasured(id: MaalingId, date: string): Command {
  return removeDay('maalinger', id, date);
}
