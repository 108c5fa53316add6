/** Nynorsk for the page of a gevinstrealiseringsprogram. */
import type { programNb } from './program.nb.ts';

export const programNn: Readonly<Record<keyof typeof programNb, string>> = {
  'program.kind': 'Gevinstrealiseringsprogram',
  'program.untitled': 'Program utan namn',
  'program.loading': 'Hentar programmet …',
  'program.failed': 'Vi får ikkje opna programmet',
  'program.header': 'Om programmet',
  'program.section.maaltall': 'Måltal',
  'program.section.enheter': 'Einingar',
  'program.section.ark': 'Ark',
  'program.section.usikkerheter': 'Uvisse',
  'program.section.milepaeler': 'Milepælar',
  'program.section.aktiviteter': 'Årshjul',
  'program.kvartal.k1': '1. kvartal',
  'program.kvartal.k2': '2. kvartal',
  'program.kvartal.k3': '3. kvartal',
  'program.kvartal.k4': '4. kvartal',
  'program.share.title': 'Del programmet',
  'program.share.rediger':
    'For dei som styrer programmet. Alle med lenkja kan skrive i det. Arka blir delte kvar for seg.',
  'program.share.les':
    'For dei som skal følgje med. Dei ser alt i programmet, men kan ikkje endre noko.',
  'program.share.call': 'Bli med i programmet',
  'program.share.bigRediger': 'Med denne lenkja kan du skrive i programmet.',
  'program.share.bigLes': 'Med denne lenkja kan du lese programmet og følgje med.',
};
