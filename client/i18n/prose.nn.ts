/** Nynorsk for the prose editor. */
import type { proseNb } from './prose.nb.ts';

export const proseNn = {
  'prose.toolbar': 'Tekst i {{section}}',
  'prose.bold': 'Feit',
  'prose.italic': 'Kursiv',
  'prose.heading': 'Overskrift',
  'prose.bulletList': 'Punktliste',
  'prose.orderedList': 'Nummerert liste',
  'prose.indent': 'Rykk inn',
  'prose.outdent': 'Rykk ut',
  'prose.table': 'Set inn tabell',
  'prose.tableMenu': 'Tabell',
  'prose.addRow': 'Ny rad under',
  'prose.addColumn': 'Ny kolonne til høgre',
  'prose.deleteRow': 'Slett rada',
  'prose.deleteColumn': 'Slett kolonnen',
  'prose.deleteTable': 'Slett tabellen',
  'prose.help':
    'Alt+F10 går til verktøylinja. I ein tabell går Tab til neste celle. Escape og så Tab går ut av teksten.',
  'prose.late': 'Det du skriv her, blir sett inn i feltet når nettet er tilbake. La sida stå open.',
  'prose.unknown':
    'Teksten er skriven i ein nyare versjon og kan ikkje endrast her. Last sida på nytt for å få den nye versjonen.',
} as const satisfies Record<keyof typeof proseNb, string>;
