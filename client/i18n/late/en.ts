/** English for what is not on the first screen; see `nb.ts`. The method's own words keep their Norwegian. */
import type { LateTexts } from '../keys.ts';
import { detaljerEn } from './detaljer.en.ts';
import { maalingEn } from './maaling.en.ts';

export const lateEn = {
  ...detaljerEn,
  ...maalingEn,
} satisfies LateTexts;
