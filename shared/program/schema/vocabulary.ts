/** The closed lists of words in a programme (DOMAIN.md): keys in the document, never shown as they are. */

/** What a programme's page is made of, below its header: its collections, and its sheets (`ark`). */
export const PROGRAM_SECTIONS = [
  'maaltall',
  'enheter',
  'ark',
  'usikkerheter',
  'milepaeler',
  'aktiviteter',
] as const;
export type ProgramSection = (typeof PROGRAM_SECTIONS)[number];

/** The year's four quarters, in which the årshjul has its activities. */
export const QUARTERS = ['k1', 'k2', 'k3', 'k4'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** What the product calls a gain in this programme: Digdir and DFØ say «nyttevirkning» since 2026. */
export const GEVINST_WORDS = ['gevinst', 'nyttevirkning'] as const;
export type GevinstWord = (typeof GEVINST_WORDS)[number];

/** Whether a måltall is reached from below or from above: `minst` 7 %, `hoyst` 150 %. */
export const COMPARISONS = ['minst', 'hoyst'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Which sum of the portfolio counts towards a måltall. */
export const MAALTALL_BASES = ['kroner', 'timer'] as const;
export type MaaltallBasis = (typeof MAALTALL_BASES)[number];

export const USIKKERHET_SLAG = ['mulighet', 'risiko'] as const;
export type UsikkerhetSlag = (typeof USIKKERHET_SLAG)[number];

/** Sannsynlighet and konsekvens: from 1 to 5, with one decimal. */
export const SCALE = { min: 1, max: 5, step: 0.1 } as const;

/** The years that a period can begin and end with. */
export const YEARS = { first: 1900, last: 2199 } as const;
