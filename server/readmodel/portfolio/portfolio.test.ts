import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ByYear,
  estimateByYear,
  gevinstState,
  type Period,
  unitOfSlag,
} from '../../../shared/gevinst/amounts.ts';
import { exactSum } from '../../../shared/gevinst/exactSum.ts';
import {
  PORTFOLIO_FLAGS,
  PORTFOLIO_GROUPINGS,
  PORTFOLIO_STAGES,
  type PortfolioGevinst,
  type PortfolioItem,
  type PortfolioQuery,
  type PortfolioStage,
  type PortfolioSums,
  WITHOUT,
} from '../../../shared/portfolio/portfolio.ts';
import {
  A_PROGRAM,
  ALL,
  aProgramOfSheets,
  aQuery,
  ENHETER,
  rowsOf,
  type SheetOfProgram,
} from '../../../tests/world/portfolios.ts';
import { Portfolio, type PortfolioContent } from './portfolio.ts';

const PERIOD: Period = { from: 2025, to: 2028 };
const DAY = 86_400_000;
const MOMENT = { now: 100 * DAY, today: '2026-06-15' };
const runs = { numRuns: 60 };
/** On a machine that does other things too. */
const PATIENT = { timeout: 60_000 };

function portfolioOf(sheets: readonly SheetOfProgram[], touchedAt = 0): Portfolio {
  const portfolio = new Portfolio(A_PROGRAM);
  for (const sheet of sheets) portfolio.putSheet(rowsOf(sheet, touchedAt));
  return portfolio;
}

/** The years that a query counts. */
const counts = (query: PortfolioQuery) => (year: string) =>
  Number(year) >= PERIOD.from &&
  Number(year) <= PERIOD.to &&
  (query.aar.length === 0 || query.aar.includes(year));

function amountIn(item: PortfolioGevinst, stage: PortfolioStage): ByYear {
  if (stage === 'realisert') return item.realised;
  return item.state === stage ? item.estimate : {};
}

/** What the items of all pages add up to. */
function sumsOf(items: readonly PortfolioItem[], query: PortfolioQuery) {
  const gevinster = items.filter((item) => item.type === 'gevinst');
  const byYear = (rows: readonly ByYear[]) => {
    const years = new Set(rows.flatMap(Object.keys).filter(counts(query)));
    const of = (year: string) => rows.flatMap((row) => row[year] ?? []);
    return {
      byYear: Object.fromEntries([...years].map((year) => [year, exactSum(of(year))])),
      total: exactSum([...years].flatMap(of)),
    };
  };
  const staged = (slag: string) =>
    mapOf(PORTFOLIO_STAGES, (stage) =>
      byYear(gevinster.filter((each) => each.slag === slag).map((each) => amountIn(each, stage))),
    );
  return {
    tiltak: items.length - gevinster.length,
    gevinster: gevinster.length,
    kroner: staged('unngaatte_kostnader'),
    timer: staged('spart_tid'),
    budsjettvirkning: mapOf(['potensial', 'vedtatt', 'avvist'], (state) =>
      byYear(gevinster.filter((each) => each.state === state).map((each) => each.budsjettvirkning)),
    ),
  };
}

function withoutCounts({ kvalitet: _kvalitet, kroner, timer, ...rest }: PortfolioSums) {
  const bare = (sums: PortfolioSums['kroner']) =>
    mapOf(PORTFOLIO_STAGES, (stage) => ({
      byYear: sums[stage].byYear,
      total: sums[stage].total,
    }));
  return { ...rest, kroner: bare(kroner), timer: bare(timer) };
}

function mapOf<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}

