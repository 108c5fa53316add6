/** The sheet's own header: dates, unit, parent, the words of its cells, and its label overrides. */

import type { Command } from '../../document/commands/command.ts';
import {
  ensureText,
  nested,
  replaceText,
  setRegister,
  writeField,
} from '../../document/commands/write.ts';
import type { Field } from '../../document/schema/fields.ts';
import { HEADER, type Header } from '../schema/entities.ts';
import { headerOf } from '../schema/roots.ts';

export type HeaderText = 'title' | 'edition' | 'owner' | 'mentor';
export type HeaderPatch = Partial<Pick<Header, 'date' | 'enhetId' | 'parent'>>;

export function patchHeader(patch: HeaderPatch): Command {
  return (doc) => {
    const entries = Object.entries(patch) as [keyof HeaderPatch, never][];
    for (const [key, value] of entries) {
      if (!HEADER[key].schema.safeParse(value).success) return { refused: 'illTyped', field: key };
    }
    return {
      apply: () => {
        for (const [key, value] of entries) {
          writeField(headerOf(doc), key, HEADER[key] as Field<unknown>, value);
        }
      },
    };
  };
}

/** Makes a header cell read as given; typing goes through the cell's own Y.Text. */
export function setHeaderText(key: HeaderText, value: string): Command {
  return (doc) => ({ apply: () => replaceText(ensureText(headerOf(doc), key), value) });
}

/** Overrides one label or guiding question of the template; undefined puts the template's back. */
export function setLabel(key: string, label: string | undefined): Command {
  return (doc) => ({
    apply: () => setRegister(nested(headerOf(doc), 'labels'), key, label),
  });
}
