/**
 * The worked example of a dypdykk at its start: skolemiljø and inkluderende praksis in Levanger
 * kommune, after the municipality's own reports of the spring of 2024. People are named by role.
 *
 * The sources give no goals yet («Det vil bli utarbeidet målbare prosess- og resultatmål»), so there
 * is no estimate and no ønsket verdi here. A frist or an ansvar that they are silent about says
 * «Eksempel: antatt …» where it stands.
 */
import type { Snapshot } from '../snapshot/snapshot.ts';
import { fill, type Row, type SheetDraft } from './draft.ts';
import { bold, bulletList, heading, millions, paragraph, percent, table } from './prose.ts';

/** The dypdykk skolemiljø as a whole sheet, utgave 1.0. */
export function skolemiljo(): Snapshot {
  return fill({
    sheet: {
      kind: 'dypdykk',
      title: 'Skolemiljø og spesialundervisning',
      date: '2024-04-30',
      edition: '1.0',
      owner: 'Enhetsleder grunnskole',
      mentor: 'Enhetsleder for barn og familie, leder av styringsgruppa',
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
      'Noen skoler har mange elever med spesialundervisning. En stor del av ressursene går da til et ',
      'fåtall elever, og skolene venter merforbruk i 2024.',
    ),
    paragraph(
      bold('Verdien: '),
      'Bedre skolemiljø og mer inkluderende praksis skal gi mindre behov for spesialundervisning. ',
      'Noe av det kan sies i kroner: mer for hver krone, og unngåtte kostnader. Resultater ventes ',
      'ikke det første året.',
    ),
  ],
  naasituasjon: [
    table(
      ['Skole', 'Ventet avvik i 2024', 'Årsak'],
      [
        ['Nesheim', millions(-0.7), 'Elever med omfattende enkeltvedtak'],
        ['Skogn', millions(-2), 'Stor andel spesialundervisning'],
        ['Frol', millions(-2), 'Flere elever og lengre opphold ved avdelingen TOA'],
      ],
    ),
    heading('Vikarer ved Nesheim, januar–mars 2024'),
    bulletList(
      `419 lærertimer uten vikar, ${percent(46)} av fraværet.`,
      `241 timer med fagarbeider uten vikar, ${percent(58)} av fraværet.`,
    ),
    paragraph('Uten vikar brytes både lærernormen og retten til spesialundervisning.'),
  ],
  onsket: [
    bulletList(
      'Elevene får god hjelp i fellesskapet, tidlig og til rett tid.',
      'Skolemiljøet er trygt, og praksisen er inkluderende på alle skolene.',
      'Skole, PPT og hjelpetjenester samordner innsatsen for barn og familier.',
      'Færre barn trenger spesialpedagogiske tiltak, i barnehage og skole.',
    ),
  ],
  maaling: [
    paragraph(
      'Målene settes i prosjektplanen, som skal være klar når prosjektet starter 1. august 2024. Til ',
      'da har målingene nullpunkt, men ingen ønsket verdi.',
    ),
  ],
};

const ROTAARSAKER: readonly Row<'rotaarsaker'>[] = [
  {
    id: 'rotaarsak-enkeltvedtak',
    title: 'Hjelpen gis som enkeltvedtak',
    points: [
      'Mange elever med omfattende vedtak ved samme skole',
      'Behovet blir ikke mindre med alderen',
      'Spesialavdelingen får flere elever, som blir lenger',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-samordning',
    title: 'Innsatsen er ikke samordnet',
    points: [
      'Forebyggende tiltak er spredt på flere tjenester',
      'Vi mangler faste møter på tvers av sektorene',
      'Riktig hjelp kommer ikke alltid til rett tid',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-bemanning',
    title: 'Bemanningen tåler ikke fravær',
    points: [
      'Fravær uten vikar bryter lærernorm og opplæringslov',
      'Merbelastning kan gi slitasje og sykefravær',
    ].join('\n'),
  },
];

const TILTAK: readonly Row<'tiltak'>[] = [
  {
    id: 'tiltak-fagdag',
    title: 'Holde en forberedende fagdag',
    description:
      'For alle rektorer, avdelingsledere og ansatte i PPT: om prosjektet, om spesialundervisning til nå og om den nye opplæringsloven. Eksempel: antatt dato for fristen.',
    ansvar: 'Enhetsleder grunnskole',
    frist: '2024-03-31',
    status: 'gjennomfort',
    rotaarsaker: ['rotaarsak-samordning'],
  },
  {
    id: 'tiltak-prosjektplan',
    title: 'Lage prosjektplan med mål som kan måles',
    description: 'Målbare prosess- og resultatmål. Prosjektleder er på plass 1. august 2024.',
    ansvar: 'Enhetsleder grunnskole',
    frist: '2024-08-01',
    status: 'pagar',
    rotaarsaker: ['rotaarsak-enkeltvedtak', 'rotaarsak-samordning'],
  },
  {
    id: 'tiltak-grupper',
    title: 'Sette sammen referansegruppe og prosjektgruppe',
    description:
      'Hvem som skal være med, og hvordan, er ikke bestemt ennå. Eksempel: antatt dato for fristen.',
    ansvar: 'Leder av styringsgruppa',
    frist: '2024-08-01',
    status: 'ikke_startet',
    rotaarsaker: ['rotaarsak-samordning'],
  },
  {
    id: 'tiltak-praksis',
    title: 'Styrke skolemiljøet og en inkluderende praksis på alle skolene',
    description: 'Hva som gjøres hvor, står i prosjektplanen. Eksempel: antatt dato for fristen.',
    ansvar: 'Rektorene',
    frist: '2025-06-30',
    status: 'ikke_startet',
    rotaarsaker: ['rotaarsak-enkeltvedtak'],
  },
  {
    id: 'tiltak-klynge',
    title: 'Prøve ut klyngesamarbeid i Skogn krets',
    description:
      'Bedre samordning av tjenester og forebyggende tiltak for barn, unge og familier, etter temaplanen for forebygging.',
    ansvar: 'Koordineringsgruppa for temaplanen',
    frist: '2024-12-31',
    status: 'pagar',
    rotaarsaker: ['rotaarsak-samordning'],
  },
  {
    id: 'tiltak-bemanning',
    title: 'Planlegge bemanningen for skoleåret 2024/25',
    description:
      'Balansere lærernormen mot kravet om tilpasset undervisning. Nesheim har begynt. Eksempel: antatt dato for fristen.',
    ansvar: 'Rektorene',
    frist: '2024-08-01',
    status: 'pagar',
    rotaarsaker: ['rotaarsak-bemanning'],
  },
];

const GEVINSTER: readonly Row<'gevinster'>[] = [
  {
    id: 'gevinst-fellesskap',
    slag: 'okt_kvalitet',
    title: 'Flere elever får god hjelp i fellesskapet',
    description: 'Bedre skolemiljø, mer inkluderende praksis og riktig hjelp til rett tid.',
    tiltak: ['tiltak-prosjektplan', 'tiltak-praksis', 'tiltak-klynge', 'tiltak-grupper'],
    eier: 'Enhetsleder grunnskole',
    ansvarlig: 'Rektorene',
    forutsetninger: 'Målene settes i prosjektplanen. Resultater ventes ikke det første året.',
  },
  {
    id: 'gevinst-spesialundervisning',
    slag: 'unngaatte_kostnader',
    title: 'Mindre behov for spesialundervisning',
    description: 'Mer for hver krone, og kostnader som kommunen unngår.',
    tiltak: ['tiltak-praksis', 'tiltak-klynge', 'tiltak-fagdag'],
    eier: 'Enhetsleder grunnskole',
    ansvarlig: 'Rektorene',
    forutsetninger: 'Beløpet kan anslås når prosjektplanen er klar.',
  },
  {
    id: 'gevinst-stabil-bemanning',
    slag: 'okt_kvalitet',
    title: 'Elevene får timene de har rett til',
    description: 'Færre timer der læreren eller fagarbeideren er borte uten vikar.',
    tiltak: ['tiltak-bemanning'],
    eier: 'Enhetsleder grunnskole',
    ansvarlig: 'Rektor ved Nesheim skole',
  },
];

const MAALINGER: readonly Row<'maalinger'>[] = [
  {
    id: 'maaling-spesialundervisning',
    name: 'Elever med spesialundervisning',
    unit: 'prosent',
    source: 'Skolenes egne tall',
    method: 'Nullpunkt og ønsket verdi settes i prosjektplanen.',
    frequency: 'halvaarlig',
    ansvarlig: 'Enhetsleder grunnskole',
    gevinster: ['gevinst-fellesskap', 'gevinst-spesialundervisning'],
  },
  {
    id: 'maaling-merforbruk-skoler',
    name: 'Ventet merforbruk ved Nesheim, Skogn og Frol',
    unit: 'mill. kroner',
    start: { value: 4.7, date: '2024-03-31' },
    source: 'Månedsregnskapet per enhet',
    method: 'Summen av prognosene for året. Ønsket verdi settes i prosjektplanen.',
    frequency: 'maanedlig',
    ansvarlig: 'Økonomiavdelingen',
    gevinster: ['gevinst-spesialundervisning'],
    series: [{ date: '2024-03-31', value: 4.7, comment: '' }],
  },
  {
    id: 'maaling-timer-uten-vikar',
    name: 'Lærertimer uten vikar ved Nesheim, per kvartal',
    unit: 'timer',
    start: { value: 419, date: '2024-03-31' },
    source: 'Skolens egne tall',
    method: 'Lærertimer der det ikke er leid inn vikar. Ønsket verdi er ikke satt.',
    frequency: 'kvartalsvis',
    ansvarlig: 'Rektor ved Nesheim skole',
    gevinster: ['gevinst-stabil-bemanning'],
    series: [{ date: '2024-03-31', value: 419, comment: 'Januar–mars' }],
  },
];

const LAPPER: readonly Row<'lapper'>[] = [
  {
    id: 'lapp-foreldre',
    text: 'Hvordan tar vi foreldrene med?',
    author: 'Rektor (eksempel)',
    section: 'tiltak',
    xy: [1728, 396],
  },
];
