import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberAxis, placeOn } from './numberAxis.ts';
import { dayNumber, timeAxis } from './timeAxis.ts';

describe('the numbers up the side', () => {
  test.each([
    [[32.8, 60], [30, 40, 50, 60], 1, 0],
    [[0, 1], [0, 0.25, 0.5, 0.75, 1], 1, 2],
    [[-7, 13], [-10, -5, 0, 5, 10, 15], 1, 0],
    [[5], [4.5, 4.75, 5, 5.25, 5.5], 1, 2],
    [[0], [-1, -0.5, 0, 0.5, 1], 1, 1],
    [[180_000, 200_000], [180_000, 185_000, 190_000, 195_000, 200_000], 1, 0],
    [[43e6, 200e6], [0, 50, 100, 150, 200], 1e6, 0],
    [[1.2e9, 2.9e9], [1, 1.5, 2, 2.5, 3], 1e9, 1],
  ])('for %j are %j', (values, ticks, divisor, decimals) => {
    expect(numberAxis(values, 4)).toEqual({ ticks, divisor, decimals });
  });

  test('hold every value, however large, small or near to each other', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 10 }),
        (values, wanted) => {
          const axis = numberAxis(values, wanted);
          expect(axis.ticks.length).toBeLessThan(30);
          for (const each of values) {
            expect(placeOn(axis, each)).toBeGreaterThanOrEqual(-1e-6);
            expect(placeOn(axis, each)).toBeLessThanOrEqual(1 + 1e-6);
          }
        },
      ),
    );
  });
});

describe('the days along the bottom', () => {
  const shown = (dates: readonly string[], most: number) => {
    const { ticks, shows } = timeAxis(dates, most);
    return [shows, ...ticks.map(({ date }) => date)];
  };

  test.each([
    [
      ['2025-03-01', '2025-03-05'],
      6,
      ['day', '2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04', '2025-03-05'],
    ],
    [['2025-03-01'], 3, ['day', '2025-02-14', '2025-02-28', '2025-03-14']],
    [['2025-01-15', '2025-07-20'], 6, ['month', '2025-03-01', '2025-05-01', '2025-07-01']],
    [
      ['2023-12-31', '2025-12-31'],
      5,
      ['month', '2024-01-01', '2024-07-01', '2025-01-01', '2025-07-01'],
    ],
    [
      ['2023-12-31', '2027-12-31'],
      5,
      ['year', '2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'],
    ],
    [['2023-12-31', '2027-12-31'], 2, ['year', '2024-01-01', '2026-01-01']],
  ])('from %j with room for %d', (dates, most, expected) => {
    expect(shown(dates, most)).toEqual(expected);
  });

  test('are few and within, whatever days a calendar has', () => {
    const date = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        (dates, most) => {
          const axis = timeAxis(dates, most);
          expect(axis.ticks.length).toBeLessThanOrEqual(most + 2);
          for (const { day } of axis.ticks) {
            expect(day).toBeGreaterThanOrEqual(axis.from);
            expect(day).toBeLessThanOrEqual(axis.to);
          }
          for (const each of dates) expect(dayNumber(each)).toBeLessThanOrEqual(axis.to);
        },
      ),
    );
  });
});
