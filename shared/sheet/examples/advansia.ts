/**
 * The worked example of a list that is followed up: the forslag of the report from Advansia/PwC on
 * Teknisk and on Drift og anlegg in Levanger kommune, each with the report's own estimate, sorted by
 * the three outcomes that the municipality reported in 2024. People are named by role.
 */
import { formatNumber } from '../../format/number.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { FORSLAG, type Forslag, OUTCOMES, sumOf } from './advansiaForslag.ts';
import { fill, type Row, type SheetDraft } from './draft.ts';
import { bold, bulletList, millions, paragraph, table } from './prose.ts';

/** The report's list as a dypdykk, utgave 1.0. */
export function advansia(): Snapshot {
  return fill({
    sheet: {
      kind: 'dypdykk',
      title: 'Rapporten fra Advansia/PwC',
      date: '2024-04-30',
      edition: '1.0',
      owner: 'Kommunalsjef',
      mentor: 'Rådgiver økonomi',
    },
    sections: SECTIONS,
    rotaarsaker: ROTAARSAKER,
    tiltak: FORSLAG.map(tiltakOf),
    gevinster: FORSLAG.filter(({ estimate }) => estimate !== null).map(gevinstOf),
    maalinger: MAALINGER,
    lapper: LAPPER,
    comments: [],
  });
}

const SECTIONS: SheetDraft['sections'] = {
  begrunnelse: [
    paragraph(
      bold('Utfordringen: '),
      `Rapporten fra juni 2022 anbefaler tiltak som til sammen skal spare ${millions(7.9)} i året. `,
      'Listen kom fra en endags workshop, og effekten er ikke kvalitetssikret.',
    ),
    paragraph(
      bold('Verdien: '),
      'Vi gjennomfører det som er økonomisk smart, og lar være der det blir dyrere andre steder.',
    ),
  ],
  naasituasjon: [
    table(
      ['Utfall', 'Forslag', 'Rapportens anslag per år'],
      OUTCOMES.map(({ outcome, label }) => {
        const forslag = FORSLAG.filter((each) => each.outcome === outcome);
        return [label, formatNumber(forslag.length), spanOf(forslag)];
      }),
    ),
    paragraph(
      'Noen tiltak tar flere år. Salg av eiendommer har gitt mye mer enn rapporten anslo, men det er ',
      'inntekt én gang. KOSTRA-tallene viste lite å spare.',
    ),
  ],
  onsket: [
    bulletList(
      'Alle forslagene er vurdert grundig innen utgangen av 2024.',
      'De ansatte er med på råd, og forslag regnes på før de settes i verk.',
      'Arbeidet er en del av Helhetlig ressursforvaltning og budsjettprosessen.',
    ),
  ],
  maaling: [
    paragraph(
      'Anslagene er rapportens egne, og den lave enden der den gir et spenn. Virkningen er ikke målt. ',
      'Ansvar, frister og årene de gjelder for, er antatt i eksempelet.',
    ),
  ],
};

const ROTAARSAKER: readonly Row<'rotaarsaker'>[] = [
  {
    id: 'rotaarsak-drift',
    title: 'Driften kan gjøres enklere',
    points: [
      'Renhold, stell og små reparasjoner kan løses på andre måter',
      'De ansatte har forslagene',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-vedtak',
    title: 'Kontrakter og vedtak må på plass først',
    points: [
      'Nye driftskontrakter skal på anbud i 2024',
      'Veg, parkering og utstyr avgjøres politisk',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-anslag',
    title: 'Anslagene må regnes på nytt',
    points: [
      'En workshop og kort bearbeiding lå bak listen',
      'Noe gir uheldige kostnader andre steder i kommunen',
    ].join('\n'),
  },
];

const MAALINGER: readonly Row<'maalinger'>[] = [
  {
    id: 'maaling-iverksatt',
    name: 'Rapportens anslag for forslag som er satt i verk',
    unit: 'kroner per år',
    start: { value: 0, date: '2022-06-30' },
    target: { value: 7_900_000, date: '2024-12-31' },
    source: 'Rapporten og svaret i budsjettprosessen for 2024',
    method:
      'Summen av de lave anslagene. Rapporten kom i juni 2022. Eksempel: antatt dag i måneden, og antatt dato for ønsket verdi.',
    frequency: 'tertialvis',
    ansvarlig: 'Kommunalsjef',
    gevinster: FORSLAG.filter(({ estimate }) => estimate !== null).map(gevinstIdOf),
    series: [
      {
        date: '2024-03-31',
        value: sumOf(FORSLAG.filter(({ outcome }) => outcome === 'iverksatt')),
        comment: 'Virkningen er ikke målt',
      },
    ],
  },
];

const LAPPER: readonly Row<'lapper'>[] = [
  {
    id: 'lapp-kostnad-andre',
    text: 'Hva koster det de andre enhetene hvis vi lar være?',
    author: 'Enhetsleder (eksempel)',
    section: 'tiltak',
    xy: [1728, 396],
  },
];

const UNITS = 'Enhetslederne for Teknisk og for Drift og anlegg';

function tiltakOf(forslag: Forslag): Row<'tiltak'> {
  const { id, title, comment, frist = '2024-12-31', beslutning = 'forslag' } = forslag;
  const { label, status, rotaarsak } = outcomeOf(forslag);
  return {
    id: `tiltak-${id}`,
    title,
    description: `${label}. ${comment}`.trim(),
    ansvar: forslag.ansvar ?? UNITS,
    frist,
    status: forslag.status ?? status,
    beslutning,
    rotaarsaker: [rotaarsak],
  };
}

function gevinstOf(forslag: Forslag): Row<'gevinster'> {
  const { id, title, estimate, upTo } = forslag;
  const amount = estimate ?? 0;
  return {
    id: gevinstIdOf(forslag),
    slag: 'unngaatte_kostnader',
    title,
    tiltak: [`tiltak-${id}`],
    eier: 'Kommunalsjef',
    ansvarlig: UNITS,
    forutsetninger: `Rapportens anslag: ${kroner(amount, upTo)} i året. Eksempel: antatt full virkning fra 2025.`,
    omsetting: 'Eksempel: antatt at budsjettet først endres når det er vedtatt.',
    realiseresDato: '2024-12-31',
    estimate: { '2025': amount, '2026': amount, '2027': amount },
  };
}

function gevinstIdOf({ id }: Forslag): string {
  return `gevinst-${id}`;
}

function outcomeOf({ outcome: of }: Forslag): (typeof OUTCOMES)[number] {
  const found = OUTCOMES.find(({ outcome }) => outcome === of);
  if (found === undefined) throw new RangeError(`No outcome ${of}`);
  return found;
}

/** From all lower estimates to all upper ones. */
function spanOf(forslag: readonly Forslag[]): string {
  const upper = forslag.reduce((sum, { estimate, upTo }) => sum + (upTo ?? estimate ?? 0), 0);
  return kroner(sumOf(forslag), upper === sumOf(forslag) ? undefined : upper);
}

function kroner(from: number, to?: number): string {
  const span = to === undefined ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
  return `${span}\u00a0kr`;
}
