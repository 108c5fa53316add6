/** Rotårsaker: clusters of a heading with one point a line under it. */

import type { Command } from '../../document/commands/command.ts';
import type { RotaarsakId } from '../../ids/ids.ts';
import { addEntity, type Draft, moveEntity, type Place, removeEntity } from './entities.ts';

export function addRotaarsak(
  draft: Draft<'rotaarsaker'> = {},
  place?: Place,
): Command<RotaarsakId> {
  return addEntity('rotaarsaker', draft, place);
}

export function removeRotaarsak(id: RotaarsakId): Command {
  return removeEntity('rotaarsaker', id);
}

export function moveRotaarsak(id: RotaarsakId, place: Place): Command {
  return moveEntity('rotaarsaker', id, place);
}
