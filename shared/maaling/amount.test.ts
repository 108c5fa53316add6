import { expect, test } from 'vitest';
import { amountWithUnit, namesOtherUnit, shareInPercent } from './amount.ts';

test.each([
  [32.8, 'prosent', '32,8\u00a0%'],
  [32.8, ' Pst. ', '32,8\u00a0%'],
  [1200, 'kroner', '1\u202f200\u00a0kroner'],
  [-3, 'prosentpoeng', '−3\u00a0prosentpoeng'],
  [7, ' ', '7'],
  [1200, 'antall', '1\u202f200'],
])('%s with «%s»', (value, unit, words) => {
  expect(amountWithUnit(value, unit)).toBe(words);
});

test.each([
  ['14 kr', 'prosent', true],
  ['kr 1 200', 'timer', true],
  ['1 200,-', 'antall', true],
  ['42 %', 'kroner', true],
  ['42 %', ' Pst. ', false],
  ['42 %', 'prosentpoeng', false],
  ['42 %', '', false],
  ['8,1 %', 'sykefravær', false],
  ['42 %', 'tkr', true],
  ['14 kr', 'skritt', false],
  ['14 kr', 'døgn', true],
  ['14 kr', 'mill. kr', false],
  ['kr. 14', 'NOK', false],
  ['14', 'prosent', false],
  ['krone', 'prosent', false],
])('«%s» names another unit than «%s»: %s', (text, unit, isOther) => {
  expect(namesOtherUnit(text, unit)).toBe(isOther);
});

test.each([
  [0.4118, '41\u00a0%'],
  [0.999, '99\u00a0%'],
  [1, '100\u00a0%'],
  [-0.124, '−12\u00a0%'],
  [-0.001, '0\u00a0%'],
  [12.5, '1\u202f250\u00a0%'],
])('%d of the way is %s', (share, words) => {
  expect(shareInPercent(share)).toBe(words);
});