describe('the portfolio of random programmes', PATIENT, () => {
  it('sums what stands in the snapshots, each gevinst once', () => {
    void fc.assert(
      fc.property(aProgramOfSheets, (sheets) => {
        const oldestFirst = [...sheets].sort(
          (a, b) => a.createdAt - b.createdAt || (a.sheetId < b.sheetId ? -1 : 1),
        );
        const once = new Map(
          oldestFirst
            .toReversed()
            .flatMap(({ snapshot }) => snapshot.gevinster.map((g) => [g.id, { g, snapshot }])),
        );
        const expected = (slag: string, stage: PortfolioStage) =>
          [...once.values()].flatMap(({ g, snapshot }) => {
            if (g.slag !== slag) return [];
            if (stage === 'realisert') return [g.realised];
            const isThere = gevinstState(g, snapshot.tiltak) === stage;
            return isThere ? [estimateByYear(g, PERIOD)] : [];
          });
        const { sums } = portfolioOf(sheets).answer(ALL, MOMENT);
        expect(sums.gevinster).toBe(once.size);
        for (const [unit, slag] of [
          ['kroner', 'unngaatte_kostnader'],
          ['timer', 'spart_tid'],
        ] as const) {
          for (const stage of PORTFOLIO_STAGES) {
            const amounts = expected(slag, stage);
            for (const year of ['2025', '2026', '2027', '2028']) {
              const sum = exactSum(amounts.flatMap((row) => row[year] ?? []));
              expect(sums[unit][stage].byYear[year] ?? 0).toBe(sum);
            }
          }
        }
      }),
      runs,
    );
  });

  it('selects what its filters say', () => {
    void fc.assert(
      fc.property(aProgramOfSheets, aQuery, (sheets, query) => {
        const portfolio = portfolioOf(sheets, 80 * DAY);
        const all = portfolio.answer(ALL, MOMENT).items;
        const chosen = portfolio.answer(query, MOMENT).items;
        expect(chosen).toEqual(all.filter((item) => isChosen(item, query)));
      }),
      runs,
    );
  });

  it('shows no number whose rows it does not list', () => {
    void fc.assert(
      fc.property(aProgramOfSheets, aQuery, (sheets, query) => {
        const portfolio = portfolioOf(sheets, 60 * DAY);
        const ask = (changes: Partial<PortfolioQuery>) =>
          portfolio.answer({ ...query, ...changes }, MOMENT);
        const answer = ask({});
        expect(withoutCounts(answer.sums)).toEqual(sumsOf(answer.items, query));
        expect(answer.page.total).toBe(answer.items.length);
        requireGroups(ask);
        requireFlags(ask, answer);
        if (query.stage.length === 0) requireStages(ask, answer, query);
      }),
      runs,
    );
  });

  it('is the same whatever order the sheets come in and however often', () => {
    const shuffled = aProgramOfSheets.chain((sheets) =>
      fc.tuple(fc.constant(sheets), fc.shuffledSubarray([...sheets], { minLength: sheets.length })),
    );
    void fc.assert(
      fc.property(shuffled, aQuery, ([sheets, others], query) => {
        const before = portfolioOf(sheets).answer(query, MOMENT);
        const portfolio = portfolioOf(others);
        portfolio.answer(ALL, MOMENT);
        const [first] = others;
        if (first === undefined) return;
        portfolio.removeSheet(first.sheetId);
        portfolio.answer(ALL, MOMENT);
        portfolio.putSheet(rowsOf(first));
        expect(portfolio.answer(query, MOMENT)).toEqual(before);
      }),
      runs,
    );
  });
});

describe('a portfolio that is asked again and again', PATIENT, () => {
  it('answers by the moment, whatever it has answered before', () => {
    const aMoment = fc.record({
      now: fc.oneof(fc.integer({ min: 0, max: 90 * DAY }), fc.constantFrom(30 * DAY, 30 * DAY + 1)),
      today: fc.constantFrom('2025-12-31', '2026-06-15', '2027-01-01', '2028-07-01'),
    });
    const someMoments = fc.array(aMoment, { minLength: 2, maxLength: 6 });
    void fc.assert(
      fc.property(aProgramOfSheets, someMoments, (sheets, moments) => {
        const portfolio = portfolioOf(sheets);
        for (const moment of moments) {
          for (const gruppe of [undefined, 'ark', 'enhet'] as const) {
            const query = { ...ALL, gruppe };
            const afresh = portfolioOf(sheets).answer(query, moment);
            expect(portfolio.answer(query, moment)).toEqual(afresh);
            expect(afresh.flags).toEqual(flagsOn(afresh.items));
          }
        }
      }),
      runs,
    );
  });

  it('shows every row on one page, in the same order', () => {
    void fc.assert(
      fc.property(aProgramOfSheets, fc.integer({ min: 1, max: 7 }), (sheets, antall) => {
        const portfolio = portfolioOf(sheets);
        const all = portfolio.answer(ALL, MOMENT).items;
        const pages = Array.from({ length: Math.ceil(all.length / antall) + 1 }, (_, index) =>
          portfolio.answer({ ...ALL, antall, side: index + 1 }, MOMENT),
        );
        expect(pages.flatMap(({ items }) => items)).toEqual(all);
        expect(pages.every(({ page }) => page.total === all.length)).toBe(true);
      }),
      runs,
    );
  });
});

function flagsOn(items: readonly PortfolioItem[]) {
  return mapOf(PORTFOLIO_FLAGS, (flag) => items.filter(({ flags }) => flags.includes(flag)).length);
}

