/**
 * The usikkerhetsmatrise of the programme, as it stands in the municipality's first report: codes,
 * sannsynlighet and konsekvens as there, words in short. The codes that are left out were not in it.
 */
import type { UsikkerhetSlag } from '../schema/vocabulary.ts';

export interface UsikkerhetDraft {
  readonly id: string;
  readonly slag: UsikkerhetSlag;
  readonly code: string;
  readonly description: string;
  readonly tiltak: string;
  readonly sannsynlighet: number;
  readonly konsekvens: number;
}

/** Code, sannsynlighet, konsekvens, what may happen, and what is done about it. */
type Entry = readonly [
  code: string,
  sannsynlighet: number,
  konsekvens: number,
  description: string,
  tiltak: string,
];

const MATRIX: readonly Entry[] = [
  [
    'M2',
    3.5,
    5,
    'Renten går ned',
    'Da er det mer sannsynlig at vi når 200 mill. kroner på disposisjonsfondet i 2027. Omstillingstrykket blir ikke mindre.',
  ],
  [
    'M3',
    4.3,
    4.1,
    'Arbeidet med helhetlig ressursforvaltning fra 2023 blir ført videre',
    'Vi samhandler på tvers av tjenestene i det daglige og i budsjettarbeidet. Arbeidsmåtene føres videre etter 2027.',
  ],
  [
    'R1',
    4.3,
    4.3,
    'Forventningene til resultat blir urealistiske',
    'Tydelig mandat som avklarer forventningene. Gode tilbakemeldinger og dialog mellom politisk ledelse og administrasjon.',
  ],
  [
    'R2',
    4.5,
    4.1,
    'Vi får tilleggsbestillinger fra politikken',
    'Tydelig mandat. Kommunedirektøren minner om kapasiteten. Politikerne holder vedtaket om å begrense nye bestillinger.',
  ],
  [
    'R3',
    4.3,
    4.1,
    'Det oppstår akutte hendelser som må følges opp',
    'Hendelsene må tas, og ses sammen med framdrift og forventet resultat: bybrann, flere flyktninger, pandemi.',
  ],
  [
    'R9',
    4.3,
    4.3,
    'Prosjekteier holder fast på ambisjonen for disposisjonsfondet, samtidig som vi skal satse på forebygging og tidlig innsats',
    'Kommunedirektøren sier tydelig fra om framdrift, eller mangel på den. Målkonflikter blir en del av dialogen med administrasjonsutvalget.',
  ],
  [
    'R10',
    4.6,
    4.5,
    'Oppdraget tolkes ulikt fra politisk hold',
    'Kvalitetssikre mandatet og beskrivelsen av delprosjektene. Rapportere konsekvenser fortløpende. Se også R1.',
  ],
  [
    'R11',
    3.8,
    4.5,
    'Oppdraget tolkes ulikt fra administrativt hold',
    'Involvering på alle nivå, i møtene vi alt har. Kommunikasjonsplan for ansatte, politikere og innbyggere.',
  ],
  [
    'R12',
    4.3,
    4.5,
    'Lojaliteten til oppdraget mangler fra politisk hold',
    'Tydelig om praktiske konsekvenser for kapasitet og resultat. Se R2. Programmet er tema i dialogmøtene hele perioden.',
  ],
  [
    'R13',
    4,
    4.6,
    'Lojaliteten til oppdraget mangler fra administrativt hold',
    'Tydelig om det politiske oppdraget og om styringsretten. Partssamarbeid, dialog og bred involvering.',
  ],
  [
    'R14',
    4.5,
    4.6,
    'Det oppstår motstand mot nødvendige endringer',
    'Interessentanalyser og involvering på riktig nivå. Bruke motstanden som konstruktiv tilbakemelding.',
  ],
  [
    'R20',
    3.8,
    4.8,
    'Organisasjonen er ikke moden for så store endringer',
    'Justere ambisjonene og prioritere antall delprosjekter hardere, godkjent av prosjekteier. Felles forståelse og god kommunikasjon.',
  ],
];

export const USIKKERHETER: readonly UsikkerhetDraft[] = MATRIX.map(
  ([code, sannsynlighet, konsekvens, description, tiltak]) => ({
    id: `usikkerhet-${code.toLowerCase()}`,
    slag: code.startsWith('M') ? 'mulighet' : 'risiko',
    code,
    description,
    tiltak,
    sannsynlighet,
    konsekvens,
  }),
);
