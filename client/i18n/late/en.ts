/** English for what is not on the first screen; see `nb.ts`. The method's own words keep their Norwegian. */
import type { LateTexts } from '../keys.ts';
import { canvasEn } from './canvas.en.ts';
import { detaljerEn } from './detaljer.en.ts';

export const lateEn = {
  ...canvasEn,
  ...detaljerEn,
} satisfies LateTexts;
