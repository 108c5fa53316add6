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
} as const satisfies Record<string, string>;
