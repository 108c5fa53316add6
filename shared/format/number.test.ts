import { describe, expect, test } from 'vitest';
import { formatNumber, parseNumber } from './number.ts';

const SPACE = '\u202f';

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [1084, `1${SPACE}084`],
    [10970, `10${SPACE}970`],
    [200_000_000, `200${SPACE}000${SPACE}000`],
    [85.29, '85,29'],
    [1 / 3, '0,33'],
    [-1234.5, `−1${SPACE}234,5`],
    [-0.001, '0'],
    [1e21, `1${`${SPACE}000`.repeat(7)}`],
  ])('writes %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('shows as many decimals as are asked for', () => {
    expect(formatNumber(2, { minDecimals: 2 })).toBe('2,00');
    expect(formatNumber(2.5, { maxDecimals: 0 })).toBe('3');
    expect(formatNumber(2.123456, { minDecimals: 3 })).toBe('2,123');
  });

  test('writes nothing for what is no number', () => {
    expect(formatNumber(Number.NaN)).toBe('');
    expect(formatNumber(Number.POSITIVE_INFINITY)).toBe('');
  });
});

describe('parseNumber', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['1 234,5', 1234.5],
    [`1${SPACE}234,5`, 1234.5],
    ['1 234', 1234],
    ['1234.5', 1234.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1234.567', 1234.567],
    ['0.125', 0.125],
    [',5', 0.5],
    ['.5', 0.5],
    ['−3', -3],
    ['- 3', -3],
    ['+3', 3],
    ['85,29 %', 85.29],
    ['kr 1 200', 1200],
    ['1 200 kr', 1200],
    ['1 200,-', 1200],
    ['68 kroner', 68],
  ])('reads «%s»', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(['', ' ', '-', ',', 'tolv', '1 2', '12 34', '1,2,3', '1.23.456', '1e5', '0x10', '5 t'])(
    'finds no number in «%s»',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );

  test('reads back what formatNumber writes', () => {
    for (const value of [0, 1, -1, 12.25, 999, 1000, 123_456.78, -9_876_543.21]) {
      expect(parseNumber(formatNumber(value))).toBe(value);
    }
  });
});
