/** Tiltak: what must be done, by whom, by when, how far it has come and what was decided. */

import type { Command } from '../../document/commands/command.ts';
import type { RotaarsakId, TiltakId } from '../../ids/ids.ts';
import {
  addEntity,
  type Draft,
  linkEntity,
  moveEntity,
  type Patch,
  type Place,
  patchEntity,
  removeEntity,
} from './entities.ts';

export function addTiltak(draft: Draft<'tiltak'> = {}, place?: Place): Command<TiltakId> {
  return addEntity('tiltak', draft, place);
}

export function removeTiltak(id: TiltakId): Command {
  return removeEntity('tiltak', id);
}

export function moveTiltak(id: TiltakId, place: Place): Command {
  return moveEntity('tiltak', id, place);
}

/** Sets slag, frist, status, beslutning or the dypdykk that an utredning opened. */
export function patchTiltak(id: TiltakId, patch: Patch<'tiltak'>): Command {
  return patchEntity('tiltak', id, patch);
}

/** Says that a tiltak does (or does not) answer a rotårsak. */
export function linkTiltakToRotaarsak(
  id: TiltakId,
  rotaarsak: RotaarsakId,
  isLinked: boolean,
): Command {
  return linkEntity('tiltak', id, 'rotaarsaker', rotaarsak, isLinked);
}
