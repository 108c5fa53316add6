/** Nynorsk for what is not on the first screen; see `nb.ts`. */
import type { LateTexts } from '../keys.ts';
import { canvasNn } from './canvas.nn.ts';
import { detaljerNn } from './detaljer.nn.ts';
import { dypdykkNn } from './dypdykk.nn.ts';
import { gevinstNn } from './gevinst.nn.ts';
import { maalingNn } from './maaling.nn.ts';
import { portefoljeNn } from './portefolje.nn.ts';
import { programNn } from './program.nn.ts';
import { rodTraadNn } from './rodTraad.nn.ts';
import { tiltakNn } from './tiltak.nn.ts';

export const lateNn = {
  ...canvasNn,
  ...detaljerNn,
  ...dypdykkNn,
  ...gevinstNn,
  ...portefoljeNn,
  ...programNn,
  ...tiltakNn,
  ...rodTraadNn,
  ...maalingNn,
} satisfies LateTexts;
