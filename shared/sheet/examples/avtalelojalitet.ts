/**
 * The worked example of a dypdykk: Avtalelojalitet in Levanger kommune, after what the
 * municipality itself has told about its work in the spring of 2024. People are named by role.
 *
 * What the sources are silent about (a frist, an estimate, a wanted value) is written here for the
 * example's sake and says so where it stands: «Eksempel: antatt …». The note in field 5 says it once
 * more, for views that do not show every field.
 */
import { formatNumber } from '../../format/number.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { GEVINSTER, MAALINGER } from './avtalelojalitetGevinster.ts';
import { fill, type Row, type SheetDraft } from './draft.ts';
import { bold, bulletList, heading, paragraph, percent, table } from './prose.ts';

/** The dypdykk Avtalelojalitet as a whole sheet, utgave 1.0. */
export function avtalelojalitet(): Snapshot {
  return fill({
    sheet: {
      kind: 'dypdykk',
      title: 'Avtalelojalitet',
      date: '2024-05-24',
      edition: '1.0',
      owner: 'Kommunedirektøren og Innherred Anskaffelser',
      mentor: 'Veileder fra Azets',
    },
    sections: SECTIONS,
    rotaarsaker: ROTAARSAKER,
    tiltak: TILTAK,
    gevinster: GEVINSTER,
    maalinger: MAALINGER,
    lapper: LAPPER,
    comments: COMMENTS,
  });
}

const SECTIONS: SheetDraft['sections'] = {
  begrunnelse: [
    paragraph(
      bold('Utfordringen: '),
      'Ved direktekjøp kan «alle» handle på vegne av kommunen. Det fører til at',
    ),
    bulletList(
      'utgiftene kommer sent inn i regnskapet',
      'vi bruker tid på å finne ut hvem som skal ha fakturaen, og på å kontere og attestere den',
      'vi ofte betaler fakturagebyr, i tillegg til transport og arbeidstid',
    ),
    paragraph(
      bold('Verdien: '),
      'Mer e-handel frigjør tid, og bedre avtalelojalitet gir bedre pris. Hackett Group har ',
      `undersøkt ${formatNumber(4000)} selskaper. Der gir avtalelojalitet `,
      bold(`2–${percent(10)}`),
      ' lavere kostnader. De beste har en avtalelojalitet på ',
      bold(percent(87)),
      ', og snittet er ',
      bold(percent(68)),
      `. Vi bruker e-handel til om lag ${percent(50)} av det vi kunne.`,
    ),
  ],
  naasituasjon: [
    bulletList(
      [
        bold('E-handel: '),
        'Kjøpet er kontert og godkjent før vi bestiller. Prisen kontrolleres, og fakturaen ',
        'matches av seg selv når varen er mottatt uten avvik.',
      ],
      [
        bold('Manuelt kjøp: '),
        'Først når fakturaen kommer, finner vi ut hvem som skal kontere og attestere den.',
      ],
    ),
    paragraph(
      'Ikke alle kan bestille i e-handel. Noen varetyper mangler avtale, og ikke alt er å få der.',
    ),
    heading('Stort spenn mellom enhetene'),
    table(
      ['Enhet', 'Antall fakturaer', 'E-handel'],
      [
        ['Enhet a', formatNumber(282), percent(85.29)],
        ['Enhet b', formatNumber(10_970), percent(32.78)],
        ['Enhet c', formatNumber(1084), percent(36)],
        ['Enhet d', formatNumber(1747), percent(52.19)],
      ],
    ),
    paragraph(
      'Så langt har vi sett på e-handel. Avtalelojaliteten kommer fram når alle innkjøp i 2023 er ',
      'kartlagt: på avtale, utenom avtale, og der vi ikke har avtale.',
    ),
  ],
  rotaarsaker: [
    paragraph(
      'Enhetsledere og frikjøpte hovedtillitsvalgte ga innspill i enhetsledermøtet 22. mai 2024.',
    ),
  ],
  onsket: [
    bulletList(
      'Det er klart hvem som kan handle hva, når, og hvor avtalene står.',
      'Færre bestillere, som kjenner avtalene, bruker e-handel der det går.',
      'Kjøpet er godkjent før vi bestiller, så lederne har kontroll på kostnadene.',
      'Fagområdene er med når avtalene lages, og avtalene dekker det de trenger.',
      'Fakturaene går av seg selv. Avvik blir meldt og fulgt opp.',
    ),
    paragraph(
      'Tiden vi sparer, og pengene vi ikke bruker, kommer tjenestene til gode. Det enhetene lærer, ',
      'tas i bruk i hele kommunen fra 2025.',
    ),
  ],
  maaling: [
    paragraph(
      'E-handelstallene og tallene fra Hackett Group er fra kildene. Ansvar, frister, estimater, ',
      'ønskede verdier og de to siste nullpunktene er antatt i eksempelet.',
    ),
  ],
};

