/** Random programmes for tests: sheets whose rows share enheter, years and sometimes ids. */
import * as fc from 'fast-check';
import { type ProgramRows, unknownProgram } from '../../server/readmodel/programRows.ts';
import { projectSheet, type SheetRows } from '../../server/readmodel/rows.ts';
import type { EnhetId, ProgramId, SheetId } from '../../shared/ids/ids.ts';
import {
  PORTFOLIO_FLAGS,
  PORTFOLIO_GROUPINGS,
  PORTFOLIO_STAGES,
  PORTFOLIO_WORDS,
  type PortfolioQuery,
  WITHOUT,
} from '../../shared/portfolio/portfolio.ts';
import type { Calculation } from '../../shared/sheet/schema/values.ts';
import { CALCULATION_FACTORS } from '../../shared/sheet/schema/vocabulary.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSnapshot } from './snapshots.ts';

/** A sheet of a programme as the server knows it and as its document reads. */
export interface SheetOfProgram {
  readonly sheetId: SheetId;
  readonly createdAt: number;
  readonly snapshot: Snapshot;
}

const PROGRAM_ID = 'programme-of-tests' as ProgramId;

/** The rows of a sheet that nothing is known of before; `at` is when it was touched. */
export function rowsOf({ sheetId, createdAt, snapshot }: SheetOfProgram, at = 0): SheetRows {
  const place = { sheetId, createdAt, programId: PROGRAM_ID };
  return projectSheet(place, snapshot, 0, { known: new Map(), at }).rows;
}

/** A little tree, and one enhet beside it. */
export const ENHETER = (
  [
    ['kommunen', null],
    ['oppvekst', 'kommunen'],
    ['skolene', 'oppvekst'],
    ['barnehagene', 'oppvekst'],
    ['helse-og-omsorg', 'kommunen'],
    ['foretaket', null],
  ] as const
).map(([id, parentId]) => ({
  id: id as string as EnhetId,
  parentId: parentId as string | null as EnhetId | null,
  name: `Enheten ${id}`,
}));

export const A_PROGRAM: ProgramRows = {
  ...unknownProgram(PROGRAM_ID),
  name: 'Programmet',
  periodFrom: 2025,
  periodTo: 2028,
  enheter: ENHETER,
};

const YEARS = ['2024', '2025', '2026', '2027', '2028', '2029'] as const;
const ENHET_KEYS = [...ENHETER.map(({ id }) => id), 'ukjent-enhet' as EnhetId];

/** Up to five sheets; what one holds may stand on another one too. */
export const aProgramOfSheets: fc.Arbitrary<readonly SheetOfProgram[]> = fc
  .array(
    fc.record({
      snapshot: aSnapshot,
      createdAt: fc.integer({ min: 1, max: 3 }),
      enhetId: fc.option(fc.constantFrom(...ENHET_KEYS)),
      isCopy: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((sheets) =>
    sheets.map(({ snapshot, createdAt, enhetId, isCopy }, index) => {
      const before = isCopy ? sheets[index - 1]?.snapshot : undefined;
      const { sheet, ...rest } = before ?? snapshot;
      return {
        sheetId: `sheet-number-${index}` as SheetId,
        createdAt,
        snapshot: inYears({ ...rest, sheet: { ...sheet, enhetId } }),
      };
    }),
  );

/** The same with all years of amounts and dates among a few. */
function inYears(snapshot: Snapshot): Snapshot {
  const near = (year: string) => YEARS[Number(year) % YEARS.length] ?? '2025';
  const table = (amounts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(amounts).map(([year, amount]) => [near(year), amount]));
  const day = (date: string | null) => date && `${near(date.slice(0, 4))}${date.slice(4, 8)}01`;
  return {
    ...snapshot,
    tiltak: snapshot.tiltak.map((each) => ({ ...each, frist: day(each.frist) })),
    gevinster: snapshot.gevinster.map((each) => ({
      ...each,
      realiseresDato: day(each.realiseresDato),
      estimate: table(each.estimate),
      realised: table(each.realised),
      budsjettvirkning: table(each.budsjettvirkning),
      calculation: withFactors(each.calculation, each.title.length),
    })),
  };
}

/** With all factors that its calculator takes, some of which cannot be right. */
function withFactors(calculation: Calculation, seed: number): Calculation {
  if (calculation.kind === null) return calculation;
  const names = CALCULATION_FACTORS[calculation.kind];
  const factors = names.map((name, index) => [name, ((seed + index * 5) % 13) / 10]);
  return { ...calculation, factors: Object.fromEntries(factors) };
}

const someOf = (values: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...values], { minLength: 1 }) },
  );

export const aQuery: fc.Arbitrary<PortfolioQuery> = fc.record({
  enhet: someOf([...ENHET_KEYS, WITHOUT]),
  ark: someOf(['sheet-number-0', 'sheet-number-1', 'sheet-number-2']),
  slag: someOf(PORTFOLIO_WORDS.slag),
  beslutning: someOf(PORTFOLIO_WORDS.beslutning),
  status: someOf(PORTFOLIO_WORDS.status),
  aar: someOf([...YEARS, WITHOUT]),
  stage: someOf(PORTFOLIO_STAGES),
  flagg: someOf(PORTFOLIO_FLAGS),
  gruppe: fc.constantFrom(undefined, ...PORTFOLIO_GROUPINGS),
  side: fc.constant(1),
  antall: fc.constant(1000),
});

/** A query without filters. */
export const ALL: PortfolioQuery = {
  ...{ enhet: [], ark: [], slag: [], beslutning: [], status: [], aar: [], stage: [], flagg: [] },
  ...{ gruppe: undefined, side: 1, antall: 1000 },
};
