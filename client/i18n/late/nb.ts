/**
 * Bokmål for what is not on the first screen: the same kind of table as `../nb.ts`, fetched together
 * with the first view that shows any of it (`loadLateTexts`). One file for each subject.
 */
import { detaljerNb } from './detaljer.nb.ts';
import { dypdykkNb } from './dypdykk.nb.ts';
import { gevinstNb } from './gevinst.nb.ts';
import { portefoljeNb } from './portefolje.nb.ts';
import { programNb } from './program.nb.ts';
import { tiltakNb } from './tiltak.nb.ts';

export const lateNb = {
  ...detaljerNb,
  ...dypdykkNb,
  ...gevinstNb,
  ...portefoljeNb,
  ...programNb,
  ...tiltakNb,
} as const satisfies Record<string, string>;
