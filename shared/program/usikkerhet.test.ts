import { expect, test } from 'vitest';
import { levelOf, weightOf } from './usikkerhet.ts';

test.each([
  [1, 1, 1, 'lav'],
  [1.1, 3.3, 3.63, 'lav'],
  [2.4, 2.4, 5.76, 'lav'],
  [2.5, 2, 5, 'middels'],
  [3.4, 3.5, 11.9, 'hoy'],
  [3, 4, 12, 'hoy'],
  [5, 5, 25, 'hoy'],
] as const)(
  '%d × %d weighs %d, in a square that is %s',
  (sannsynlighet, konsekvens, weight, level) => {
    expect(weightOf({ sannsynlighet, konsekvens })).toBe(weight);
    expect(levelOf({ sannsynlighet, konsekvens })).toBe(level);
  },
);
