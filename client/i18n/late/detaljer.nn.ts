/** Nynorsk for the dialogs with all that a sheet knows about one row; see `detaljer.nb.ts`. */
import type { detaljerNb } from './detaljer.nb.ts';

export const detaljerNn: Readonly<Record<keyof typeof detaljerNb, string>> = {
  'detaljer.borte': 'Rada er fjerna. Lukk vindauget og vel ei anna.',
  'detaljer.borteTittel': 'Rada er borte',
  'detaljer.beskrivelse': 'Skildring',
};
