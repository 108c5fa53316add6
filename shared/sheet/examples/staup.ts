/**
 * The worked example of a dypdykk that has just begun: TØRN at Staup helsehus in Levanger kommune,
 * after the municipality's own reports of 2022 and 2024. People are named by role.
 *
 * The sources call the result uncertain, so there is no estimate and no ønsket verdi here. A frist
 * that they are silent about says «Eksempel: antatt …» where it stands.
 */
import { formatNumber } from '../../format/number.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { fill, type Row, type SheetDraft } from './draft.ts';
import { bold, bulletList, heading, millions, paragraph, percent } from './prose.ts';

/** The dypdykk TØRN Staup as a whole sheet, utgave 1.0. */
export function staup(): Snapshot {
  return fill({
    sheet: {
      kind: 'dypdykk',
      title: 'TØRN ved Staup helsehus',
      date: '2024-04-30',
      edition: '1.0',
      owner: 'Avdelingsleder ved Staup helsehus',
      mentor: 'Organisasjon og HR',
    },
    sections: SECTIONS,
    rotaarsaker: ROTAARSAKER,
    tiltak: TILTAK,
    gevinster: GEVINSTER,
    maalinger: MAALINGER,
    lapper: LAPPER,
    comments: [],
  });
}

const SECTIONS: SheetDraft['sections'] = {
  begrunnelse: [
    paragraph(
      bold('Utfordringen: '),
      'Flere blir eldre, og flere er skrøpelige eller trenger to hjelpere samtidig. Enheten for ',
      `hjemme- og institusjonstjenester venter et merforbruk på ${millions(10.1)} i 2024, og det er `,
      'vanskelig å få tak i nok fagfolk.',
    ),
    paragraph(
      bold('Verdien: '),
      'TØRN kommer av det engelske «turn». Skal omsorgen være bærekraftig, må måten oppgavene ',
      'løses på, vris.',
    ),
  ],
  naasituasjon: [
    heading('Det som er prøvd'),
    bulletList(
      `Ny pleiefaktor (${formatNumber(0.9)}) fra januar 2022 skulle gi ${formatNumber(2.5)} årsverk mindre. Avdelingen klarte ikke å legge en bemanningsplan innenfor rammene.`,
      'Revidert årsturnus fra 20. juni 2022, med langvakter i helgene for 16 frivillige.',
      'PwC kartla arbeidsflyt og tidstyver fra oktober 2021 til mars 2022.',
    ),
    heading('Slik er det nå'),
    bulletList(
      `Sykefraværet i enheten var ${percent(12.91)} i mars 2024.`,
      'Det er vanskelig å rekruttere lege, så vi leier inn fra vikarbyrå.',
      'Inntektene fra ressurskrevende tjenester er usikre.',
    ),
  ],
  onsket: [
    bulletList(
      'Oppgavene løses av dem som løser dem best, og på den måten som tar minst tid.',
      'Avdelingen har en bemanningsplan som holder, også i helgene.',
      'De ansatte er med og former endringene gjennom medbestemmelsesgruppa.',
      'Erfaringene kan brukes i andre avdelinger.',
    ),
  ],
  maaling: [
    paragraph(
      'Resultatet er usikkert til mandatet er ferdig. Ønskede verdier settes da. Sykefraværet gjelder ',
      'hele enheten for hjemme- og institusjonstjenester.',
    ),
  ],
};

