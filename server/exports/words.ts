/** The Norwegian words of every export: what keys in the document are called on paper. */
import type { PortfolioStage } from '../../shared/portfolio/portfolio.ts';
import type {
  Beslutning,
  Frequency,
  GevinstSlag,
  SectionKey,
  SheetKind,
  TiltakSlag,
  TiltakStatus,
} from '../../shared/sheet/schema/vocabulary.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';

export const UNTITLED = 'Uten tittel';

export const HEADER_WORDS = {
  title: 'Tittel',
  kind: 'Type',
  date: 'Dato',
  edition: 'Utgave',
  owner: 'Eier',
  mentor: 'Veileder',
} as const;

export const SHEET_KIND: Readonly<Record<SheetKind, string>> = {
  virksomhet: 'Virksomhets-A3',
  dypdykk: 'Dypdykk-A3',
};
export const TILTAK_SLAG: Readonly<Record<TiltakSlag, string>> = {
  utredning: 'Utredningstiltak',
  endring: 'Endringstiltak',
};
export const STATUS: Readonly<Record<TiltakStatus, string>> = {
  ikke_startet: 'Ikke startet',
  pagar: 'Pågår',
  gjennomfort: 'Gjennomført',
  stoppet: 'Stoppet',
};
export const BESLUTNING: Readonly<Record<Beslutning, string>> = {
  forslag: 'Forslag',
  til_behandling: 'Til behandling',
  vedtatt: 'Vedtatt',
  vedtatt_endret: 'Vedtatt med endring',
  avvist: 'Avvist',
  utsatt: 'Utsatt',
};
export const GEVINST_SLAG: Readonly<Record<GevinstSlag, string>> = {
  okt_kvalitet: 'Økt kvalitet',
  unngaatte_kostnader: 'Unngåtte kostnader',
  spart_tid: 'Spart tid',
};
/** What an amount in the portfolio is. */
export const STAGE: Readonly<Record<PortfolioStage, string>> = {
  potensial: 'Potensial',
  vedtatt: 'Vedtatt',
  avvist: 'Avvist',
  realisert: 'Realisert',
};
/** What the yearly amounts of a gevinst are counted in. */
export const GEVINST_UNIT: Readonly<Record<GevinstSlag, string>> = {
  okt_kvalitet: '',
  unngaatte_kostnader: 'kr',
  spart_tid: 'timer',
};
export const FREKVENS: Readonly<Record<Frequency, string>> = {
  ukentlig: 'Ukentlig',
  maanedlig: 'Månedlig',
  kvartalsvis: 'Kvartalsvis',
  tertialvis: 'Tertialvis',
  halvaarlig: 'Halvårlig',
  aarlig: 'Årlig',
};

interface SectionWords {
  readonly label: string;
  readonly question: string;
}

const DYPDYKK: Readonly<Record<SectionKey, SectionWords>> = {
  begrunnelse: {
    label: 'Begrunnelse',
    question: 'Hva er utfordringen og hva er verdien av å løse det?',
  },
  naasituasjon: {
    label: 'Nåsituasjonen',
    question: 'Hvordan gjør vi det i dag, og hvor er utfordringene?',
  },
  rotaarsaker: {
    label: 'Rotårsakene',
    question: 'Hva er bakenforliggende grunner til utfordringene?',
  },
  onsket: {
    label: 'Ønsket situasjon',
    question: 'Hvordan ser det ut når utfordringene er fjernet?',
  },
  tiltak: {
    label: 'Endringstiltak',
    question: 'Hva må gjøres for å komme oss til ønsket situasjon?',
  },
  maaling: {
    label: 'Måling',
    question: 'Hvilke parametere må vi måle for å vite om tiltakene gir effekt?',
  },
};

const VIRKSOMHET: Readonly<Record<SectionKey, SectionWords>> = {
  begrunnelse: {
    label: 'Begrunnelse',
    question: 'Dette er utfordringene vi må løse og verdien av å løse det',
  },
  naasituasjon: {
    label: 'Nåsituasjonen',
    question: 'Dette er slik det fungerer i dag, og årsakene til at utfordringene oppstår',
  },
  rotaarsaker: {
    label: 'Rotårsakene',
    question: 'Dette er årsakene til at utfordringene oppstår',
  },
  onsket: {
    label: 'Ønsket situasjon',
    question: 'Dette er slik vi ønsker at det skal fungere',
  },
  tiltak: {
    label: 'Utrednings- og endringstiltak',
    question: 'Dette må vi gjøre for å flytte oss fra nåsituasjonen til ønsket situasjon',
  },
  maaling: {
    label: 'Måling',
    question: 'Dette må vi måle for å sjekke at endringstiltakene gir effekt',
  },
};

const SECTIONS: Readonly<Record<SheetKind, Readonly<Record<SectionKey, SectionWords>>>> = {
  dypdykk: DYPDYKK,
  virksomhet: VIRKSOMHET,
};

/** What a sheet calls a section: its own words where it has some, else the template's. */
export function sectionWords({ kind, labels }: Snapshot['sheet'], key: SectionKey): SectionWords {
  const words = SECTIONS[kind][key];
  return {
    label: labels[`${key}.label`] ?? words.label,
    question: labels[`${key}.question`] ?? words.question,
  };
}

/** The label of a section after its number in the template, where it has one. */
export function sectionTitle(
  sheet: Snapshot['sheet'],
  key: SectionKey,
  number: string | null,
): string {
  const { label } = sectionWords(sheet, key);
  return number === null ? label : `${number}. ${label}`;
}
