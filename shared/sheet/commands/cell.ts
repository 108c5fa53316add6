/**
 * Making sure that a cell is a Y.Text before somebody types in it. Sheets made and migrated by us
 * have one in every cell; this is for a cell that another program left absent or as a plain string.
 */
import * as Y from 'yjs';
import type { Command } from '../../document/commands/command.ts';
import type { CollectionName, IdOf } from '../schema/entities.ts';
import { collectionOf, headerOf } from '../schema/roots.ts';
import { ensureText, type TextKey } from './entities.ts';
import type { HeaderText } from './header.ts';

export function makeHeaderCell(key: HeaderText): Command<Y.Text> {
  return (doc) => ({ apply: () => ensureText(headerOf(doc), key) });
}

export function makeCell<C extends CollectionName>(
  collection: C,
  id: IdOf<C>,
  key: TextKey<C>,
): Command<Y.Text> {
  return (doc) => {
    const entity = collectionOf(doc, collection).get(id);
    if (!(entity instanceof Y.Map)) return { refused: 'gone' };
    return { apply: () => ensureText(entity, key) };
  };
}
