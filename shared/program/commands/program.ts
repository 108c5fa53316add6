/**
 * The commands on a programme: its making, its header, and the rows of its collections. What needs
 * more than adding, moving, patching and removing has a file of its own beside this one.
 */
import type { Command } from '../../document/commands/command.ts';
import { EntityCommands } from '../../document/commands/entities.ts';
import { HeaderCommands } from '../../document/commands/header.ts';
import { mergeCollections, mergeHeader } from '../../document/commands/merge.ts';
import type { DraftIn, HeaderTextIn, PatchIn, TextIn } from '../../document/kind.ts';
import { PROGRAM, type ProgramCollection, type ProgramShape } from '../schema/entities.ts';
import type { ProgramSnapshot } from '../snapshot/snapshot.ts';

export const {
  addEntity,
  removeEntity,
  restoreEntity,
  moveEntity,
  patchEntity,
  setEntry,
  setEntityText,
  makeCell,
} = new EntityCommands<ProgramShape>(PROGRAM);

const header = new HeaderCommands<ProgramShape>(PROGRAM);
/** `setLabel` names a quarter of the årshjul, by its key. */
export const { patchHeader, setHeaderText, makeHeaderCell, setLabel } = header;

export type ProgramDraft<C extends ProgramCollection> = DraftIn<ProgramShape, C>;
export type ProgramPatch<C extends ProgramCollection> = PatchIn<ProgramShape, C>;
export type ProgramText<C extends ProgramCollection> = TextIn<ProgramShape, C>;
export type ProgramHeaderText = HeaderTextIn<ProgramShape>;

export interface NewProgram {
  readonly name: string;
  /** Whole years, both included. */
  readonly periodFrom?: number | null;
  readonly periodTo?: number | null;
}

/**
 * Fills an empty document with the header of a programme, on the server and once. Refused when it
 * already has one (`taken`) or when a value does not fit its field (`illTyped`).
 */
export function createProgram(program: NewProgram): Command {
  return header.createHeader({ ...program });
}

/** Fills an empty document with a whole programme, such as the worked example. */
export function createProgramFromSnapshot(snapshot: ProgramSnapshot): Command {
  const { labels: _labels, ...values } = snapshot.program;
  const create = header.createHeader(values);
  return (doc) => {
    const plan = create(doc);
    if ('refused' in plan) return plan;
    return {
      apply: (writer) => {
        plan.apply(writer);
        mergeHeader(PROGRAM, doc, snapshot.program);
        mergeCollections(PROGRAM, doc, snapshot);
      },
    };
  };
}
