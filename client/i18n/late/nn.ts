/** Nynorsk for what is not on the first screen; see `nb.ts`. */
import type { LateTexts } from '../keys.ts';
import { detaljerNn } from './detaljer.nn.ts';
import { dypdykkNn } from './dypdykk.nn.ts';
import { gevinstNn } from './gevinst.nn.ts';
import { portefoljeNn } from './portefolje.nn.ts';
import { programNn } from './program.nn.ts';
import { tiltakNn } from './tiltak.nn.ts';

export const lateNn = {
  ...detaljerNn,
  ...dypdykkNn,
  ...gevinstNn,
  ...portefoljeNn,
  ...programNn,
  ...tiltakNn,
} satisfies LateTexts;
