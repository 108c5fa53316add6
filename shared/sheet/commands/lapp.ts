/** Lapper: sticky notes. They are the sheet's, not the canvas's: the form lists them too. */
import type { LappId } from '../../ids/ids.ts';
import type { Command } from './command.ts';
import {
  addEntity,
  type Draft,
  moveEntity,
  type Patch,
  type Place,
  patchEntity,
  removeEntity,
} from './entities.ts';

export function addLapp(draft: Draft<'lapper'> = {}, place?: Place): Command<LappId> {
  return addEntity('lapper', draft, place);
}

export function removeLapp(id: LappId): Command {
  return removeEntity('lapper', id);
}

/** Moves a note in the form's list; where it lies on the canvas is `patchLapp` with `xy`. */
export function moveLapp(id: LappId, place: Place): Command {
  return moveEntity('lapper', id, place);
}

/** Sets place on the canvas (page units), colour, author or section. */
export function patchLapp(id: LappId, patch: Patch<'lapper'>): Command {
  return patchEntity('lapper', id, patch);
}
