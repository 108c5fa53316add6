/** English for what is not on the first screen; see `nb.ts`. The method's own words keep their Norwegian. */
import type { LateTexts } from '../keys.ts';
import { canvasEn } from './canvas.en.ts';
import { detaljerEn } from './detaljer.en.ts';
import { dypdykkEn } from './dypdykk.en.ts';
import { gevinstEn } from './gevinst.en.ts';
import { maalingEn } from './maaling.en.ts';
import { portefoljeEn } from './portefolje.en.ts';
import { programEn } from './program.en.ts';
import { rodTraadEn } from './rodTraad.en.ts';
import { tiltakEn } from './tiltak.en.ts';

export const lateEn = {
  ...canvasEn,
  ...detaljerEn,
  ...dypdykkEn,
  ...gevinstEn,
  ...portefoljeEn,
  ...programEn,
  ...tiltakEn,
  ...rodTraadEn,
  ...maalingEn,
} satisfies LateTexts;