const ROTAARSAKER: readonly Row<'rotaarsaker'>[] = [
  {
    id: 'rotaarsak-oppgaver',
    title: 'Oppgavene løses som før',
    points: ['Tidstyver i arbeidsflyten', 'Måten følger ikke med når behovene endrer seg'].join(
      '\n',
    ),
  },
  {
    id: 'rotaarsak-behov',
    title: 'Behovene vokser og svinger',
    points: [
      'Mer komplekse sykdommer med økende alder',
      'Enkelte brukere trenger ekstra bemanning i perioder',
      'Tidligere utskriving fra sykehus',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-fagfolk',
    title: 'For få fagfolk',
    points: ['Vanskelig å rekruttere', 'Høyt sykefravær', 'Helgene mangler folk'].join('\n'),
  },
];

const TILTAK: readonly Row<'tiltak'>[] = [
  {
    id: 'tiltak-mandat',
    title: 'Lage mandat for prosjektet',
    description:
      'Ledelsen og medbestemmelsesgruppa arbeider med det. Mandatet sier hvordan de ansatte involveres. Eksempel: antatt dato for fristen.',
    ansvar: 'Avdelingsleder ved Staup helsehus',
    frist: '2024-06-30',
    status: 'pagar',
    rotaarsaker: ['rotaarsak-oppgaver'],
  },
  {
    id: 'tiltak-kostnad',
    title: 'Finne ut hva prosjektet selv koster',
    description:
      'Frikjøp av ansatte, og tjenester som ikke blir ytt mens de er borte. Eksempel: antatt dato for fristen.',
    ansvar: 'Avdelingsleder, med hjelp fra HR',
    frist: '2024-06-30',
    status: 'pagar',
    rotaarsaker: ['rotaarsak-fagfolk'],
  },
  {
    id: 'tiltak-fordeling',
    title: 'Fordele oppgavene på en ny måte',
    description: 'Hvem gjør hva, når og hvordan. Ventes ferdig i april 2025.',
    ansvar: 'Medbestemmelsesgruppa',
    frist: '2025-04-30',
    status: 'ikke_startet',
    rotaarsaker: ['rotaarsak-oppgaver', 'rotaarsak-fagfolk'],
  },
  {
    id: 'tiltak-tidstyver',
    title: 'Fjerne tidstyvene som kartleggingen fant',
    description:
      'Tiltak for bedre arbeidsflyt fra 2022, med medbestemmelsesgruppa. Eksempel: antatt ny frist.',
    ansvar: 'Avdelingsleder ved Staup helsehus',
    frist: '2024-12-31',
    status: 'pagar',
    rotaarsaker: ['rotaarsak-oppgaver'],
  },
  {
    id: 'tiltak-bemanningsplan',
    title: 'Legge en bemanningsplan som holder',
    description:
      'Innenfor rammene, og med rom for brukere som i perioder trenger mer. Eksempel: antatt dato for fristen.',
    ansvar: 'Enhetsleder hjemme- og institusjonstjenester',
    frist: '2025-04-30',
    status: 'ikke_startet',
    rotaarsaker: ['rotaarsak-behov', 'rotaarsak-fagfolk'],
  },
];

const GEVINSTER: readonly Row<'gevinster'>[] = [
  {
    id: 'gevinst-frigjort-tid',
    slag: 'spart_tid',
    title: 'Fagfolk får tid til det bare de kan',
    description: 'Oppgaver flyttes, forenkles eller faller bort.',
    tiltak: ['tiltak-mandat', 'tiltak-kostnad', 'tiltak-fordeling', 'tiltak-tidstyver'],
    eier: 'Avdelingsleder ved Staup helsehus',
    ansvarlig: 'Medbestemmelsesgruppa',
    forutsetninger: 'Resultatet er usikkert til mandatet er ferdig.',
  },
  {
    id: 'gevinst-trygg-tjeneste',
    slag: 'okt_kvalitet',
    title: 'Pasientene møter kjente folk, også i helgene',
    tiltak: ['tiltak-bemanningsplan', 'tiltak-fordeling'],
    eier: 'Avdelingsleder ved Staup helsehus',
    ansvarlig: 'Enhetsleder hjemme- og institusjonstjenester',
  },
];

const MAALINGER: readonly Row<'maalinger'>[] = [
  {
    id: 'maaling-sykefravaer',
    name: 'Sykefravær i enheten',
    unit: 'prosent',
    start: { value: 13.17, date: '2024-01-31' },
    source: 'Kommunedirektørens orienteringsnotater',
    method: 'Samlet fravær i enheten for hjemme- og institusjonstjenester, per måned.',
    frequency: 'maanedlig',
    ansvarlig: 'Organisasjon og HR',
    gevinster: ['gevinst-trygg-tjeneste'],
    series: [
      { date: '2024-01-31', value: 13.17, comment: '' },
      { date: '2024-02-29', value: 13.07, comment: '' },
      { date: '2024-03-31', value: 12.91, comment: '' },
    ],
  },
  {
    id: 'maaling-frigjort-tid',
    name: 'Tid frigjort til pasientene',
    unit: 'timer',
    source: 'Avdelingens egne tall',
    method: 'Nullpunkt og ønsket verdi settes når mandatet er ferdig.',
    frequency: 'kvartalsvis',
    ansvarlig: 'Avdelingsleder ved Staup helsehus',
    gevinster: ['gevinst-frigjort-tid'],
  },
  {
    id: 'maaling-merforbruk-enhet',
    name: 'Ventet merforbruk i enheten',
    unit: 'mill. kroner',
    start: { value: 10.1, date: '2024-03-31' },
    source: 'Månedsregnskapet per enhet',
    method: 'Prognosen for hele året. Ønsket verdi settes når mandatet er ferdig.',
    frequency: 'maanedlig',
    ansvarlig: 'Økonomiavdelingen',
    gevinster: ['gevinst-frigjort-tid'],
    series: [{ date: '2024-03-31', value: 10.1, comment: '' }],
  },
];

const LAPPER: readonly Row<'lapper'>[] = [
  {
    id: 'lapp-oppgaver',
    text: 'Hvilke oppgaver kan andre enn sykepleierne ta?',
    author: 'Plasstillitsvalgt (eksempel)',
    section: 'tiltak',
    xy: [1728, 396],
  },
];
