/** Gevinster: the measurable gains that tiltak give, with their factors and their sums per year. */
import type * as Y from 'yjs';
import type { Command } from '../../document/commands/command.ts';
import { onEntity } from '../../document/commands/entities.ts';
import { ensureText, nested } from '../../document/commands/write.ts';
import type { GevinstId, TiltakId } from '../../ids/ids.ts';
import { collectionOf } from '../schema/roots.ts';
import { CALCULATION_KINDS, type CalculationKind } from '../schema/vocabulary.ts';
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

export function addGevinst(draft: Draft<'gevinster'> = {}, place?: Place): Command<GevinstId> {
  return addEntity('gevinster', draft, place);
}

/** Adds a gevinst that comes from a tiltak, and answers its id: made and linked in one step. */
export function addGevinstOfTiltak(tiltak: TiltakId): Command<GevinstId> {
  return (doc) =>
    collectionOf(doc, 'tiltak').has(tiltak)
      ? addGevinst({ tiltak: [tiltak] })(doc)
      : { refused: 'gone' };
}

export function removeGevinst(id: GevinstId): Command {
  return removeEntity('gevinster', id);
}

export function moveGevinst(id: GevinstId, place: Place): Command {
  return moveEntity('gevinster', id, place);
}

export function patchGevinst(id: GevinstId, patch: Patch<'gevinster'>): Command {
  return patchEntity('gevinster', id, patch);
}

/** Says that a gevinst comes (or does not come) from a tiltak. Many to many. */
export function linkGevinstToTiltak(id: GevinstId, tiltak: TiltakId, isLinked: boolean): Command {
  return linkEntity('gevinster', id, 'tiltak', tiltak, isLinked);
}

/** The tables of amounts per year. `budsjettvirkning` is in kroner, the others in the gevinst's unit. */
export type YearTable = 'estimate' | 'realised' | 'budsjettvirkning';

/** Writes one year of one table; undefined clears it. `year` has four digits. */
export function setGevinstYear(
  id: GevinstId,
  table: YearTable,
  year: string,
  amount: number | undefined,
): Command {
  return setEntry('gevinster', id, table, [year], amount, isYear(year) && Number.isFinite(amount));
}

/** Chooses the calculator; undefined puts it away, its factors stay. */
export function setCalculationKind(id: GevinstId, kind: CalculationKind | undefined): Command {
  const isKnown = kind === undefined || CALCULATION_KINDS.includes(kind);
  return setEntry('gevinster', id, 'calculation', ['kind'], kind, isKnown);
}

/** Writes one factor of the calculator by its name; undefined clears it. */
export function setFactor(id: GevinstId, factor: string, value: number | undefined): Command {
  return setEntry(
    'gevinster',
    id,
    'calculation',
    ['factors', factor],
    value,
    Number.isFinite(value),
  );
}

/** The words that go with a gevinst's calculator stand beside its factors. */
export function makeAssumptionsCell(id: GevinstId): Command<Y.Text> {
  return onEntity('gevinster', id, (entity) => ({
    apply: () => ensureText(nested(entity, 'calculation'), 'assumptions'),
  }));
}

function isYear(year: string): boolean {
  return /^\d{4}$/.test(year);
}