const ROTAARSAKER: readonly Row<'rotaarsaker'>[] = [
  {
    id: 'rotaarsak-uklarhet',
    title: 'Uklart hva vi har avtale på, og hvor det står',
    points: [
      'Det er mye informasjon å lete i',
      'Mye i Compilo er gammelt og uoversiktlig',
      'Innherred Anskaffelser sitter langt fra enhetene',
      'Rutiner og prosedyrer hjelper ikke nok',
      'For lite tid og opplæring',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-gamle-vaner',
    title: 'Gamle vaner',
    points: [
      'Vi handler hos dem vi kjenner',
      'Å ta og se på varen gir raskt svar',
      'Det nye føles tungvint i starten',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-fagbehov',
    title: 'Fagspesifikke behov som ikke dekkes',
    points: [
      'Anskaffelser kjenner fagområdene for lite',
      'Enhetene kjenner ikke innholdet i avtalene',
      'Å sette seg inn i avtalene blir ikke prioritert',
      'Noen fag trenger en fysisk katalog',
      'Varen mangler avtale: for lite involvering',
    ].join('\n'),
  },
  {
    id: 'rotaarsak-kunnskap',
    title: 'Mangel på kunnskap',
    points: [
      'For lite opplæring generelt',
      'For lite tid og ressurser',
      'Analyseverktøyet er ikke godt nok',
      'Avtalene er for lite kjent',
    ].join('\n'),
  },
];

/** What the mandate names is til behandling; what follows from the rotårsaker is forslag. */
const TILTAK: readonly Row<'tiltak'>[] = [
  {
    id: 'tiltak-roller',
    title: 'Kartlegge innkjøpsprosessen og avklare hvem som kan handle hva, når',
    description: 'Fra mandatet. Eksempel: antatt ansvar og frist.',
    ansvar: 'Innherred Anskaffelser og økonomiavdelingen',
    frist: '2024-09-30',
    status: 'pagar',
    beslutning: 'til_behandling',
    rotaarsaker: ['rotaarsak-uklarhet', 'rotaarsak-kunnskap'],
  },
  {
    id: 'tiltak-bestillere',
    title: 'Stramme inn antall bestillere',
    description: 'Fra mandatet. Eksempel: antatt ansvar og frist.',
    ansvar: 'Enhetslederne',
    frist: '2024-12-31',
    status: 'ikke_startet',
    beslutning: 'til_behandling',
    rotaarsaker: ['rotaarsak-gamle-vaner', 'rotaarsak-kunnskap'],
  },
  {
    id: 'tiltak-rekvisisjon',
    title: 'Innføre rekvisisjon før varer og tjenester bestilles',
    description: 'Fra mandatet. Eksempel: antatt ansvar og frist.',
    ansvar: 'Økonomiavdelingen',
    frist: '2024-12-31',
    status: 'ikke_startet',
    beslutning: 'til_behandling',
    rotaarsaker: ['rotaarsak-gamle-vaner'],
  },
  {
    id: 'tiltak-oppfolging',
    title: 'Følge opp de tre enhetene med lavest avtalelojalitet og forankre rutinene der',
    description:
      'Fra mandatet: siste halvår 2024, og i hele kommunen fra 2025. Eksempel: antatt ansvar.',
    ansvar: 'Kommunalsjefene og enhetslederne',
    frist: '2024-12-31',
    status: 'ikke_startet',
    beslutning: 'til_behandling',
    rotaarsaker: ['rotaarsak-gamle-vaner', 'rotaarsak-uklarhet'],
  },
  {
    id: 'tiltak-avtaledekning',
    title: 'Inngå flere avtaler på forbruksvarer med mange avrop, sammen med fagområdene',
    description: 'Fra mandatet. Arbeidet er i gang. Eksempel: antatt ansvar og frist.',
    ansvar: 'Innherred Anskaffelser',
    frist: '2025-06-30',
    status: 'pagar',
    beslutning: 'til_behandling',
    rotaarsaker: ['rotaarsak-fagbehov'],
  },
  {
    id: 'tiltak-informasjon',
    title: 'Samle avtalene på ett sted og rydde i Compilo',
    description: 'Svar på rotårsakene. Eksempel: antatt tiltak, ansvar og frist.',
    ansvar: 'Innherred Anskaffelser',
    frist: '2024-10-31',
    status: 'ikke_startet',
    beslutning: 'forslag',
    rotaarsaker: ['rotaarsak-uklarhet'],
  },
  {
    id: 'tiltak-opplaering',
    title: 'Gi bestillerne opplæring i avtalene og i e-handel',
    description: 'Svar på rotårsakene. Eksempel: antatt tiltak, ansvar og frist.',
    ansvar: 'Innherred Anskaffelser og enhetslederne',
    frist: '2025-03-31',
    status: 'ikke_startet',
    beslutning: 'forslag',
    rotaarsaker: ['rotaarsak-kunnskap', 'rotaarsak-uklarhet', 'rotaarsak-fagbehov'],
  },
];

/** Beside the page, each at the height of its section. */
const LAPPER: readonly Row<'lapper'>[] = [
  {
    id: 'lapp-hvor-staar-det',
    text: 'Hvor finner jeg ut hva vi har avtale på?',
    author: 'Enhetsleder (eksempel)',
    section: 'rotaarsaker',
    xy: [-224, 792],
  },
  {
    id: 'lapp-butikken',
    text: 'Butikken rundt hjørnet går fortere – i hvert fall føles det slik',
    author: 'Bestiller (eksempel)',
    section: 'rotaarsaker',
    xy: [-224, 928],
  },
  {
    id: 'lapp-fagfolk',
    text: 'Spør fagfolkene før avtalen lyses ut',
    author: 'Hovedtillitsvalgt (eksempel)',
    section: 'tiltak',
    xy: [1728, 396],
  },
  {
    id: 'lapp-enhet-a',
    text: 'Hva gjør enhet a som vi andre kan lære av?',
    author: 'Rådgiver økonomi (eksempel)',
    section: 'naasituasjon',
    xy: [-224, 396],
  },
  {
    id: 'lapp-rapportering',
    text: 'Kan vi måle dette uten å lage mer rapportering?',
    author: 'Enhetsleder (eksempel)',
    section: 'maaling',
    xy: [1728, 792],
  },
];

const COMMENTS: SheetDraft['comments'] = [
  {
    id: 'kommentar-nullpunkt',
    target: { type: 'maaling', id: 'maaling-avtalelojalitet' },
    messages: [
      {
        id: 'melding-nullpunkt',
        author: 'Rådgiver økonomi (eksempel)',
        text: `Vi kjenner ikke vår egen avtalelojalitet ennå. ${percent(68)} er snittet i undersøkelsen.`,
        at: '2024-05-24T08:15:00.000Z',
      },
      {
        id: 'melding-kartlegging',
        author: 'Innherred Anskaffelser (eksempel)',
        text: 'Da setter vi inn vårt eget nullpunkt når innkjøpene i 2023 er kartlagt.',
        at: '2024-05-24T08:40:00.000Z',
      },
    ],
  },
];
