/**
 * Commands on the collections of a sheet: add, remove, move, change a register, tick a reference,
 * write one entry of a nested map. The files beside this one give them the method's names.
 */
import { EntityCommands } from '../../document/commands/entities.ts';
import type { DraftIn, PatchIn, TextIn } from '../../document/kind.ts';
import { type CollectionName, SHEET, type SheetShape } from '../schema/entities.ts';

export { orderedRows, type Place } from '../../document/commands/place.ts';
export { ensureText } from '../../document/commands/write.ts';

export const {
  addEntity,
  addEntities,
  removeEntity,
  restoreEntity,
  moveEntity,
  patchEntity,
  linkEntity,
  setEntry,
  setEntityText,
  makeCell,
} = new EntityCommands<SheetShape>(SHEET);

export type TextKey<C extends CollectionName> = TextIn<SheetShape, C>;
export type Draft<C extends CollectionName> = DraftIn<SheetShape, C>;
export type Patch<C extends CollectionName> = PatchIn<SheetShape, C>;
