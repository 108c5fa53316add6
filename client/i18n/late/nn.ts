/** Nynorsk for what is not on the first screen; see `nb.ts`. */
import type { LateTexts } from '../keys.ts';
import { canvasNn } from './canvas.nn.ts';
import { detaljerNn } from './detaljer.nn.ts';
import { gevinstNn } from './gevinst.nn.ts';
import { rodTraadNn } from './rodTraad.nn.ts';
import { tiltakNn } from './tiltak.nn.ts';
import { maalingNn } from './maaling.nn.ts';

export const lateNn = {
  ...canvasNn,
  ...detaljerNn,
  ...gevinstNn,
  ...tiltakNn,
  ...rodTraadNn,
  ...maalingNn,
} satisfies LateTexts;
