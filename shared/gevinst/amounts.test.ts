import { describe, expect, it, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { aGevinst, aTiltak, tiltakWithGevinster } from '../../tests/world/gevinster.ts';
import type { TiltakId } from '../ids/ids.ts';
import { avtalelojalitet } from '../sheet/examples/avtalelojalitet.ts';
import type { Gevinst, Tiltak } from '../sheet/schema/entities.ts';
import {
  estimateByYear,
  gevinstState,
  monthsOfEffect,
  nearestIn,
  planPeriod,
  realisedByYear,
  yearsOf,
} from './amounts.ts';

const PLAN = { from: 2026, to: 2029 };

/** 1 200 hours a year. */
const SAVED_TIME = {
  kind: 'spart_tid',
  factors: { antall: 12_000, minutterFor: 10, minutterEtter: 4 },
  assumptions: '',
} as const satisfies Gevinst['calculation'];

const savedTime = (values: Partial<Gevinst> = {}) =>
  aGevinst({ slag: 'spart_tid', calculation: SAVED_TIME, ...values });

test('the plan that is made in a year covers the next four', () => {
  expect(planPeriod('2025-12-31')).toEqual(PLAN);
  expect(yearsOf(PLAN)).toEqual(['2026', '2027', '2028', '2029']);
  expect(yearsOf({ from: 2027, to: 2026 })).toEqual([]);
});

test('the year of a period nearest to one is that year, or the period’s end on its side', () => {
  expect([2025, 2026, 2028, 2029, 2031].map((year) => nearestIn(PLAN, year))).toEqual([
    2026, 2026, 2028, 2029, 2029,
  ]);
});

describe('the estimate of each year', () => {
  it('is the calculator’s result in all years of the period', () => {
    const everyYear = { '2026': 1200, '2027': 1200, '2028': 1200, '2029': 1200 };
    expect(estimateByYear(savedTime(), PLAN)).toEqual(everyYear);
  });

  it('is what was entered where something was, zero included', () => {
    const gevinst = savedTime({ estimate: { '2026': 0, '2028': 900 } });
    const mixed = { '2026': 0, '2027': 1200, '2028': 900, '2029': 1200 };
    expect(estimateByYear(gevinst, PLAN)).toEqual(mixed);
  });

  it('begins with the whole months after the realiseringstidspunkt: half a year from 1 July', () => {
    const gevinst = savedTime({ realiseresDato: '2027-07-01' });
    expect(estimateByYear(gevinst, PLAN)).toEqual({ '2027': 600, '2028': 1200, '2029': 1200 });
  });

  it('is nothing in a year whose last day is the realiseringstidspunkt', () => {
    const gevinst = savedTime({ realiseresDato: '2026-12-31' });
    expect(Object.keys(estimateByYear(gevinst, PLAN))).toEqual(['2027', '2028', '2029']);
  });

  it('keeps what was entered before the realiseringstidspunkt and outside the period', () => {
    const estimate = { '2024': 5, '2026': 7, '2035': 9 };
    const gevinst = savedTime({ realiseresDato: '2030-01-01', estimate });
    expect(estimateByYear(gevinst, PLAN)).toEqual(estimate);
  });

  it('takes nothing from a calculator that counts in another unit', () => {
    const estimate = { '2026': 1000 };
    const gevinst = savedTime({ slag: 'unngaatte_kostnader', estimate });
    expect(estimateByYear(gevinst, PLAN)).toEqual(estimate);
  });

  it('is not there for økt kvalitet, whatever was entered: it is not priced', () => {
    const gevinst = savedTime({
      slag: 'okt_kvalitet',
      estimate: { '2026': 1 },
      realised: { '2026': 1 },
    });
    expect([estimateByYear(gevinst, PLAN), realisedByYear(gevinst)]).toEqual([{}, {}]);
  });

  it('agrees with what the example Avtalelojalitet has written for each year', () => {
    const { sheet, gevinster } = avtalelojalitet();
    const { from } = planPeriod(sheet.date ?? '');
    for (const gevinst of gevinster.filter(({ calculation }) => calculation.kind !== null)) {
      const calculated = estimateByYear({ ...gevinst, estimate: {} }, { from, to: 2027 });
      expect(calculated).toEqual(gevinst.estimate);
    }
  });

  test('for all gevinster: entered years stand, and all others lie in the period', () => {
    always(tiltakWithGevinster(), ({ gevinster }) => {
      for (const gevinst of gevinster.filter(({ slag }) => slag !== 'okt_kvalitet')) {
        const estimate = estimateByYear(gevinst, PLAN);
        expect(estimate).toMatchObject(gevinst.estimate);
        const calculated = Object.keys(estimate).filter((year) => !(year in gevinst.estimate));
        expect(yearsOf(PLAN)).toEqual(expect.arrayContaining(calculated));
      }
    });
  });
});

test('the months of effect of a year are those that begin on or after the day', () => {
  const from = (realiseresDato: string | null) =>
    ['2025', '2026', '2027'].map((year) => monthsOfEffect(aGevinst({ realiseresDato }), year));
  expect(from(null)).toEqual([12, 12, 12]);
  expect(from('2026-01-01')).toEqual([0, 12, 12]);
  expect(from('2026-01-02')).toEqual([0, 11, 12]);
  expect(from('2026-02-28')).toEqual([0, 10, 12]);
  expect(from('2026-12-01')).toEqual([0, 1, 12]);
  expect(from('2026-12-31')).toEqual([0, 0, 12]);
});

describe('how far a gevinst has come', () => {
  const stateWith = (...tiltak: readonly Partial<Tiltak>[]) => {
    const all = tiltak.map((values, at) => aTiltak({ id: `tiltak-${at}` as TiltakId, ...values }));
    return gevinstState(aGevinst({ tiltak: all.map(({ id }) => id) }), all);
  };

  it('is potensial without tiltak, and while none of them is vedtatt', () => {
    expect(stateWith()).toBe('potensial');
    expect(stateWith({ beslutning: 'forslag' }, { beslutning: 'utsatt' })).toBe('potensial');
  });

  it('is vedtatt when one of its tiltak is, changed or not', () => {
    expect(stateWith({ beslutning: 'avvist' }, { beslutning: 'vedtatt' })).toBe('vedtatt');
    expect(stateWith({ beslutning: 'vedtatt_endret' })).toBe('vedtatt');
  });

  it('is avvist when all of them are avvist or stopped', () => {
    expect(stateWith({ beslutning: 'avvist' }, { status: 'stoppet' })).toBe('avvist');
    expect(stateWith({ beslutning: 'vedtatt', status: 'stoppet' })).toBe('avvist');
    expect(stateWith({ beslutning: 'avvist' }, { beslutning: 'forslag' })).toBe('potensial');
  });

  it('does not look at tiltak that it is not linked to, nor at those that are gone', () => {
    const other = aTiltak({ beslutning: 'vedtatt' });
    expect(gevinstState(aGevinst(), [other])).toBe('potensial');
    expect(gevinstState(aGevinst({ tiltak: ['borte-tiltak'] }), [other])).toBe('potensial');
  });
});
