/** English for what a sheet tells of those above and below it; see `dypdykk.nb.ts`. */
import type { dypdykkNb } from './dypdykk.nb.ts';

export const dypdykkEn: Readonly<Record<keyof typeof dypdykkNb, string>> = {
  'dypdykk.overskrift': 'Dypdykk',
  'dypdykk.hjelp':
    'A dypdykk is a sheet of its own about this tiltak. Title, eier and enhet come along.',
  'dypdykk.fra': 'Dypdykk from:',
  'dypdykk.etVirksomhetsA3': 'a virksomhets-A3',
  'dypdykk.enhet': 'Enhet',
  'dypdykk.ikkeValgtEnhet': 'Not chosen',
  'dypdykk.navn': 'Dypdykk: {{title}}',
  'dypdykk.uten': 'Dypdykk',
  'dypdykk.tiltak': 'Tiltak on the dypdykk',
  'dypdykk.sum': '{{stage}}: {{amounts}}',
  'dypdykk.og': ' and ',
  'dypdykk.maal': '{{name}}: {{percent}} % of the goal',
  'dypdykk.ingenSummer': 'No amounts yet.',
  'dypdykk.bareSummer':
    'You see the sums only, because you do not have the link to the dypdykk on this device. Ask whoever owns the sheet for it.',
  'dypdykk.ingenLenke':
    'You do not have the link to the dypdykk on this device. Ask whoever owns the sheet for it.',
  'dypdykk.ikkeTalt': 'The dypdykk is not counted in here. It can take a moment when it is new.',
  'dypdykk.noekkel': 'Only some can make new sheets here',
  'dypdykk.noekkelHjelp':
    'The dypdykk is a new sheet. If you do not have the key, ask whoever has it to open the dypdykk. Your tiltak is saved.',
};
