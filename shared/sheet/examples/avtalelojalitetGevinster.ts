/**
 * What the dypdykk Avtalelojalitet is to give, and how it is measured. The sources have the figures
 * for e-handel and those of Hackett Group; every other number is the example's own and is marked.
 *
 * The number of invoices that e-handel would spare follows from the source's table: enhet b, c and
 * d at 60 % is 10 970 × 27,22 % + 1 084 × 24 % + 1 747 × 7,81 %, about 3 380 invoices a year.
 */
import { formatNumber } from '../../format/number.ts';
import { calculation, type Row } from './draft.ts';
import { millions, percent } from './prose.ts';

const SPARED_INVOICES = 3380;
const FULL_EFFECT = '2025-12-31';

/** Equal amounts in the years of the plan period that follow full effect. */
const yearly = (amount: number) => ({ '2026': amount, '2027': amount });

export const GEVINSTER: readonly Row<'gevinster'>[] = [
  {
    id: 'gevinst-fakturatid',
    slag: 'spart_tid',
    title: 'Mindre tid på manuelle fakturaer',
    description: 'I e-handel er kjøpet kontert og godkjent før fakturaen kommer.',
    tiltak: ['tiltak-roller', 'tiltak-bestillere', 'tiltak-opplaering'],
    eier: 'Kommunalsjefene',
    ansvarlig: 'Enhetslederne',
    forutsetninger: `Eksempel: antatt at enhet b, c og d når ${percent(60)} e-handel.`,
    omsetting: 'Eksempel: antatt at tiden brukes til lederoppgaver og tjenester.',
    realiseresDato: FULL_EFFECT,
    calculation: calculation(
      'spart_tid',
      { antall: SPARED_INVOICES, minutterFor: 20, minutterEtter: 5 },
      `Eksempel: antatt ${formatNumber(SPARED_INVOICES)} færre manuelle fakturaer i året, 20 minutter på en manuell faktura og 5 i e-handel.`,
    ),
    estimate: yearly(845),
  },
  {
    id: 'gevinst-fakturagebyr',
    slag: 'unngaatte_kostnader',
    title: 'Færre fakturagebyr',
    description: 'Direktekjøp gir ofte gebyr på fakturaen.',
    tiltak: ['tiltak-bestillere', 'tiltak-opplaering'],
    eier: 'Kommunalsjefene',
    ansvarlig: 'Enhetslederne',
    forutsetninger: `Eksempel: antatt at enhet b, c og d når ${percent(60)} e-handel.`,
    omsetting: 'Eksempel: antatt at enhetene bruker beløpet til å komme i balanse.',
    realiseresDato: FULL_EFFECT,
    calculation: calculation(
      'faerre_oppgaver',
      { kostnadPerOppgave: 50, unngaatteOppgaver: SPARED_INVOICES / 2 },
      'Eksempel: antatt gebyr på 50 kroner på annenhver av fakturaene som faller bort.',
    ),
    estimate: yearly(84_500),
  },
  {
    id: 'gevinst-avtalepris',
    slag: 'unngaatte_kostnader',
    title: 'Lavere pris på det vi kjøper',
    description: 'Kjøp på avtale gir bedre betingelser og større volumrabatt.',
    tiltak: ['tiltak-oppfolging', 'tiltak-avtaledekning', 'tiltak-informasjon'],
    eier: 'Kommunedirektøren',
    ansvarlig: 'Innherred Anskaffelser',
    forutsetninger: 'Eksempel: antatt at avtalene finnes, og at bestillerne bruker dem.',
    omsetting: 'Eksempel: antatt at budsjettet først endres når det er vedtatt.',
    realiseresDato: '2026-12-31',
    calculation: calculation(
      'reforhandling',
      { dagensPris: 100, nyPris: 96, volum: 200_000 },
      `Eksempel: antatt at kjøp for ${millions(20)} flyttes inn på avtale (${formatNumber(200_000)} hundrelapper), og at det vi betaler 100 kroner for, da koster 96. Hackett Group oppgir 2–${percent(10)}.`,
    ),
    estimate: { '2027': 800_000 },
  },
  {
    id: 'gevinst-kontroll',
    slag: 'okt_kvalitet',
    title: 'Bedre kostnadskontroll og sporbarhet',
    description: 'Utgiften er kjent før kjøpet, og avvik oppdages underveis.',
    tiltak: ['tiltak-roller', 'tiltak-rekvisisjon', 'tiltak-oppfolging'],
    eier: 'Kommunedirektøren',
    ansvarlig: 'Økonomiavdelingen',
    forutsetninger: 'Eksempel: antatt at rekvisisjon er innført i alle enheter.',
    omsetting: 'Eksempel: antatt at lederne styrer etter oppdaterte tall.',
    realiseresDato: FULL_EFFECT,
  },
];

export const MAALINGER: readonly Row<'maalinger'>[] = [
  {
    id: 'maaling-e-handel-samlet',
    name: 'E-handel, de fire enhetene samlet',
    unit: 'prosent',
    start: { value: 36.49, date: '2023-12-31' },
    target: { value: 60, date: '2025-12-31' },
    source: 'Innherred Anskaffelser, 24. mai 2024',
    method:
      'Andel e-handel i hver enhet, vektet etter antall fakturaer. Eksempel: antatt at tallene gjelder 2023, og antatt ønsket verdi.',
    frequency: 'kvartalsvis',
    ansvarlig: 'Innherred Anskaffelser',
    gevinster: ['gevinst-fakturatid', 'gevinst-fakturagebyr', 'gevinst-kontroll'],
    series: [{ date: '2023-12-31', value: 36.49, comment: 'Regnet ut fra tabellen i felt 2' }],
  },
  {
    id: 'maaling-e-handel-enhet-b',
    name: 'E-handel i enhet b, som har flest fakturaer',
    unit: 'prosent',
    start: { value: 32.78, date: '2023-12-31' },
    target: { value: 60, date: '2025-12-31' },
    source: 'Innherred Anskaffelser, 24. mai 2024',
    method: 'Eksempel: antatt at tallet gjelder 2023, og antatt ønsket verdi.',
    frequency: 'kvartalsvis',
    ansvarlig: 'Enhetslederen i enhet b',
    gevinster: ['gevinst-fakturatid'],
    series: [{ date: '2023-12-31', value: 32.78, comment: 'Fra tabellen i felt 2' }],
  },
  {
    id: 'maaling-avtalelojalitet',
    name: 'Avtalelojalitet',
    unit: 'prosent',
    start: { value: 68, date: '2024-05-24' },
    target: { value: 87, date: '2026-12-31' },
    source: 'Kartleggingen av innkjøp i 2023, når den er ferdig',
    method:
      'Kjøp på avtale delt på alle kjøp der vi har avtale. Eksempel: antatt nullpunkt lik snittet og ønsket verdi lik de beste hos Hackett Group.',
    frequency: 'halvaarlig',
    ansvarlig: 'Innherred Anskaffelser',
    gevinster: ['gevinst-avtalepris'],
  },
  {
    id: 'maaling-regnskapsforing',
    name: 'Dager fra kjøp til utgiften er regnskapsført',
    unit: 'dager',
    start: { value: 30, date: '2024-05-24' },
    target: { value: 10, date: '2025-12-31' },
    source: 'Økonomisystemet',
    method: 'Stikkprøve av 50 kjøp. Eksempel: antatt metode, nullpunkt og ønsket verdi.',
    frequency: 'tertialvis',
    ansvarlig: 'Økonomiavdelingen',
    gevinster: ['gevinst-kontroll'],
  },
];
