/** English for the dialogs with all that a sheet knows about one row; see `detaljer.nb.ts`. */
import type { detaljerNb } from './detaljer.nb.ts';

export const detaljerEn: Readonly<Record<keyof typeof detaljerNb, string>> = {
  'detaljer.borte': 'The row has been removed. Close the window and choose another.',
  'detaljer.borteTittel': 'The row is gone',
  'detaljer.beskrivelse': 'Description',
};
