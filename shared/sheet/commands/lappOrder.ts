/**
 * Places a note among everything on the canvas, drawings too, where moving it in the form's list
 * (`moveLapp`) places it among notes alone.
 */
import * as Y from 'yjs';
import type { Command } from '../../document/commands/command.ts';
import { setRegister } from '../../document/commands/write.ts';
import { keyBetween } from '../../document/order.ts';
import type { LappId } from '../../ids/ids.ts';
import { collectionOf } from '../schema/roots.ts';

/** Gives a note this order key. Refused (`illTyped`) when nothing could be put beside the key. */
export function setLappOrder(id: LappId, order: string): Command {
  return (doc) => {
    const lapp = collectionOf(doc, 'lapper').get(id);
    if (!(lapp instanceof Y.Map)) return { refused: 'gone' };
    if (keyBetween(order, null, (count) => new Uint8Array(count)) === undefined) {
      return { refused: 'illTyped', field: 'order' };
    }
    return { apply: () => setRegister(lapp, 'order', order) };
  };
}
