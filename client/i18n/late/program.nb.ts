/** Bokmål for the page of a gevinstrealiseringsprogram. */

export const programNb = {
  'program.kind': 'Gevinstrealiseringsprogram',
  'program.untitled': 'Program uten navn',
  'program.loading': 'Henter programmet …',
  'program.failed': 'Vi får ikke åpnet programmet',
  'program.header': 'Om programmet',
  'program.section.maaltall': 'Måltall',
  'program.section.enheter': 'Enheter',
  'program.section.ark': 'Ark',
  'program.section.usikkerheter': 'Usikkerhet',
  'program.section.milepaeler': 'Milepæler',
  'program.section.aktiviteter': 'Årshjul',
  'program.kvartal.k1': '1. kvartal',
  'program.kvartal.k2': '2. kvartal',
  'program.kvartal.k3': '3. kvartal',
  'program.kvartal.k4': '4. kvartal',
  'program.share.title': 'Del programmet',
  'program.share.rediger':
    'For dem som styrer programmet. Alle med lenken kan skrive i det. Arkene deles hver for seg.',
  'program.share.les':
    'For dem som skal følge med. De ser alt i programmet, men kan ikke endre noe.',
  'program.share.call': 'Bli med i programmet',
  'program.share.bigRediger': 'Med denne lenken kan du skrive i programmet.',
  'program.share.bigLes': 'Med denne lenken kan du lese programmet og følge med.',
} as const satisfies Record<string, string>;
