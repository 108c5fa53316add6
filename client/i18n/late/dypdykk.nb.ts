/** Bokmål for what a sheet tells of those above and below it. */

export const dypdykkNb = {
  'dypdykk.overskrift': 'Dypdykk',
  'dypdykk.hjelp': 'Et dypdykk er et eget ark om dette tiltaket. Tittel, eier og enhet følger med.',
  'dypdykk.fra': 'Dypdykk fra:',
  'dypdykk.etVirksomhetsA3': 'et virksomhets-A3',
  'dypdykk.enhet': 'Enhet',
  'dypdykk.ikkeValgtEnhet': 'Ikke valgt',
  'dypdykk.navn': 'Dypdykk: {{title}}',
  'dypdykk.uten': 'Dypdykk',
  'dypdykk.tiltak': 'Tiltak på dypdykket',
  'dypdykk.sum': '{{stage}}: {{amounts}}',
  'dypdykk.og': ' og ',
  'dypdykk.maal': '{{name}}: {{percent}} % av målet',
  'dypdykk.ingenSummer': 'Ingen beløp ennå.',
  'dypdykk.bareSummer':
    'Du ser bare summene, fordi du ikke har lenken til dypdykket på denne enheten. Be den som eier arket, om den.',
  'dypdykk.ingenLenke':
    'Du har ikke lenken til dypdykket på denne enheten. Be den som eier arket, om den.',
  'dypdykk.ikkeTalt': 'Dypdykket er ikke talt med her. Det kan ta et øyeblikk når det er nytt.',
  'dypdykk.noekkel': 'Bare noen kan lage nye ark her',
  'dypdykk.noekkelHjelp':
    'Dypdykket er et nytt ark. Har du ikke nøkkelen, be den som har den, om å åpne dypdykket. Tiltaket ditt er lagret.',
} as const satisfies Record<string, string>;
