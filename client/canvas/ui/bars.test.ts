import { expect, test } from 'vitest';
import { barsOf } from './bars.ts';

test('the narrower the board, the less the bars say, until one stands above the other', () => {
  expect([1920, 1000, 999, 900, 899, 320].map(barsOf)).toEqual([
    'wide',
    'wide',
    'tight',
    'tight',
    'stacked',
    'stacked',
  ]);
});
