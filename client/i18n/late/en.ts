/** English for what is not on the first screen; see `nb.ts`. The method's own words keep their Norwegian. */
import type { LateTexts } from '../keys.ts';
import { detaljerEn } from './detaljer.en.ts';
import { rodTraadEn } from './rodTraad.en.ts';

export const lateEn = {
  ...detaljerEn,
  ...rodTraadEn,
} satisfies LateTexts;
