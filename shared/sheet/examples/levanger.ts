/**
 * The worked example of a virksomhets-A3: Levanger kommune at the start of its programme for
 * effektivisering and gevinstrealisering 2024–2027, after the municipality's own reports of the
 * spring of 2024. One of its utredningstiltak opened the dypdykk Avtalelojalitet. People are named
 * by role.
 *
 * The causes stand in nåsituasjonen, as this kind of sheet has them, so there are no rotårsaker.
 * What the sources are silent about says «Eksempel: antatt …» where it stands.
 */
import type { Snapshot } from '../snapshot/snapshot.ts';
import { fill, type Row, type SheetDraft } from './draft.ts';
import { GEVINSTER, MAALINGER } from './levangerGevinster.ts';
import { bold, bulletList, heading, millions, paragraph, percent, table } from './prose.ts';

/** The virksomhets-A3 of Levanger kommune as a whole sheet, utgave 1.0. */
export function levanger(): Snapshot {
  return fill({
    sheet: {
      kind: 'virksomhet',
      title: 'Levanger kommune 2024–2027',
      date: '2024-04-30',
      edition: '1.0',
      owner: 'Kommunedirektøren',
      mentor: 'Organisasjonsutvikler',
    },
    sections: SECTIONS,
    rotaarsaker: [],
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
      `Netto driftsresultat i 2023 var minus ${millions(30)}. Driften går for fort inn i 2024, og `,
      `uten grep kan merforbruket bli om lag ${millions(54)}. Samtidig blir innbyggerne over 80 år `,
      'flere, og lederne trenger tid til å endre.',
    ),
    paragraph(
      bold('Verdien: '),
      'Et disposisjonsfond på ',
      bold(millions(200)),
      ', eller minst ',
      bold(`${percent(7)} av brutto driftsinntekter`),
      ', ved utgangen av 2027. Gevinstene er økt kvalitet, unngåtte kostnader og spart tid. Slik vil vi ',
      'unngå ostehøvelkutt og kutt som blir dyrere på sikt.',
    ),
  ],
  naasituasjon: [
    paragraph(
      `Per 31. mars 2024 melder enhetene om et merforbruk på ${millions(62.7)} i 2024. Økte inntekter `,
      `på om lag ${millions(20)} gir en prognose på om lag ${millions(43)}.`,
    ),
    table(
      ['Område', 'Ventet avvik i 2024'],
      [
        ['Helse og velferd', millions(-28.9)],
        ['Samfunnsutvikling', millions(-23.45)],
        ['Oppvekst og utdanning', millions(-10.35)],
      ],
    ),
    heading('Årsakene'),
    bulletList(
      'Flere budsjetter var ute av balanse fra starten av året.',
      'Behovene vokser: sosialhjelp, bosetting, spesialundervisning og hjemmetjenester.',
      'Delprosjektene går samtidig, påvirker hverandre og trenger de samme folkene.',
      'Nye ledere i sentrale stillinger må få tid til å sette seg inn i arbeidet.',
    ),
  ],
  onsket: [
    bulletList(
      'Driften er i balanse, og vi legger av penger hvert år.',
      'Alle ledere og ansatte bidrar og eier endringene. Tillitsvalgte og verneombud er med.',
      'Budsjett og utvikling er én prosess: Helhetsmodellen er en naturlig del av styringen fra 2026.',
      'Vi bruker folk, penger og bygg samlet, på tvers av sektorene.',
      'Barn og unge får hjelp tidlig i fellesskapet, så færre trenger spesialundervisning.',
      'Omsorgen er bærekraftig, også når flere blir eldre.',
    ),
  ],
  maaling: [
    paragraph(
      'De fire første måltallene er kommunens egne. Nullpunktene for dem hentes fra årsregnskapet ',
      'for 2023. Fristen for skolestruktur og målet om null merforbruk er antatt i eksempelet.',
    ),
  ],
};

