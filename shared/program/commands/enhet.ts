/** Enheter: rows that stand under one another. */
import { all, type Command } from '../../document/commands/command.ts';
import type { Place } from '../../document/commands/place.ts';
import type { EnhetId } from '../../ids/ids.ts';
import { isUnder } from '../enheter.ts';
import { readProgramCollection } from '../snapshot/snapshot.ts';
import { moveEntity, patchEntity } from './program.ts';

/**
 * Puts an enhet under another one (null: at the top), and at a place among the rows when one is
 * given. Refused (`illTyped`) where it would come to stand under itself.
 */
export function placeEnhet(id: EnhetId, parent: EnhetId | null, place?: Place): Command {
  const steps = [patchEntity('enheter', id, { parent })];
  if (place !== undefined) steps.push(moveEntity('enheter', id, place));
  return (doc) => {
    if (parent !== null && isUnder(readProgramCollection(doc, 'enheter'), parent, id)) {
      return { refused: 'illTyped', field: 'parent' };
    }
    return all(steps)(doc);
  };
}
