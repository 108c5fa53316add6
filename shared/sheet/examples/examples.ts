/**
 * The worked examples that somebody can open and try things in. Each opening makes a sheet of its
 * own: what people do there never touches the example itself.
 */

import { all, type Command } from '../../document/commands/command.ts';
import type { SheetId, TiltakId } from '../../ids/ids.ts';
import { createFromSnapshot } from '../commands/create.ts';
import { patchHeader } from '../commands/header.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { advansia } from './advansia.ts';
import { avtalelojalitet } from './avtalelojalitet.ts';
import { levanger } from './levanger.ts';
import { skolemiljo } from './skolemiljo.ts';
import { staup } from './staup.ts';

export const EXAMPLES = {
  avtalelojalitet,
  levanger,
  skolemiljo,
  staup,
  advansia,
} as const satisfies Readonly<Record<string, () => Snapshot>>;
export type ExampleName = keyof typeof EXAMPLES;

export const EXAMPLE_NAMES = Object.keys(EXAMPLES) as [ExampleName, ...ExampleName[]];

export interface ExampleOptions {
  /** Instead of the example's own title. */
  readonly title?: string;
  /** The utredningstiltak on a virksomhets-A3 that the sheet digs into. */
  readonly parent?: { readonly sheetId: SheetId; readonly tiltakId: TiltakId | null };
}

/**
 * Fills an empty document with an example; refused (`taken`) when it is not empty. The example
 * decides the sheet's kind: `EXAMPLES[name]().sheet.kind`.
 */
export function createExample(name: ExampleName, options: ExampleOptions = {}): Command {
  const example = EXAMPLES[name]();
  const { title = example.sheet.title, parent } = options;
  const create = createFromSnapshot({ ...example, sheet: { ...example.sheet, title } });
  return parent === undefined ? create : all([create, patchHeader({ parent })]);
}
