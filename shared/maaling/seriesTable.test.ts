import { describe, expect, test } from 'vitest';
import { parseSeriesTable } from './seriesTable.ts';
import type { Cell } from './table.ts';

const rowsOf = (...rows: readonly (readonly Cell[])[]) =>
  rows.map((cells, index) => ({ line: index + 1, cells }));

describe('cells that a spreadsheet has told apart', () => {
  test('a day is a day and a number a number', () => {
    const { understood } = parseSeriesTable(
      rowsOf(['Dato', 'Andel'], [{ day: '2025-03-01' }, 32.8], [{ day: '2025-04-01' }, -0]),
    );
    expect(understood).toEqual([
      { line: 2, date: '2025-03-01', value: 32.8, comment: '' },
      { line: 3, date: '2025-04-01', value: 0, comment: '' },
    ]);
  });

  test('a number is no day, even in the column of days, and a day no number', () => {
    const { refused } = parseSeriesTable(
      rowsOf(
        [{ day: '2025-03-01' }, 1],
        [45_000, 2],
        [{ day: '2025-05-01' }, { day: '2025-05-02' }],
      ),
    );
    expect(refused.map(({ reason, about }) => [reason, about])).toEqual([
      ['notDate', '45\u202f000'],
      ['notNumber', '02.05.2025'],
    ]);
  });

  test('what is no number that can be kept is not taken', () => {
    const { understood } = parseSeriesTable(
      rowsOf(
        [{ day: '2025-03-01' }, Number.POSITIVE_INFINITY],
        [{ day: '2025-03-02' }, Number.NaN],
      ),
    );
    expect(understood).toEqual([]);
  });

  test('a value in another unit than the måling is not taken', () => {
    const { understood, refused } = parseSeriesTable(
      rowsOf(['01.03.2025', '32,8 %'], ['01.04.2025', '14 kr'], ['01.05.2025', '36']),
      { unit: 'prosent' },
    );
    expect(understood.map(({ value }) => value)).toEqual([32.8, 36]);
    expect(refused).toEqual([
      { line: 2, cells: ['01.04.2025', '14 kr'], reason: 'otherUnit', about: '14 kr' },
    ]);
  });

  test('text that says a day or a number is read like typed text', () => {
    const { understood } = parseSeriesTable(rowsOf(["'01.03.2025", '32,8 %', 'fra rapporten']));
    expect(understood).toEqual([
      { line: 1, date: '2025-03-01', value: 32.8, comment: 'fra rapporten' },
    ]);
  });
});

test('columns that somebody has chosen are used', () => {
  const rows = rowsOf(['Dato', 'A', 'B'], ['31.03.2024', '43', '44']);
  const { understood } = parseSeriesTable(rows, { columns: { date: 0, value: 2, comment: 1 } });
  expect(understood).toEqual([{ line: 2, date: '2024-03-31', value: 44, comment: '43' }]);
});
