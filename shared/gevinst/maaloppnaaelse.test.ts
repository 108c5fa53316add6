import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { aDate } from '../../tests/world/snapshots.ts';
import { isIsoDate } from '../document/schema/fields.ts';
import { FREQUENCIES, type Frequency } from '../sheet/schema/vocabulary.ts';
import {
  directionOf,
  isMeasurementLate,
  maaloppnaaelse,
  nextMeasurementDue,
} from './maaloppnaaelse.ts';

function aMaaling(start: number | null, target: number | null, ...measured: readonly number[]) {
  return {
    start: { value: start, date: '2025-01-01' },
    target: { value: target, date: '2027-12-31' },
    series: measured.map((value, at) => ({ date: `2025-0${at + 1}-15`, value, comment: '' })),
  };
}

describe('måloppnåelse, worked by hand', () => {
  it('is the share of the way from nullpunkt to ønsket verdi', () => {
    expect(maaloppnaaelse(aMaaling(68, 87, 77.5))).toBe(0.5);
    expect(maaloppnaaelse(aMaaling(36.49, 60, 36.49))).toBe(0);
    expect(maaloppnaaelse(aMaaling(0, 200, 250))).toBe(1.25);
  });

  it('is the same where down is better, and below zero for the wrong way', () => {
    expect(maaloppnaaelse(aMaaling(30, 10, 15))).toBe(0.75);
    expect(maaloppnaaelse(aMaaling(30, 10, 34))).toBe(-0.2);
    expect(maaloppnaaelse(aMaaling(54, 0, 43))).toBeCloseTo(11 / 54, 12);
  });

  it('takes the newest measured value', () => {
    expect(maaloppnaaelse(aMaaling(0, 10, 9, 2, 4))).toBe(0.4);
  });

  it('has no value when ønsket equals start, an end is missing or nothing is measured', () => {
    expect(maaloppnaaelse(aMaaling(5, 5, 5))).toBeUndefined();
    expect(maaloppnaaelse(aMaaling(5, 5, 9))).toBeUndefined();
    expect(maaloppnaaelse(aMaaling(null, 5, 4))).toBeUndefined();
    expect(maaloppnaaelse(aMaaling(5, null, 4))).toBeUndefined();
    expect(maaloppnaaelse(aMaaling(0, 5))).toBeUndefined();
  });

  it('says which way is better', () => {
    expect(directionOf(aMaaling(30, 10))).toBe('ned');
    expect(directionOf(aMaaling(10, 30))).toBe('opp');
    expect(directionOf(aMaaling(10, 10))).toBeUndefined();
    expect(directionOf(aMaaling(null, 10))).toBeUndefined();
  });
});

describe('måloppnåelse, for all values', () => {
  const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const ends = fc.tuple(whole, whole).filter(([start, target]) => start !== target);

  test('nothing of the way at the nullpunkt, all of it at the ønsket verdi', () => {
    always(ends, ([start, target]) => {
      expect(maaloppnaaelse(aMaaling(start, target, start))).toBeCloseTo(0, 12);
      expect(maaloppnaaelse(aMaaling(start, target, target))).toBe(1);
    });
  });

  test('a value nearer to what is wanted is a larger share, whichever way is better', () => {
    always(fc.tuple(ends, whole), ([[start, target], value]) => {
      const way = Math.sign(target - start);
      const here = maaloppnaaelse(aMaaling(start, target, value)) ?? 0;
      const further = maaloppnaaelse(aMaaling(start, target, value + way)) ?? 0;
      expect(further).toBeGreaterThan(here);
      expect(directionOf(aMaaling(start, target))).toBe(way > 0 ? 'opp' : 'ned');
    });
  });

  test('never anything but a number or nothing', () => {
    const any = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    always(fc.tuple(any, any, fc.double({ noNaN: true })), ([start, target, value]) => {
      const share = maaloppnaaelse(aMaaling(start, target, value));
      expect(share === undefined || Number.isFinite(share)).toBe(true);
    });
  });
});

describe('when the next value is due', () => {
  const due = (date: string, frequency: Frequency | null) =>
    nextMeasurementDue({
      start: { value: 0, date: '2020-01-01' },
      series: [{ date, value: 1, comment: '' }],
      frequency,
    });

  test.each([
    ['2025-12-29', 'ukentlig', '2026-01-05'],
    ['2024-02-26', 'ukentlig', '2024-03-04'],
    ['2025-01-31', 'maanedlig', '2025-02-28'],
    ['2024-01-31', 'maanedlig', '2024-02-29'],
    ['2025-12-15', 'maanedlig', '2026-01-15'],
    ['2025-11-30', 'kvartalsvis', '2026-02-28'],
    ['2025-10-31', 'tertialvis', '2026-02-28'],
    ['2025-08-31', 'halvaarlig', '2026-02-28'],
    ['2024-02-29', 'aarlig', '2025-02-28'],
    ['2027-02-28', 'aarlig', '2028-02-28'],
    ['0050-01-31', 'maanedlig', '0050-02-28'],
    ['9999-12-31', 'maanedlig', '9999-12-31'],
  ] as const)('after %s, %s, it is %s', (date, frequency, expected) => {
    expect(due(date, frequency)).toBe(expected);
  });

  it('counts from the nullpunkt while nothing is measured', () => {
    const maaling = { start: { value: 1, date: '2025-03-31' }, series: [] };
    expect(nextMeasurementDue({ ...maaling, frequency: 'kvartalsvis' })).toBe('2025-06-30');
    expect(nextMeasurementDue({ ...maaling, frequency: null })).toBeUndefined();
    const dateless = { start: { value: 1, date: null }, series: [] };
    expect(nextMeasurementDue({ ...dateless, frequency: 'ukentlig' })).toBeUndefined();
  });

  it('is late from the day after, and never without a frekvens', () => {
    const maaling = { start: { value: 0, date: '2025-01-31' }, series: [] };
    const monthly = { ...maaling, frequency: 'maanedlig' } as const;
    expect(isMeasurementLate(monthly, '2025-02-28')).toBe(false);
    expect(isMeasurementLate(monthly, '2025-03-01')).toBe(true);
    expect(isMeasurementLate({ ...maaling, frequency: null }, '2099-01-01')).toBe(false);
  });

  test('for all days: a day of the calendar, never earlier, and a year is the longest to wait', () => {
    always(fc.tuple(aDate, fc.constantFrom(...FREQUENCIES)), ([date, frequency]) => {
      const next = due(date, frequency) ?? '';
      expect(isIsoDate(next)).toBe(true);
      expect(next >= date).toBe(true);
      expect(Number(next.slice(0, 4)) - Number(date.slice(0, 4))).toBeLessThanOrEqual(1);
    });
  });

  test('for all days: by months it is the same day, or the last of a shorter month', () => {
    const byMonths = FREQUENCIES.filter((frequency) => frequency !== 'ukentlig');
    const before9999 = aDate.filter((date) => date < '9999');
    always(fc.tuple(before9999, fc.constantFrom(...byMonths)), ([date, frequency]) => {
      const next = due(date, frequency) ?? '';
      const [day, nextDay] = [date, next].map((each) => Number(each.slice(8)));
      if (day === nextDay) return;
      expect(nextDay).toBeLessThan(day ?? 0);
      expect(isIsoDate(`${next.slice(0, 8)}${String((nextDay ?? 0) + 1).padStart(2, '0')}`)).toBe(
        false,
      );
    });
  });
});
