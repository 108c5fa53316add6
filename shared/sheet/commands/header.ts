/** The sheet's own header: dates, unit, parent, the words of its cells, and its label overrides. */
import { HEADER, type Header } from '../schema/entities.ts';
import { headerOf } from '../schema/roots.ts';
import type { Command } from './command.ts';
import { ensureText, mergeStored, nested, replaceText, setRegister } from './write.ts';

export type HeaderText = 'title' | 'edition' | 'owner' | 'mentor';
export type HeaderPatch = Partial<Pick<Header, 'date' | 'enhetId' | 'parent'>>;

export function patchHeader(patch: HeaderPatch): Command {
  return (doc) => {
    for (const key of ['date', 'enhetId', 'parent'] as const) {
      if (key in patch && !HEADER[key].schema.safeParse(patch[key]).success) {
        return { refused: 'illTyped', field: key };
      }
    }
    return {
      apply: () => {
        const header = headerOf(doc);
        if (patch.date !== undefined) mergeStored(header, 'date', HEADER.date.store(patch.date));
        if (patch.enhetId !== undefined) {
          mergeStored(header, 'enhetId', HEADER.enhetId.store(patch.enhetId));
        }
        if (patch.parent !== undefined) {
          mergeStored(header, 'parent', HEADER.parent.store(patch.parent));
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
