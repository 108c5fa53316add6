import { describe, expect, test } from 'vitest';
import { formatDate, isFullDate, parseDate } from './date.ts';

describe('parseDate', () => {
  test.each([
    ['1.3.25', '2025-03-01'],
    ['01.03.2025', '2025-03-01'],
    ['2025-03-01', '2025-03-01'],
    ['2025-3-1', '2025-03-01'],
    [' 1. 3. 2025 ', '2025-03-01'],
    ['1/3/2025', '2025-03-01'],
    ['1/3 2025', '2025-03-01'],
    ['1-3-2025', '2025-03-01'],
    ['010325', '2025-03-01'],
    ['01032025', '2025-03-01'],
    ['1.3.2025.', '2025-03-01'],
    ['29.02.2024', '2024-02-29'],
    ['31.12.99', '2099-12-31'],
  ])('reads «%s» as %s', (text, value) => {
    expect(parseDate(text)).toBe(value);
  });

  test.each([
    '',
    'i morgen',
    '1.3',
    '32.01.2025',
    '29.02.2025',
    '31.04.2025',
    '00.01.2025',
    '01.13.2025',
    '01.03.202',
    '01.03.20255',
    '2025-02-30',
    '0001-01-01',
    '1.3.2025 kl. 12',
  ])('finds no day in «%s»', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('what it reads, formatDate writes, and the other way round', () => {
    for (let day = 0; day < 800; day += 1) {
      const iso = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      expect(parseDate(formatDate(iso))).toBe(iso);
    }
  });
});

describe('formatDate', () => {
  test('writes day, month and year', () => {
    expect(formatDate('2025-03-01')).toBe('01.03.2025');
  });

  test('leaves what is no date as it is', () => {
    expect(formatDate('våren 2025')).toBe('våren 2025');
    expect(formatDate('')).toBe('');
  });
});

describe('isFullDate', () => {
  test.each([
    ['1.3.2025', true],
    ['01.03.2025', true],
    ['1.3.20', false],
    ['32.3.2025', false],
    ['2025-03-01', false],
    ['', false],
  ])('«%s» is %s', (text, expected) => {
    expect(isFullDate(text)).toBe(expected);
  });
});
