/** Usikkerheter: muligheter and risikoer, each with a code that people call it by. */
import type * as Y from 'yjs';
import type { Command } from '../../document/commands/command.ts';
import type { Place } from '../../document/commands/place.ts';
import type { UsikkerhetId } from '../../ids/ids.ts';
import type { UsikkerhetSlag } from '../schema/vocabulary.ts';
import { readProgramCollection } from '../snapshot/snapshot.ts';
import { addEntity, type ProgramDraft } from './program.ts';

const LETTERS = { mulighet: 'M', risiko: 'R' } as const satisfies Record<UsikkerhetSlag, string>;

/** Adds an usikkerhet and answers its id. Without a code in the draft it gets the next one free. */
export function addUsikkerhet(
  draft: ProgramDraft<'usikkerheter'> & { readonly slag: UsikkerhetSlag },
  place?: Place,
): Command<UsikkerhetId> {
  return (doc) =>
    addEntity('usikkerheter', { code: nextCode(doc, draft.slag), ...draft }, place)(doc);
}

/** The letter of the slag and the number after the highest one in use: M1, R3. */
function nextCode(doc: Y.Doc, slag: UsikkerhetSlag): string {
  const letter = LETTERS[slag];
  const taken = readProgramCollection(doc, 'usikkerheter')
    .map(({ code }) => new RegExp(`^${letter}(\\d{1,9})$`, 'i').exec(code.trim())?.[1])
    .map((digits) => Number(digits ?? 0));
  return `${letter}${Math.max(0, ...taken) + 1}`;
}
