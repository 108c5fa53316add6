/** Nynorsk for what a sheet tells of those above and below it; see `dypdykk.nb.ts`. */
import type { dypdykkNb } from './dypdykk.nb.ts';

export const dypdykkNn: Readonly<Record<keyof typeof dypdykkNb, string>> = {
  'dypdykk.overskrift': 'Dypdykk',
  'dypdykk.hjelp':
    'Eit dypdykk er eit eige ark om dette tiltaket. Tittel, eigar og eining følgjer med.',
  'dypdykk.fra': 'Dypdykk frå:',
  'dypdykk.etVirksomhetsA3': 'eit verksemds-A3',
  'dypdykk.enhet': 'Eining',
  'dypdykk.ikkeValgtEnhet': 'Ikkje vald',
  'dypdykk.navn': 'Dypdykk: {{title}}',
  'dypdykk.uten': 'Dypdykk',
  'dypdykk.tiltak': 'Tiltak på dypdykket',
  'dypdykk.sum': '{{stage}}: {{amounts}}',
  'dypdykk.og': ' og ',
  'dypdykk.maal': '{{name}}: {{percent}} % av målet',
  'dypdykk.ingenSummer': 'Ingen beløp enno.',
  'dypdykk.bareSummer':
    'Du ser berre summane, fordi du ikkje har lenkja til dypdykket på denne eininga. Be den som eig arket, om ho.',
  'dypdykk.ingenLenke':
    'Du har ikkje lenkja til dypdykket på denne eininga. Be den som eig arket, om ho.',
  'dypdykk.ikkeTalt': 'Dypdykket er ikkje talt med her. Det kan ta ein augneblink når det er nytt.',
  'dypdykk.noekkel': 'Berre nokre kan lage nye ark her',
  'dypdykk.noekkelHjelp':
    'Dypdykket er eit nytt ark. Har du ikkje nøkkelen, be den som har han, om å opne dypdykket. Tiltaket ditt er lagra.',
};
