/** Nynorsk for the details of a tiltak; see `tiltak.nb.ts`. */
import type { tiltakNb } from './tiltak.nb.ts';

export const tiltakNn: Readonly<Record<keyof typeof tiltakNb, string>> = {
  'tiltak.rotaarsaker': 'Rotårsaker det svarar på',
  'tiltak.velgRotaarsaker': 'Vel rotårsaker',
  'tiltak.velgGevinster': 'Vel blant gevinstane på arket',
  'tiltak.utenRotaarsak': 'Tiltaket svarar ikkje på noka rotårsak enno.',
  'tiltak.ingenRotaarsaker':
    'Arket har ingen rotårsaker enno. Legg dei til i feltet «Rotårsakene».',
  'tiltak.utenGevinst': 'Tiltaket gir ingen gevinst enno. Kva vinn de på det?',
  'tiltak.nyGevinstAv': 'Ny gevinst av dette tiltaket',
  'tiltak.beslutning': 'Avgjerd',
  'tiltak.beslutning.forslag': 'Forslag',
  'tiltak.beslutning.til_behandling': 'Til behandling',
  'tiltak.beslutning.vedtatt': 'Vedteke',
  'tiltak.beslutning.vedtatt_endret': 'Vedteke med endring',
  'tiltak.beslutning.avvist': 'Avvist',
  'tiltak.beslutning.utsatt': 'Utsett',
  'tiltak.gevinstpotensial': 'Gevinstpotensial',
  'tiltak.gevinstpotensial.1': '1 – svært lite',
  'tiltak.gevinstpotensial.2': '2 – lite',
  'tiltak.gevinstpotensial.3': '3 – middels',
  'tiltak.gevinstpotensial.4': '4 – stort',
  'tiltak.gevinstpotensial.5': '5 – svært stort',
  'tiltak.gjennomforbarhet': 'Gjennomførbarheit',
  'tiltak.gjennomforbarhet.1': '1 – svært vanskeleg',
  'tiltak.gjennomforbarhet.2': '2 – vanskeleg',
  'tiltak.gjennomforbarhet.3': '3 – middels',
  'tiltak.gjennomforbarhet.4': '4 – lett',
  'tiltak.gjennomforbarhet.5': '5 – svært lett',
  'tiltak.ikkeVurdert': 'Ikkje vurdert',
};
