import { expect, it } from 'vitest';
import { readPortfolioQuery } from './portfolioQuery.ts';

it('means everything when nothing is said', () => {
  expect(readPortfolioQuery({})).toEqual({
    ...{ enhet: [], ark: [], slag: [], beslutning: [], status: [], aar: [], stage: [], flagg: [] },
    ...{ gruppe: undefined, side: 1, antall: 50 },
  });
});

it('takes several values of one filter, in either way', () => {
  const query = readPortfolioQuery({
    enhet: 'enhet-nummer-1,uten',
    aar: ['2026', '2027,2026'],
    slag: 'spart_tid',
    status: 'pagar,uten',
    flagg: '',
    gruppe: 'ark',
    side: '3',
    antall: '500',
  });
  expect(query).toMatchObject({
    enhet: ['enhet-nummer-1', 'uten'],
    aar: ['2026', '2027'],
    slag: ['spart_tid'],
    status: ['pagar', 'uten'],
    flagg: [],
    gruppe: 'ark',
    side: 3,
    antall: 500,
  });
});

it.each([
  [{ enhet: 'nei' }, 'Se på: enhet.'],
  [{ ark: "'; DROP TABLE sheet" }, 'Se på: ark.'],
  [{ slag: 'spart' }, 'Se på: slag.'],
  [{ stage: 'uten' }, 'Se på: stage.'],
  [{ aar: '27' }, 'Se på: aar.'],
  [{ gruppe: 'ansvar' }, 'Se på: gruppe.'],
  [{ gruppe: ['ark', 'enhet'] }, 'Se på: gruppe.'],
  [{ side: '0' }, 'Se på: side.'],
  [{ side: '1.5' }, 'Se på: side.'],
  [{ antall: '501' }, 'Se på: antall.'],
  [{ antall: '-1', side: '' }, 'Se på: side, antall.'],
  [{ sortering: 'navn' }, /^Disse finnes: enhet, /],
])('refuses %j and says what to look at', (value, detail) => {
  expect(() => readPortfolioQuery(value)).toThrow(
    expect.objectContaining({
      code: 'body.invalid',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    }),
  );
});
