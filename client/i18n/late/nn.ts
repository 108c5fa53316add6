/** Nynorsk for what is not on the first screen; see `nb.ts`. */
import type { LateTexts } from '../keys.ts';
import { detaljerNn } from './detaljer.nn.ts';
import { programNn } from './program.nn.ts';

export const lateNn = {
  ...detaljerNn,
  ...programNn,
} satisfies LateTexts;
