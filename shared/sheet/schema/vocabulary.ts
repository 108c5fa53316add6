/** The closed lists of words in a sheet (DOMAIN.md): keys in the document, never shown as they are. */

export const SHEET_KINDS = ['virksomhet', 'dypdykk'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** The six places of an A3, in reading order. */
export const SECTION_KEYS = [
  'begrunnelse',
  'naasituasjon',
  'rotaarsaker',
  'onsket',
  'tiltak',
  'maaling',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** The sections that hold prose; in the last two it is an optional note beside the table. */
export const PROSE_SECTIONS = [
  'begrunnelse',
  'naasituasjon',
  'onsket',
  'rotaarsaker',
  'maaling',
] as const satisfies readonly SectionKey[];
export type ProseSection = (typeof PROSE_SECTIONS)[number];

export const TILTAK_SLAG = ['utredning', 'endring'] as const;
export type TiltakSlag = (typeof TILTAK_SLAG)[number];

/** Gjennomføring: how far the work itself has come. */
export const TILTAK_STATUS = ['ikke_startet', 'pagar', 'gjennomfort', 'stoppet'] as const;
export type TiltakStatus = (typeof TILTAK_STATUS)[number];

/** Beslutning: what the political side has said, independent of the work. */
export const BESLUTNINGER = [
  'forslag',
  'til_behandling',
  'vedtatt',
  'vedtatt_endret',
  'avvist',
  'utsatt',
] as const;
export type Beslutning = (typeof BESLUTNINGER)[number];

/** What a vedtak can say of a tiltak. */
export const VEDTAK_UTFALL = [
  'vedtatt',
  'vedtatt_endret',
  'avvist',
  'utsatt',
] as const satisfies readonly Beslutning[];
export type VedtakUtfall = (typeof VEDTAK_UTFALL)[number];

/** Gevinstpotensial and gjennomførbarhet of a tiltak: 1 is least, 5 is most. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

export const GEVINST_SLAG = ['okt_kvalitet', 'unngaatte_kostnader', 'spart_tid'] as const;
export type GevinstSlag = (typeof GEVINST_SLAG)[number];

/** The calculators of DOMAIN.md: three kinds of unngåtte kostnader, and spart tid. */
export const CALCULATION_KINDS = [
  'faerre_oppgaver',
  'mindre_forbruk',
  'reforhandling',
  'spart_tid',
] as const;
export type CalculationKind = (typeof CALCULATION_KINDS)[number];

/**
 * The factors of each calculator, by the names that stand in the document. Prices and costs are in
 * kroner, amounts are per year, `reduksjon` is a share between 0 and 1.
 *
 * - `faerre_oppgaver`: kostnadPerOppgave × unngaatteOppgaver = kroner a year
 * - `mindre_forbruk`: forbruk × reduksjon × pris = kroner a year
 * - `reforhandling`: (dagensPris − nyPris) × volum = kroner a year
 * - `spart_tid`: antall × (minutterFor − minutterEtter) / 60 = hours a year
 */
export const CALCULATION_FACTORS = {
  faerre_oppgaver: ['kostnadPerOppgave', 'unngaatteOppgaver'],
  mindre_forbruk: ['forbruk', 'reduksjon', 'pris'],
  reforhandling: ['dagensPris', 'nyPris', 'volum'],
  spart_tid: ['antall', 'minutterFor', 'minutterEtter'],
} as const satisfies Readonly<Record<CalculationKind, readonly string[]>>;
export type FactorName<K extends CalculationKind> = (typeof CALCULATION_FACTORS)[K][number];

export const FREQUENCIES = [
  'ukentlig',
  'maanedlig',
  'kvartalsvis',
  'tertialvis',
  'halvaarlig',
  'aarlig',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Where a comment thread hangs: on a section or on one thing in it. */
export const COMMENT_TARGETS = [
  'section',
  'rotaarsak',
  'tiltak',
  'gevinst',
  'maaling',
  'lapp',
] as const;

/** What a lapp can be turned into. */
export const BECAME_TYPES = ['rotaarsak', 'tiltak', 'gevinst', 'maaling'] as const;
export type BecameType = (typeof BECAME_TYPES)[number];

/** The colours of lapper. Another program's word is kept; the views show it as the first of these. */
export const LAPP_COLORS = ['gul', 'rosa', 'blaa', 'gronn', 'oransje', 'lilla'] as const;
export type LappColor = (typeof LAPP_COLORS)[number];
