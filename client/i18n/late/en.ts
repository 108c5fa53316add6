/** English for what is not on the first screen; see `nb.ts`. The method's own words keep their Norwegian. */
import type { LateTexts } from '../keys.ts';
import { detaljerEn } from './detaljer.en.ts';
import { dypdykkEn } from './dypdykk.en.ts';
import { gevinstEn } from './gevinst.en.ts';
import { portefoljeEn } from './portefolje.en.ts';
import { programEn } from './program.en.ts';
import { tiltakEn } from './tiltak.en.ts';

export const lateEn = {
  ...detaljerEn,
  ...dypdykkEn,
  ...gevinstEn,
  ...portefoljeEn,
  ...programEn,
  ...tiltakEn,
} satisfies LateTexts;
