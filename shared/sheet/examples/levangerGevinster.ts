/**
 * What the virksomhets-A3 of Levanger kommune is to give, and how it is measured. Gevinster of the
 * dypdykk Avtalelojalitet stand on its own sheet and are not repeated here: in every sum a gevinst
 * counts once.
 */
import { formatNumber } from '../../format/number.ts';
import type { Row } from './draft.ts';
import { millions } from './prose.ts';

/**
 * What the report estimated for each forslag that was set going, in kroner a year; the lower end
 * where it gave a range. Sold property is left out: it is income once, not every year.
 */
const ESTIMATES_OF_REPORT = [
  200_000, 50_000, 30_000, 100_000, 200_000, 300_000, 1_000_000, 150_000,
] as const;

const STARTED = ESTIMATES_OF_REPORT.reduce((sum, estimate) => sum + estimate, 0);

export const GEVINSTER: readonly Row<'gevinster'>[] = [
  {
    id: 'gevinst-teknisk',
    slag: 'unngaatte_kostnader',
    title: 'Lavere kostnader i Teknisk og i Drift og anlegg',
    description:
      'Soneinndelt renhold, egne folk til små reparasjoner, boveileder, mindre stell av uteområder og mer.',
    tiltak: ['tiltak-teknisk'],
    eier: 'Kommunalsjefen',
    ansvarlig: 'Enhetslederne for Teknisk og for Drift og anlegg',
    forutsetninger: `Rapportens egne anslag for åtte forslag som er satt i verk, til sammen ${formatNumber(STARTED)} kroner. Virkningen er ikke målt. Eksempel: antatt full virkning fra 2025.`,
    omsetting: 'Eksempel: antatt at budsjettet først endres når det er vedtatt.',
    realiseresDato: '2024-12-31',
    estimate: { '2025': STARTED, '2026': STARTED, '2027': STARTED },
  },
  {
    id: 'gevinst-skolemiljo',
    slag: 'okt_kvalitet',
    title: 'Flere elever får god hjelp i fellesskapet',
    description: 'Bedre skolemiljø og mer inkluderende praksis.',
    tiltak: ['tiltak-skolemiljo'],
    eier: 'Enhetsleder grunnskole',
    ansvarlig: 'Rektorene',
    forutsetninger: 'Målene settes i prosjektplanen.',
  },
  {
    id: 'gevinst-staup',
    slag: 'spart_tid',
    title: 'Oppgavene løses på en ny måte',
    description: 'Nok fagfolk til en omsorgstjeneste som tåler at flere blir eldre.',
    tiltak: ['tiltak-staup'],
    eier: 'Avdelingsleder ved Staup helsehus',
    ansvarlig: 'Medbestemmelsesgruppa',
    forutsetninger: 'Resultatet er usikkert til mandatet er ferdig.',
  },
];

export const MAALINGER: readonly Row<'maalinger'>[] = [
  {
    id: 'maaling-disposisjonsfond',
    name: 'Disposisjonsfond',
    unit: 'mill. kroner',
    target: { value: 200, date: '2027-12-31' },
    source: 'Årsregnskapet',
    method: 'Hovedmålet i programmet. Alternativt minst 7 % av brutto driftsinntekter.',
    frequency: 'aarlig',
    ansvarlig: 'Økonomiavdelingen',
  },
  {
    id: 'maaling-fondsandel',
    name: 'Disposisjonsfond og mindreforbruk av driftsinntektene, minst',
    unit: 'prosent',
    target: { value: 7, date: '2027-12-31' },
    source: 'Årsregnskapet',
    method: 'Disposisjonsfond pluss mindreforbruk, delt på driftsinntektene.',
    frequency: 'aarlig',
    ansvarlig: 'Økonomiavdelingen',
  },
  {
    id: 'maaling-driftsresultat',
    name: 'Netto driftsresultat av driftsinntektene, minst',
    unit: 'prosent',
    target: { value: 1.5, date: '2027-12-31' },
    source: 'Årsregnskapet',
    method: `Netto driftsresultat delt på driftsinntektene. I 2023 var resultatet ${millions(-30)}.`,
    frequency: 'aarlig',
    ansvarlig: 'Økonomiavdelingen',
    gevinster: ['gevinst-teknisk'],
  },
  {
    id: 'maaling-lanegjeld',
    name: 'Langsiktig lånegjeld av driftsinntektene, høyst',
    unit: 'prosent',
    target: { value: 150, date: '2027-12-31' },
    source: 'Årsregnskapet',
    method: 'Langsiktig lånegjeld delt på driftsinntektene.',
    frequency: 'aarlig',
    ansvarlig: 'Økonomiavdelingen',
  },
  {
    id: 'maaling-merforbruk',
    name: 'Ventet merforbruk i 2024',
    unit: 'mill. kroner',
    start: { value: 54, date: '2024-01-01' },
    target: { value: 0, date: '2024-12-31' },
    source: 'Kommunedirektørens orienteringsnotater',
    method:
      'Prognosen for hele året. Eksempel: antatt dato for nullpunktet, og antatt ønsket verdi.',
    frequency: 'maanedlig',
    ansvarlig: 'Økonomiavdelingen',
    gevinster: ['gevinst-teknisk'],
    series: [{ date: '2024-03-31', value: 43, comment: 'Om lag 20 mill. kr i økte inntekter' }],
  },
];