const TILTAK: readonly Row<'tiltak'>[] = [
  {
    id: 'tiltak-avtalelojalitet',
    slag: 'utredning',
    title: 'Avtalelojalitet: hvordan kan vi bruke innkjøpsavtalene bedre?',
    description:
      'Kartlegging av innkjøpene i 2023, deretter oppfølging av enheter siste halvår 2024 og hele kommunen fra 2025.',
    ansvar: 'Kommunedirektøren og Innherred Anskaffelser',
    frist: '2024-12-31',
    status: 'pagar',
    beslutning: 'til_behandling',
  },
  {
    id: 'tiltak-skolemiljo',
    slag: 'utredning',
    title: 'Skolemiljø: hvordan kan inkluderende praksis gi mindre behov for spesialundervisning?',
    description:
      'Fristen gjelder prosjektplanen, som skal være klar når prosjektet starter 1. august 2024. Resultat ventes ikke det første året.',
    ansvar: 'Enhetsleder grunnskole',
    frist: '2024-08-01',
    status: 'pagar',
    beslutning: 'forslag',
  },
  {
    id: 'tiltak-ressursforvaltning',
    slag: 'utredning',
    title: 'Helhetlig ressursforvaltning: hvordan får vi én budsjettprosess for hele kommunen?',
    description:
      'Prosjektleder er organisasjonsutvikler. Opplæring, virksomhets-A3 og dypdykk i 2024, egen håndbok i 2025, del av plan- og styringssystemet fra 2026.',
    ansvar: 'Strategisk lederteam',
    frist: '2027-12-31',
    status: 'pagar',
    beslutning: 'forslag',
  },
  {
    id: 'tiltak-skolestruktur',
    slag: 'utredning',
    title: 'Skolestruktur: hvilken inndeling gir best skole for pengene?',
    description:
      'Fem endringer er aktuelle å utrede våren 2024. Det avhenger av styringssignal fra administrasjonsutvalget. Eksempel: antatt dato for fristen.',
    ansvar: 'Prosjektgruppe (ikke oppnevnt)',
    frist: '2024-06-30',
    status: 'ikke_startet',
    beslutning: 'til_behandling',
  },
  {
    id: 'tiltak-staup',
    slag: 'utredning',
    title: 'TØRN ved Staup helsehus: hvordan kan oppgavene løses på en ny måte?',
    description: 'Startet i januar 2024, ventes ferdig i april 2025. HR bistår. Mandatet lages nå.',
    ansvar: 'Avdelingsleder ved Staup helsehus',
    frist: '2025-04-30',
    status: 'pagar',
    beslutning: 'forslag',
  },
  {
    id: 'tiltak-teknisk',
    slag: 'utredning',
    title: 'Rapporten fra Advansia/PwC: hvilke forslag lønner det seg å gjennomføre?',
    description:
      'Arbeidsgruppe med enhetsledere, rådgivere og tillitsvalgte. Alle forslagene skal være vurdert innen utgangen av 2024. Noen er iverksatt, ett lar seg ikke gjennomføre.',
    ansvar: 'Kommunalsjef',
    frist: '2024-12-31',
    status: 'pagar',
    beslutning: 'forslag',
  },
];

/** Beside the page, each at the height of its section. */
const LAPPER: readonly Row<'lapper'>[] = [
  {
    id: 'lapp-endringskapasitet',
    text: 'Hva kan jeg gjøre i min rolle for at vi orker mer endring?',
    author: 'Fasilitator (eksempel)',
    section: 'onsket',
    xy: [1728, 0],
  },
  {
    id: 'lapp-prioritering',
    text: 'Hvilke delprosjekter må vente, når vi trenger de samme folkene?',
    author: 'Enhetsleder (eksempel)',
    section: 'tiltak',
    xy: [1728, 396],
  },
  {
    id: 'lapp-innspill',
    text: 'Ta med de ansattes forslag, og regn på dem før de settes i verk',
    author: 'Hovedtillitsvalgt (eksempel)',
    section: 'tiltak',
    xy: [1728, 584],
  },
];

const COMMENTS: SheetDraft['comments'] = [
  {
    id: 'kommentar-rapportering',
    target: { type: 'section', id: 'maaling' },
    messages: [
      {
        id: 'melding-omfang',
        author: 'Kommunedirektøren (eksempel)',
        text: 'Hvor ofte skal vi rapportere? Arbeidet må ikke ta kapasiteten vi skal frigjøre.',
        at: '2024-04-30T07:30:00.000Z',
      },
    ],
  },
];
