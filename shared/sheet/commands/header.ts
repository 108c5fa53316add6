/** The sheet's own header: dates, unit, parent, the words of its cells, and its label overrides. */
import type { Command } from '../../document/commands/command.ts';
import { HeaderCommands } from '../../document/commands/header.ts';
import type { HeaderTextIn } from '../../document/kind.ts';
import { type Header, SHEET, type SheetShape } from '../schema/entities.ts';

export type HeaderText = HeaderTextIn<SheetShape>;
export type HeaderPatch = Partial<Pick<Header, 'date' | 'enhetId' | 'parent'>>;

const commands = new HeaderCommands<SheetShape>(SHEET);
export const { setHeaderText, makeHeaderCell, setLabel } = commands;

/** A sheet stays of the kind that it was made. */
export const patchHeader: (patch: HeaderPatch) => Command = commands.patchHeader;
