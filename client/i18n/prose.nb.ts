/** Bokmål for the prose editor. */
export const proseNb = {
  'prose.toolbar': 'Tekst i {{section}}',
  'prose.bold': 'Fet',
  'prose.italic': 'Kursiv',
  'prose.heading': 'Overskrift',
  'prose.bulletList': 'Punktliste',
  'prose.orderedList': 'Nummerert liste',
  'prose.indent': 'Rykk inn',
  'prose.outdent': 'Rykk ut',
  'prose.table': 'Sett inn tabell',
  'prose.tableMenu': 'Tabell',
  'prose.addRow': 'Ny rad under',
  'prose.addColumn': 'Ny kolonne til høyre',
  'prose.deleteRow': 'Slett raden',
  'prose.deleteColumn': 'Slett kolonnen',
  'prose.deleteTable': 'Slett tabellen',
  'prose.help':
    'Alt+F10 går til verktøylinjen. I en tabell går Tab til neste celle. Escape og så Tab går ut av teksten.',
  'prose.late': 'Det du skriver her, settes inn i feltet når nettet er tilbake. La siden stå åpen.',
  'prose.unknown':
    'Teksten er skrevet i en nyere versjon og kan ikke endres her. Last siden på nytt for å få den nye versjonen.',
} as const satisfies Record<string, string>;
