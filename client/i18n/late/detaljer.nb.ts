/** Bokmål for the dialogs with all that a sheet knows about one row. */

export const detaljerNb = {
  'detaljer.borte': 'Raden er fjernet. Lukk vinduet og velg en annen.',
  'detaljer.borteTittel': 'Raden er borte',
  'detaljer.beskrivelse': 'Beskrivelse',
} as const satisfies Record<string, string>;
