/**
 * The forslag of the report, as the municipality answered for them in the budget process for 2024:
 * estimates in kroner a year as they stand in parentheses there, and the answer in short.
 */
import type { Beslutning, TiltakStatus } from '../schema/vocabulary.ts';

export type Outcome = 'iverksatt' | 'ikke_gjennomfort' | 'ikke_gjennomforbart';

/** The three outcomes, and what they are on the two axes of a tiltak. */
export const OUTCOMES: readonly {
  readonly outcome: Outcome;
  readonly label: string;
  readonly status: TiltakStatus;
  /** The cause that such a forslag answers. */
  readonly rotaarsak: string;
}[] = [
  {
    outcome: 'iverksatt',
    label: 'Iverksatt',
    status: 'gjennomfort',
    rotaarsak: 'rotaarsak-drift',
  },
  {
    outcome: 'ikke_gjennomfort',
    label: 'Ikke gjennomført',
    status: 'ikke_startet',
    rotaarsak: 'rotaarsak-vedtak',
  },
  {
    outcome: 'ikke_gjennomforbart',
    label: 'Ikke gjennomførbart',
    status: 'stoppet',
    rotaarsak: 'rotaarsak-anslag',
  },
];

export interface Forslag {
  readonly id: string;
  readonly outcome: Outcome;
  readonly title: string;
  /** Kroner a year, the lower end of a range; null where the report gives none that counts each year. */
  readonly estimate: number | null;
  /** The upper end of a range. */
  readonly upTo?: number;
  readonly comment: string;
  /** Where the answer says more than the outcome does. */
  readonly status?: TiltakStatus;
  readonly beslutning?: Beslutning;
  readonly frist?: string;
  readonly ansvar?: string;
}

/** The sum of the lower estimates, in kroner a year. */
export function sumOf(forslag: readonly Forslag[]): number {
  return forslag.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0);
}

export const FORSLAG: readonly Forslag[] = [
  {
    id: 'renholdssoner',
    outcome: 'iverksatt',
    title: 'Dele renholdet inn i soner',
    estimate: 200_000,
    comment: 'Flere soner etter gode erfaringer med den første i 2022.',
  },
  {
    id: 'reparasjoner',
    outcome: 'iverksatt',
    title: 'La egne folk ta mindre reparasjoner',
    estimate: 50_000,
    comment: 'Antar høyere gevinst.',
  },
  {
    id: 'renholdsmidler',
    outcome: 'iverksatt',
    title: 'Bruke mindre renholdsmidler',
    estimate: 30_000,
    comment: '',
  },
  {
    id: 'renholdsfrekvens',
    outcome: 'iverksatt',
    title: 'Vaske sjeldnere',
    estimate: 100_000,
    comment: 'Som regel ingen vikar ved sykdom, når det holder kravene til miljørettet helsevern.',
  },
  {
    id: 'skadedyr',
    outcome: 'iverksatt',
    title: 'Bruke mindre på skadedyr',
    estimate: 200_000,
    upTo: 300_000,
    comment: 'Vurderes fortløpende i driften.',
  },
  {
    id: 'eiendomssalg',
    outcome: 'iverksatt',
    title: 'Selge eiendommer og tomter',
    estimate: null,
    comment: 'Etter vedtak. Beløpet for 2022 og 2023 er mye større enn rapporten anslo.',
    beslutning: 'vedtatt',
  },
  {
    id: 'boveileder',
    outcome: 'iverksatt',
    title: 'Opprette boveileder',
    estimate: 300_000,
    comment: 'Over tid. Godt resultat, men flere trenger boveiledning og ødelegger boligen.',
  },
  {
    id: 'uteomrader',
    outcome: 'iverksatt',
    title: 'Stelle uteområdene mindre',
    estimate: 1_000_000,
    comment: 'Fra 3 til 2 gartnere i 2022, ikke bare på Staup som det står i rapporten.',
  },
  {
    id: 'energibruk',
    outcome: 'iverksatt',
    title: 'Passe på energibruken',
    estimate: 150_000,
    comment: 'Del av daglig drift gjennom Miljøfyrtårn. Nye bygg styres sentralt.',
  },
  {
    id: 'stroing',
    outcome: 'ikke_gjennomfort',
    title: 'Strø mindre om vinteren',
    estimate: 200_000,
    upTo: 400_000,
    comment: 'Vurderes når nye driftskontrakter skal på anbud i 2024. Det må være forsvarlig.',
  },
  {
    id: 'broyting',
    outcome: 'ikke_gjennomfort',
    title: 'Brøyte kommunale eiendommer sjeldnere',
    estimate: 400_000,
    comment: 'Vurderes når nye driftskontrakter skal på anbud i 2024. Det må være forsvarlig.',
  },
  {
    id: 'broyteanbud',
    outcome: 'ikke_gjennomfort',
    title: 'Kjøpe brøyting av eiendommer og veg samlet',
    estimate: 150_000,
    upTo: 300_000,
    comment: 'Vurderes ved nytt anbud i 2024.',
  },
  {
    id: 'utstyr',
    outcome: 'ikke_gjennomfort',
    title: 'Kjøpe nytt utstyr før vedlikeholdet blir for dyrt',
    estimate: 300_000,
    comment:
      'Strøket fra investeringsbudsjettet for 2023, noe som ga driftsstans og høyere kostnader. Endret med vedtatt investeringsbudsjett 2024–2027.',
    beslutning: 'vedtatt',
  },
  {
    id: 'dieselavtale',
    outcome: 'ikke_gjennomfort',
    title: 'Forhandle dieselavtalen på nytt',
    estimate: null,
    comment: 'Avhenger av anbudet for alle innherredskommunene.',
  },
  {
    id: 'privat-veg',
    outcome: 'ikke_gjennomfort',
    title: 'Gjøre kommunal veg privat',
    estimate: 550_000,
    upTo: 700_000,
    comment:
      'Bestilt i budsjettvedtaket, og i gang vinteren 2024. Forslaget på høring gir om lag 2 mill. kroner. Politisk sak i mai 2024.',
    status: 'pagar',
    beslutning: 'til_behandling',
    frist: '2024-05-31',
  },
  {
    id: 'parkering',
    outcome: 'ikke_gjennomfort',
    title: 'Ta betalt for parkering på kommunale eiendommer',
    estimate: 2_900_000,
    comment:
      'Det er vedtatt at det ikke skal gjennomføres. For sentrum er saken utsatt til gatebruksplan og byutviklingsstrategi.',
    beslutning: 'avvist',
  },
  {
    id: 'bestillinger',
    outcome: 'ikke_gjennomfort',
    title: 'Bestille mindre fra Teknisk',
    estimate: 1_000_000,
    comment:
      'Gjelder andre enheter og politikken. Effektiviseringen av Teknisk i 2023 og 2024 gir i praksis færre nye bestillinger.',
  },
  {
    id: 'lisenser',
    outcome: 'ikke_gjennomforbart',
    title: 'Si opp lisenser som ikke brukes',
    estimate: 130_000,
    comment:
      'IKT-systemet krever at alle ansatte har Microsoft-lisens, også de som ikke bruker den.',
  },
];
