/** The browser's random bytes, for ids and order keys. */
import type { RandomBytes } from '../../shared/ids/ids.ts';

export const random: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
