/**
 * Two ways of doing something that take turns within one run, every two seconds by the machine's
 * clock, so that processes agree on whose turn it is and the machine's moods strike both.
 */

export const TURN_MS = 2000;

/** Whose turn it is at a time in milliseconds since 1970. */
export function turnAt(at: number): 0 | 1 {
  return Math.floor(at / TURN_MS) % 2 === 0 ? 0 : 1;
}
