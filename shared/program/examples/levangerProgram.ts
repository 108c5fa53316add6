/**
 * The worked example of a programme: Levanger 3.0, the municipality's programme for effektivisering
 * and gevinstrealisering 2024–2027, after its own reports of the spring of 2024. People are named by
 * role. In which quarter an activity of the årshjul lies is assumed where no date tells.
 */
import { inOrder } from '../../document/order.ts';
import { PROGRAM } from '../schema/entities.ts';
import { type ProgramSnapshot, parseProgram } from '../snapshot/snapshot.ts';
import { ENHETER } from './levangerEnheter.ts';
import { USIKKERHETER } from './levangerUsikkerheter.ts';

const END = '2027-12-31';

/** The programme as a whole snapshot. */
export function levangerProgram(): ProgramSnapshot {
  const parsed = parseProgram({
    schemaVersion: PROGRAM.schemaVersion,
    program: {
      name: 'Levanger 3.0',
      description:
        'Levanger kommunes program for effektivisering og gevinstrealisering. Innen utgangen av 2027 skal disposisjonsfondet vokse til 200 mill. kroner, eller minst 7 prosent av brutto driftsinntekter. Alle ledere og ansatte bidrar, og kommunen følger KS’ helhetsmodell. Kvartalene i årshjulet er antatt i eksempelet der kildene ikke har dato.',
      periodFrom: 2024,
      periodTo: 2027,
    },
    maaltall: inOrder(MAALTALL),
    enheter: inOrder(ENHETER),
    usikkerheter: inOrder(USIKKERHETER),
    milepaeler: inOrder(MILEPAELER),
    aktiviteter: inOrder(AKTIVITETER),
  });
  if ('faults' in parsed) throw new RangeError(`Ill-typed example: ${parsed.faults.join(', ')}`);
  return parsed.snapshot;
}

/** The main goal, and the three parameters of the budget work. */
const MAALTALL = [
  {
    id: 'maaltall-disposisjonsfond',
    name: 'Disposisjonsfond',
    unit: 'kroner',
    comparison: 'minst',
    target: { value: 200_000_000, date: END },
    basis: 'kroner',
  },
  {
    id: 'maaltall-driftsresultat',
    name: 'Netto driftsresultat av driftsinntektene',
    unit: 'prosent',
    comparison: 'minst',
    target: { value: 1.5, date: END },
  },
  {
    id: 'maaltall-fondsandel',
    name: 'Disposisjonsfond og mindreforbruk av driftsinntektene',
    unit: 'prosent',
    comparison: 'minst',
    target: { value: 7, date: END },
  },
  {
    id: 'maaltall-lanegjeld',
    name: 'Langsiktig lånegjeld av driftsinntektene',
    unit: 'prosent',
    comparison: 'hoyst',
    target: { value: 150, date: END },
  },
];

const MILEPAELER = [
  {
    id: 'milepael-workshop',
    title: 'Workshop for ledere i helhetsmodellen',
    criterion: 'Workshopen er gjennomført',
    ansvarlig: 'Organisasjonsutvikler',
    date: '2024-02-16',
    isReached: true,
  },
  {
    id: 'milepael-anbud',
    title: 'Kravspesifikasjon for bistand lagt ut på Doffin',
    criterion: 'Kravspesifikasjonen er sendt ut',
    ansvarlig: 'Organisasjonsutvikler',
    date: '2024-03-08',
    isReached: true,
  },
  {
    id: 'milepael-dypdykk',
    title: 'Dypdykket Avtalelojalitet lagt fram',
    criterion: 'Nåsituasjon og rotårsaker er lagt fram på dialogseminaret',
    ansvarlig: 'Innherred Anskaffelser',
    date: '2024-05-24',
  },
  {
    id: 'milepael-kommunikasjonsplan',
    title: 'Kommunikasjonsplanen er ferdig',
    criterion: 'Planen gjelder ansatte, politikere og innbyggere',
    ansvarlig: 'Kommunedirektøren',
    date: '2024-06-30',
  },
  {
    id: 'milepael-skolemiljo',
    title: 'Delprosjekt skolemiljø starter',
    criterion: 'Prosjektlederen er på plass, og prosjektplanen er laget',
    ansvarlig: 'Enhetsleder grunnskole',
    date: '2024-08-01',
  },
  {
    id: 'milepael-senger',
    title: 'Avtalene om ØHD/KAD-senger opphører',
    criterion: 'Nye kriterier for innleggelse er tatt i bruk',
    ansvarlig: 'Enhetsleder helsefremming',
    date: '2024-09-01',
  },
  {
    id: 'milepael-advansia',
    title: 'Alle forslagene fra Advansia/PwC er vurdert',
    criterion: 'Hvert forslag er grundig analysert og vurdert',
    ansvarlig: 'Kommunalsjef',
    date: '2024-12-31',
  },
  {
    id: 'milepael-staup',
    title: 'TØRN ved Staup helsehus er ferdig',
    criterion: 'Oppgavene er fordelt på en ny måte',
    ansvarlig: 'Avdelingsleder ved Staup helsehus',
    date: '2025-04-30',
  },
  {
    id: 'milepael-handbok',
    title: 'Kommunen har sin egen håndbok i helhetsmodellen',
    criterion: 'Håndboken er tatt i bruk',
    ansvarlig: 'Organisasjonsutvikler',
    date: '2025-12-31',
  },
  {
    id: 'milepael-styring',
    title: 'Helhetsmodellen er en naturlig del av plan- og styringssystemet',
    criterion: 'Virksomhets-A3 og dypdykk brukes i budsjettprosessen',
    ansvarlig: 'Strategisk lederteam',
    date: '2026-12-31',
  },
  {
    id: 'milepael-hovedmal',
    title: 'Hovedmålet er nådd',
    criterion: 'Disposisjonsfondet er 200 mill. kroner eller 7 prosent av brutto driftsinntekter',
    ansvarlig: 'Kommunedirektøren',
    date: END,
  },
];

const AKTIVITETER = [
  {
    id: 'aktivitet-workshop',
    quarter: 'k1',
    title: 'Felles workshop på tvers: virksomhets-A3 med utredningstiltak',
    ansvarlig: 'Strategisk lederteam',
  },
  {
    id: 'aktivitet-status',
    quarter: 'k1',
    title: 'Status for regnskap og sykefravær per 31. mars',
    ansvarlig: 'Kommunedirektøren',
  },
  {
    id: 'aktivitet-dypdykk',
    quarter: 'k2',
    title: 'Dypdykk for hvert utredningstiltak',
    ansvarlig: 'Arbeidsgruppene',
  },
  {
    id: 'aktivitet-tertial',
    quarter: 'k2',
    title: 'Rapport etter 1. tertial',
    ansvarlig: 'Kommunedirektøren',
  },
  {
    id: 'aktivitet-tertial-2',
    quarter: 'k3',
    title: 'Rapport etter 2. tertial',
    ansvarlig: 'Kommunedirektøren',
  },
  {
    id: 'aktivitet-prioritering',
    quarter: 'k3',
    title: 'Velge endringstiltakene med størst gevinst',
    ansvarlig: 'Strategisk lederteam',
  },
  {
    id: 'aktivitet-politisk',
    quarter: 'k4',
    title: 'Politisk behandling og vedtak av budsjett og økonomiplan',
    ansvarlig: 'Kommunestyret',
  },
  {
    id: 'aktivitet-revidering',
    quarter: 'k4',
    title: 'Revidert virksomhets-A3 med vedtatte endringstiltak',
    ansvarlig: 'Strategisk lederteam',
  },
];
