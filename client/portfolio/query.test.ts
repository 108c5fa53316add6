import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  PORTFOLIO_GROUPINGS,
  PORTFOLIO_WORDS,
  type PortfolioQuery,
  WITHOUT,
} from '../../shared/portfolio/portfolio.ts';
import { always } from '../../tests/world/always.ts';
import {
  EVERYTHING,
  groupFilter,
  hasFilters,
  narrowed,
  readQuery,
  searchOf,
  toggled,
} from './query.ts';

const some = (words: readonly string[]) => fc.uniqueArray(fc.constantFrom(...words));
const ids = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{21}$/), { maxLength: 3 });

const aQuery: fc.Arbitrary<PortfolioQuery> = fc.record({
  enhet: ids,
  ark: ids,
  slag: some(PORTFOLIO_WORDS.slag),
  beslutning: some(PORTFOLIO_WORDS.beslutning),
  status: some(PORTFOLIO_WORDS.status),
  aar: some(['2024', '2025', '2031', WITHOUT]),
  stage: some(PORTFOLIO_WORDS.stage),
  flagg: some(PORTFOLIO_WORDS.flagg),
  gruppe: fc.option(fc.constantFrom(...PORTFOLIO_GROUPINGS), { nil: undefined }),
  side: fc.integer({ min: 1, max: 2000 }),
  antall: fc.constant(EVERYTHING.antall),
});

describe('the address of a view', () => {
  it('is empty for everything', () => {
    expect(searchOf(EVERYTHING)).toBe('');
    expect(readQuery('')).toEqual(EVERYTHING);
  });

  test('reads back as it was written', () => {
    always(aQuery, (query) => expect(readQuery(searchOf(query))).toEqual(query));
  });

  test('never fails, whatever somebody makes of it, and knows only what there is', () => {
    always(fc.string(), (search) => {
      const query = readQuery(search);
      expect(readQuery(searchOf(query))).toEqual(query);
    });
    expect(readQuery('?slag=alt&aar=99&stage=vedtatt&stage=vedtatt&side=-2&gruppe=farge')).toEqual({
      ...EVERYTHING,
      stage: ['vedtatt'],
    });
  });
});

describe('what is chosen', () => {
  const second = { ...EVERYTHING, aar: ['2026', '2027'], side: 2 };

  it('is narrowed to the rows of a number, on their first page', () => {
    expect(narrowed(second, { aar: ['2027'], stage: ['vedtatt'] })).toEqual({
      ...EVERYTHING,
      aar: ['2027'],
      stage: ['vedtatt'],
    });
    expect(narrowed(second, groupFilter('ark', 'abc'))).toMatchObject({ ark: ['abc'], side: 1 });
  });

  it('is put in and taken out one by one', () => {
    const without = toggled(second, 'aar', '2026');
    expect(without).toEqual({ ...EVERYTHING, aar: ['2027'] });
    expect(toggled(without, 'aar', '2026').aar).toEqual(['2027', '2026']);
    expect([hasFilters(second), hasFilters({ ...EVERYTHING, gruppe: 'aar' })]).toEqual([
      true,
      false,
    ]);
  });
});
