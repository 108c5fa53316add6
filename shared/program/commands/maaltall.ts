/** Måltall: a target with its day, and what was measured or entered, day by day. */
import type { Command } from '../../document/commands/command.ts';
import {
  type EntrySetter,
  recordDay,
  removeDay,
  setDateOf,
  setValueOf,
} from '../../document/commands/measured.ts';
import type { MaaltallId } from '../../ids/ids.ts';
import { setEntry } from './program.ts';

const entriesOf =
  (id: MaaltallId): EntrySetter<'target' | 'series'> =>
  (...entry) =>
    setEntry('maaltall', id, ...entry);

/** Undefined clears it. */
export function setTargetValue(id: MaaltallId, value: number | undefined): Command {
  return setValueOf(entriesOf(id), 'target', value);
}

/** `date` is `YYYY-MM-DD`; undefined clears it. */
export function setTargetDate(id: MaaltallId, date: string | undefined): Command {
  return setDateOf(entriesOf(id), 'target', date);
}

/** Records what the måltall was on a day, or corrects it; the comment stays when none is given. */
export function recordMaaltall(
  id: MaaltallId,
  date: string,
  value: number,
  comment?: string,
): Command {
  return recordDay(entriesOf(id), date, value, comment);
}

export function removeMaaltallDay(id: MaaltallId, date: string): Command {
  return removeDay('maaltall', id, date);
}
