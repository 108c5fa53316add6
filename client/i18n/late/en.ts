/** English for what is not on the first screen; see `nb.ts`. The method's own words keep their Norwegian. */
import type { LateTexts } from '../keys.ts';
import { detaljerEn } from './detaljer.en.ts';
import { programEn } from './program.en.ts';

export const lateEn = {
  ...detaljerEn,
  ...programEn,
} satisfies LateTexts;
