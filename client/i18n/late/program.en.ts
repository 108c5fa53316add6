/** English for the page of a gevinstrealiseringsprogram. */
import type { programNb } from './program.nb.ts';

export const programEn: Readonly<Record<keyof typeof programNb, string>> = {
  'program.kind': 'Gevinst programme',
  'program.untitled': 'Programme without a name',
  'program.loading': 'Fetching the programme …',
  'program.failed': 'We cannot open the programme',
  'program.header': 'About the programme',
  'program.section.maaltall': 'Måltall',
  'program.section.enheter': 'Enheter',
  'program.section.ark': 'Sheets',
  'program.section.usikkerheter': 'Usikkerhet',
  'program.section.milepaeler': 'Milestones',
  'program.section.aktiviteter': 'Årshjul',
  'program.kvartal.k1': '1st quarter',
  'program.kvartal.k2': '2nd quarter',
  'program.kvartal.k3': '3rd quarter',
  'program.kvartal.k4': '4th quarter',
  'program.share.title': 'Share the programme',
  'program.share.rediger':
    'For those who run the programme. Everybody with the link can write in it. Its sheets are shared one by one.',
  'program.share.les':
    'For those who follow along. They see all of the programme, but cannot change anything.',
  'program.share.call': 'Join the programme',
  'program.share.bigRediger': 'With this link you can write in the programme.',
  'program.share.bigLes': 'With this link you can read the programme and follow along.',
};
