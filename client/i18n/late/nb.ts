/**
 * Bokmål for what is not on the first screen: the same kind of table as `../nb.ts`, fetched together
 * with the first view that shows any of it (`loadLateTexts`). One file for each subject.
 */
import { detaljerNb } from './detaljer.nb.ts';
import { maalingNb } from './maaling.nb.ts';

export const lateNb = {
  ...detaljerNb,
  ...maalingNb,
} as const satisfies Record<string, string>;
