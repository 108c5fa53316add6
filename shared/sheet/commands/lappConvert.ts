/**
 * Turning a lapp into a rotårsak, a tiltak, a gevinst or a måling. The lapp stays, and says what
 * it became; one undo takes the new row and the saying back together.
 */
import * as Y from 'yjs';
import type { Command } from '../../document/commands/command.ts';
import { writeField } from '../../document/commands/write.ts';
import type { LappId } from '../../ids/ids.ts';
import { HEADER, LAPP, type Lapp } from '../schema/entities.ts';
import { collectionOf, headerOf } from '../schema/roots.ts';
import { BECAME_TYPES, type BecameType } from '../schema/vocabulary.ts';
import { BECAME_COLLECTIONS } from '../snapshot/became.ts';
import { readEntity } from '../snapshot/snapshot.ts';
import { addEntity } from './entities.ts';
import { type LappParts, partsOf } from './lappLines.ts';

export type Became = NonNullable<Lapp['became']>;

/**
 * Makes a row of the lapp's words, last in its table, and answers what the lapp became. The first
 * line is the row's title; what stands below it are a rotårsak's points, the description of a
 * tiltak or a gevinst, or a måling's method. A tiltak is an utredning on a virksomhets-A3, and an
 * endring on a dypdykk. Refused when the lapp is gone, and (`taken`) when it has become something
 * that is still there.
 */
export function convertLapp(id: LappId, to: BecameType): Command<Became> {
  return (doc) => {
    const entity = collectionOf(doc, 'lapper').get(id);
    if (!(entity instanceof Y.Map)) return { refused: 'gone' };
    const lapp = readEntity('lapper', id, entity);
    if (lapp === undefined || !BECAME_TYPES.includes(to)) {
      return { refused: 'illTyped', field: 'became' };
    }
    if (isThere(doc, lapp.became)) return { refused: 'taken' };
    const added = rowOf(to, partsOf(lapp.text), doc)(doc);
    if ('refused' in added) return added;
    return {
      apply: (writer) => {
        const became: Became = { type: to, id: added.apply(writer) };
        writeField(entity, 'became', LAPP.became, became);
        return became;
      },
    };
  };
}

function isThere(doc: Y.Doc, became: Lapp['became']): boolean {
  return (
    became !== null &&
    collectionOf(doc, BECAME_COLLECTIONS[became.type]).get(became.id) instanceof Y.Map
  );
}

function rowOf(to: BecameType, { title, rest, points }: LappParts, doc: Y.Doc): Command<string> {
  switch (to) {
    case 'rotaarsak':
      return addEntity('rotaarsaker', { title, points });
    case 'tiltak':
      return addEntity('tiltak', { title, description: rest, slag: slagFor(doc) });
    case 'gevinst':
      return addEntity('gevinster', { title, description: rest });
    case 'maaling':
      return addEntity('maalinger', { name: title, method: rest });
  }
}

function slagFor(doc: Y.Doc): 'utredning' | 'endring' {
  const kind = HEADER.kind.read(headerOf(doc).get('kind'));
  return kind === 'virksomhet' ? 'utredning' : 'endring';
}