type Ask = (changes: Partial<PortfolioQuery>) => PortfolioContent;

function requireGroups(ask: Ask): void {
  for (const by of PORTFOLIO_GROUPINGS) {
    for (const { key, sums } of ask({ gruppe: by }).groups) {
      const alone = ask({ [by]: [key] });
      expect(sums).toEqual(alone.sums);
      expect(alone.page.total).toBeGreaterThan(0);
    }
    if (by === 'enhet' || by === 'aar') continue;
    const groups = ask({ gruppe: by }).groups;
    const { sums } = ask({});
    expect(exactSum(groups.map((group) => group.sums.gevinster))).toBe(sums.gevinster);
    expect(exactSum(groups.map((group) => group.sums.tiltak))).toBe(sums.tiltak);
  }
}

function requireFlags(ask: Ask, { flags }: PortfolioContent): void {
  for (const flag of PORTFOLIO_FLAGS) {
    const alone = ask({ flagg: [flag] });
    expect(alone.page.total).toBe(flags[flag]);
    expect(alone.items.every((item) => item.flags.includes(flag))).toBe(true);
  }
}

function requireStages(ask: Ask, { sums }: PortfolioContent, query: PortfolioQuery): void {
  for (const stage of PORTFOLIO_STAGES) {
    for (const [unit, slag] of [
      ['kroner', 'unngaatte_kostnader'],
      ['timer', 'spart_tid'],
    ] as const) {
      if (query.slag.length > 0 && !query.slag.includes(slag)) continue;
      const rows = ask({ stage: [stage], slag: [slag] });
      expect(rows.page.total).toBe(sums[unit][stage].count);
      expect(rows.sums[unit][stage]).toEqual(sums[unit][stage]);
      for (const year of Object.keys(sums[unit][stage].byYear)) {
        const ofYear = ask({ stage: [stage], slag: [slag], aar: [year] });
        expect(ofYear.sums[unit][stage].total).toBe(sums[unit][stage].byYear[year]);
      }
    }
  }
}

/** The filters' meaning, said once more in the plainest way. */
function isChosen(item: PortfolioItem, query: PortfolioQuery): boolean {
  const oneOf = (values: readonly string[], value: string | null) =>
    values.length === 0 || values.includes(value ?? WITHOUT);
  return (
    oneOf(query.ark, item.sheetId) &&
    oneOf(query.slag, item.slag) &&
    oneOf(query.beslutning, item.beslutning) &&
    oneOf(query.status, item.status) &&
    (query.flagg.length === 0 || item.flags.some((flag) => query.flagg.includes(flag))) &&
    (query.enhet.length === 0 || query.enhet.some((enhet) => isUnder(item, enhet))) &&
    isInYears(item, query)
  );
}

function isUnder({ enhetId }: PortfolioItem, enhet: string): boolean {
  const own = ENHETER.find(({ id }) => id === enhetId);
  if (own === undefined) return enhet === WITHOUT;
  const parentOf = (id: string | null) => ENHETER.find((each) => each.id === id)?.parentId ?? null;
  const above: (string | null)[] = [own.id, own.parentId, parentOf(own.parentId)];
  return above.includes(enhet);
}

function isInYears(item: PortfolioItem, { aar, stage }: PortfolioQuery): boolean {
  if (item.type === 'tiltak') {
    const year = item.frist?.slice(0, 4) ?? WITHOUT;
    return stage.length === 0 && (aar.length === 0 || aar.includes(year));
  }
  const estimated = [...Object.keys(item.estimate), ...Object.keys(item.budsjettvirkning)];
  const realised = Object.keys(item.realised);
  const isEmpty = estimated.length + realised.length === 0;
  const fallback = isEmpty ? [item.realiseresDato?.slice(0, 4) ?? WITHOUT] : [];
  const some = (years: readonly string[]) => years.some((year) => aar.includes(year));
  if (stage.length === 0) {
    return aar.length === 0 || some([...estimated, ...realised, ...fallback]);
  }
  return stage.some((each) => {
    if (each === 'realisert') return aar.length === 0 ? realised.length > 0 : some(realised);
    return item.state === each && (aar.length === 0 || some([...estimated, ...fallback]));
  });
}

describe('unitOfSlag', () => {
  it('is what the sums above take for granted', () => {
    expect(unitOfSlag('unngaatte_kostnader')).toBe('kroner');
    expect(unitOfSlag('spart_tid')).toBe('timer');
  });
});
