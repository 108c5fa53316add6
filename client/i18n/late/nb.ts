/**
 * Bokmål for what is not on the first screen: the same kind of table as `../nb.ts`, fetched together
 * with the first view that shows any of it (`loadLateTexts`). One file for each subject.
 */
import { canvasNb } from './canvas.nb.ts';
import { detaljerNb } from './detaljer.nb.ts';
import { dypdykkNb } from './dypdykk.nb.ts';
import { gevinstNb } from './gevinst.nb.ts';
import { maalingNb } from './maaling.nb.ts';
import { portefoljeNb } from './portefolje.nb.ts';
import { programNb } from './program.nb.ts';
import { rodTraadNb } from './rodTraad.nb.ts';
import { tiltakNb } from './tiltak.nb.ts';

export const lateNb = {
  ...canvasNb,
  ...detaljerNb,
  ...dypdykkNb,
  ...gevinstNb,
  ...portefoljeNb,
  ...programNb,
  ...tiltakNb,
  ...rodTraadNb,
  ...maalingNb,
} as const satisfies Record<string, string>;
