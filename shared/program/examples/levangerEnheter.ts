/**
 * The enheter of Levanger kommune as its monthly regnskap lists them (31 March 2024): sektorer with
 * the enheter under them, each with its ansvar number. Staup helsehus, where one of the sheets is at
 * home, stands under its enhet and has no number there.
 */
import type { EnhetId } from '../../ids/ids.ts';

export interface EnhetDraft {
  readonly id: string;
  readonly name: string;
  readonly number?: string;
  readonly parent?: EnhetId;
  readonly ansvarlig?: string;
}

/** A sektor, and the enheter in it by ansvar number. */
interface Sektor {
  readonly id: string;
  readonly name: string;
  readonly enheter: readonly (readonly [number: string, name: string])[];
}

export const KOMMUNE = 'enhet-levanger-kommune' as EnhetId;
export const SAMFUNNSUTVIKLING = 'enhet-samfunnsutvikling' as EnhetId;
export const SKOLE_FELLES = enhetId('138');
export const STAUP = 'enhet-staup-helsehus' as EnhetId;

const SEKTORER: readonly Sektor[] = [
  {
    id: 'enhet-fellesomrader',
    name: 'Fellesområder',
    enheter: [
      ['100', 'Politiske organer'],
      ['110', 'Kommunedirektøren med stab'],
      ['130', 'Fellesområder'],
      ['134', 'Kirker og trossamfunn'],
      ['150', 'Service- og digitaliseringssenter'],
    ],
  },
  {
    id: 'enhet-oppvekst-og-utdanning',
    name: 'Oppvekst og utdanning',
    enheter: [
      ['137', 'Barnehage felles'],
      ['138', 'Skole felles'],
      ['220', 'Enhet kommunale barnehager'],
      ['230', 'Halsan barneskole'],
      ['235', 'Nesheim skole'],
      ['240', 'Skogn barne- og ungdomsskole'],
      ['250', 'Ekne barneskole'],
      ['260', 'Åsen barne- og ungdomsskole'],
      ['270', 'Ytterøy barne- og ungdomsskole'],
      ['280', 'Frol barneskole'],
      ['285', 'Levanger ungdomsskole'],
      ['310', 'Barn og familie'],
    ],
  },
  {
    id: 'enhet-helse-og-velferd',
    name: 'Helse og velferd',
    enheter: [
      ['133', 'NAV kommune'],
      ['350', 'Enhet hjemme- og institusjonstjenester'],
      ['353', 'Enhet bolig og mestring'],
      ['356', 'Enhet helsefremming'],
      ['358', 'Helse og velferd felles'],
    ],
  },
  {
    id: SAMFUNNSUTVIKLING,
    name: 'Samfunnsutvikling',
    enheter: [
      ['160', 'Innvandrertjenesten'],
      ['500', 'Kultur'],
      ['610', 'Landbruk, miljø og arealforvaltning'],
      ['630', 'Drift og anlegg'],
      ['650', 'Teknisk enhet'],
      ['680', 'Brann og redning'],
    ],
  },
  {
    id: 'enhet-kommunesamarbeid',
    name: 'Kommunesamarbeid',
    enheter: [
      ['120', 'Kommuneadvokat'],
      ['698', 'Interkommunalt samarbeid'],
    ],
  },
];

export const ENHETER: readonly EnhetDraft[] = [
  { id: KOMMUNE, name: 'Levanger kommune', ansvarlig: 'Kommunedirektøren' },
  ...SEKTORER.flatMap(({ id, name, enheter }): EnhetDraft[] => [
    { id, name, parent: KOMMUNE },
    ...enheter.map(([number, enhet]) => ({
      id: enhetId(number),
      name: enhet,
      number,
      parent: id as EnhetId,
    })),
  ]),
  {
    id: STAUP,
    name: 'Staup helsehus',
    parent: enhetId('350'),
    ansvarlig: 'Avdelingsleder ved Staup helsehus',
  },
];

function enhetId(number: string): EnhetId {
  return `enhet-${number}` as EnhetId;
}
