/** English for the details of a tiltak; see `tiltak.nb.ts`. */
import type { tiltakNb } from './tiltak.nb.ts';

export const tiltakEn: Readonly<Record<keyof typeof tiltakNb, string>> = {
  'tiltak.rotaarsaker': 'Root causes it answers',
  'tiltak.velgRotaarsaker': 'Choose root causes',
  'tiltak.velgGevinster': 'Choose among the gains on the sheet',
  'tiltak.utenRotaarsak': 'The measure answers no root cause yet.',
  'tiltak.ingenRotaarsaker':
    'The sheet has no root causes yet. Add them in the section “Root causes”.',
  'tiltak.utenGevinst': 'The measure gives no gain yet. What do you gain by it?',
  'tiltak.nyGevinstAv': 'New gain from this measure',
  'tiltak.beslutning': 'Decision',
  'tiltak.beslutning.forslag': 'Proposed',
  'tiltak.beslutning.til_behandling': 'Under consideration',
  'tiltak.beslutning.vedtatt': 'Adopted',
  'tiltak.beslutning.vedtatt_endret': 'Adopted with changes',
  'tiltak.beslutning.avvist': 'Rejected',
  'tiltak.beslutning.utsatt': 'Postponed',
  'tiltak.gevinstpotensial': 'Potential gain',
  'tiltak.gevinstpotensial.1': '1 – very small',
  'tiltak.gevinstpotensial.2': '2 – small',
  'tiltak.gevinstpotensial.3': '3 – medium',
  'tiltak.gevinstpotensial.4': '4 – large',
  'tiltak.gevinstpotensial.5': '5 – very large',
  'tiltak.gjennomforbarhet': 'Feasibility',
  'tiltak.gjennomforbarhet.1': '1 – very hard',
  'tiltak.gjennomforbarhet.2': '2 – hard',
  'tiltak.gjennomforbarhet.3': '3 – medium',
  'tiltak.gjennomforbarhet.4': '4 – easy',
  'tiltak.gjennomforbarhet.5': '5 – very easy',
  'tiltak.ikkeVurdert': 'Not rated',
};
