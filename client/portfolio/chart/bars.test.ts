import { expect, test } from 'vitest';
import type { StagedSums } from '../../../shared/portfolio/portfolio.ts';
import { barsOf } from './bars.ts';

function sums(amounts: Partial<Record<keyof StagedSums, number>>): StagedSums {
  const of = (stage: keyof StagedSums) => {
    const amount = amounts[stage];
    const byYear: Record<string, number> = amount === undefined ? {} : { '2026': amount };
    return { byYear, total: amount ?? 0, count: 1 };
  };
  return {
    potensial: of('potensial'),
    vedtatt: of('vedtatt'),
    avvist: of('avvist'),
    realisert: of('realisert'),
  };
}

test('what is proposed lies on what is adopted, and what was gained beside them', () => {
  const all = sums({ potensial: 30, vedtatt: 100, realisert: 80, avvist: 7 });
  expect(barsOf(all, '2026')).toEqual({
    year: '2026',
    estimated: [
      { stage: 'vedtatt', amount: 100, from: 0, to: 100 },
      { stage: 'potensial', amount: 30, from: 100, to: 130 },
    ],
    realised: [{ stage: 'realisert', amount: 80, from: 0, to: 80 }],
  });
});

test('a loss lies under zero and takes nothing off what lies above', () => {
  const { estimated } = barsOf(sums({ potensial: 30, vedtatt: -100 }), '2026');
  expect(estimated).toMatchObject([
    { stage: 'vedtatt', from: 0, to: -100 },
    { stage: 'potensial', from: 0, to: 30 },
  ]);
});

test('nothing is drawn of nothing', () => {
  expect(barsOf(sums({ vedtatt: 1 }), '2031')).toEqual({
    year: '2031',
    estimated: [],
    realised: [],
  });
});
