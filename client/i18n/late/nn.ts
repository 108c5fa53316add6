/** Nynorsk for what is not on the first screen; see `nb.ts`. */
import type { LateTexts } from '../keys.ts';
import { detaljerNn } from './detaljer.nn.ts';
import { rodTraadNn } from './rodTraad.nn.ts';

export const lateNn = {
  ...detaljerNn,
  ...rodTraadNn,
} satisfies LateTexts;
