import { expect, test } from 'vitest';
import { amountWithUnit } from './amount.ts';

test.each([
  [32.8, 'prosent', '32,8\u00a0%'],
  [32.8, ' Pst. ', '32,8\u00a0%'],
  [1200, 'kroner', '1\u202f200\u00a0kroner'],
  [-3, 'prosentpoeng', '−3\u00a0prosentpoeng'],
  [7, ' ', '7'],
])('%s with «%s»', (value, unit, words) => {
  expect(amountWithUnit(value, unit)).toBe(words);
});
