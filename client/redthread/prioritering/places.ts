/** Where tiltak stand in the matrix of prioritering. */

import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { RATINGS, type Rating } from '../../../shared/sheet/schema/vocabulary.ts';

/** A cell: gjennomførbarhet goes to the right, gevinstpotensial upwards. */
export interface MatrixPlace {
  readonly gevinstpotensial: Rating;
  readonly gjennomforbarhet: Rating;
}

/** The ratings of a tiltak; either may be missing. */
export type Ratings = Pick<Tiltak, 'gevinstpotensial' | 'gjennomforbarhet'>;

export const UNPLACED: Ratings = { gevinstpotensial: null, gjennomforbarhet: null };

const MIDDLE: Rating = 3;

/** The corners of the matrix, where both ratings lean to a side; undefined in the middle. */
export type Corner = 'gjorForst' | 'planlegg' | 'narDetPasser' | 'vent';

/** Where a tiltak stands; undefined while one of its ratings is missing. */
export function placeOf({ gevinstpotensial, gjennomforbarhet }: Ratings): MatrixPlace | undefined {
  if (gevinstpotensial === null || gjennomforbarhet === null) return undefined;
  return { gevinstpotensial, gjennomforbarhet };
}

export function cornerOf({ gevinstpotensial, gjennomforbarhet }: MatrixPlace): Corner | undefined {
  if (gevinstpotensial === MIDDLE || gjennomforbarhet === MIDDLE) return undefined;
  const isEasy = gjennomforbarhet > MIDDLE;
  if (gevinstpotensial > MIDDLE) return isEasy ? 'gjorForst' : 'planlegg';
  return isEasy ? 'narDetPasser' : 'vent';
}

/**
 * What a key does to the ratings: an arrow moves one step, at the edge nowhere; what is not placed
 * begins in the middle. Delete and Backspace take it out. Undefined for other keys.
 */
export function movedBy(key: string, ratings: Ratings): Ratings | undefined {
  if (key === 'Delete' || key === 'Backspace') return UNPLACED;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const place = placeOf(ratings);
  if (place === undefined) {
    return {
      gevinstpotensial: ratings.gevinstpotensial ?? MIDDLE,
      gjennomforbarhet: ratings.gjennomforbarhet ?? MIDDLE,
    };
  }
  return {
    gevinstpotensial: stepped(place.gevinstpotensial, step.up),
    gjennomforbarhet: stepped(place.gjennomforbarhet, step.right),
  };
}

const STEPS: Readonly<Record<string, { readonly up: number; readonly right: number }>> = {
  ArrowUp: { up: 1, right: 0 },
  ArrowDown: { up: -1, right: 0 },
  ArrowRight: { up: 0, right: 1 },
  ArrowLeft: { up: 0, right: -1 },
};

function stepped(rating: Rating, by: number): Rating {
  return RATINGS.find((candidate) => candidate === rating + by) ?? rating;
}

/** How a cell is named in the page, and read from there when something is dropped on it. */
export function cellKey({ gevinstpotensial, gjennomforbarhet }: Ratings): string {
  return placeOf({ gevinstpotensial, gjennomforbarhet }) === undefined
    ? TRAY
    : `${gevinstpotensial}-${gjennomforbarhet}`;
}

export const TRAY = 'ikke-plassert';

/** The ratings that a drop on a cell gives; undefined for what is no cell. */
export function ratingsOfCell(key: string): Ratings | undefined {
  if (key === TRAY) return UNPLACED;
  const [up, right] = key.split('-').map(Number);
  const [gevinstpotensial, gjennomforbarhet] = [ratingOf(up), ratingOf(right)];
  if (gevinstpotensial === undefined || gjennomforbarhet === undefined) return undefined;
  return { gevinstpotensial, gjennomforbarhet };
}

function ratingOf(number: number | undefined): Rating | undefined {
  return RATINGS.find((rating) => rating === number);
}
