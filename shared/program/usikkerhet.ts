/**
 * How much an usikkerhet weighs. The sources give sannsynlighet and konsekvens alone; their product is
 * the usual measure, and where the matrix turns from one shade to the next is ours.
 */
import type { Usikkerhet } from './schema/entities.ts';

export const WEIGHT_LEVELS = ['lav', 'middels', 'hoy'] as const;
export type WeightLevel = (typeof WEIGHT_LEVELS)[number];

/** From this product on a square of the matrix is `middels`, and `hoy`. */
const MIDDELS_FROM = 5;
const HOY_FROM = 12;

interface Scores {
  readonly sannsynlighet: number;
  readonly konsekvens: number;
}

/** An usikkerhet with both scores: it has a place in the matrix. */
export type Scored = Usikkerhet & Scores;

export function isScored(usikkerhet: Usikkerhet): usikkerhet is Scored {
  return usikkerhet.sannsynlighet !== null && usikkerhet.konsekvens !== null;
}

/** Sannsynlighet × konsekvens, from 1 to 25, without a trace of how computers count. */
export function weightOf({ sannsynlighet, konsekvens }: Scores): number {
  return Number((sannsynlighet * konsekvens).toFixed(2));
}

/** The level of the square that the scores fall in, so that the words say what the picture shows. */
export function levelOf({ sannsynlighet, konsekvens }: Scores): WeightLevel {
  const weight = Math.round(sannsynlighet) * Math.round(konsekvens);
  if (weight >= HOY_FROM) return 'hoy';
  return weight >= MIDDELS_FROM ? 'middels' : 'lav';
}
