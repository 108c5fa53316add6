import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from '../format/date.ts';
import { formatNumber } from '../format/number.ts';
import { parseSeriesTable, type SeriesTable } from './seriesTable.ts';
import { optionsFor, readSeriesText } from './seriesText.ts';

function parse(text: string): SeriesTable {
  const { rows, separator } = readSeriesText(text);
  return parseSeriesTable(rows, optionsFor(separator));
}

/** `2025-03-01 32.8 comment` for each row that was understood. */
function understood(text: string): string[] {
  return parse(text).understood.map(({ date, value, comment }) =>
    [date, value, ...(comment === '' ? [] : [comment])].join(' '),
  );
}

function refused(text: string): string[] {
  return parse(text).refused.map(({ line, reason, about }) =>
    [line, reason, ...(about === '' ? [] : [about])].join(' '),
  );
}

describe('a pasted series', () => {
  test.each([
    ['tabs', '01.03.2025\t32,8\n01.04.2025\t1 234,5'],
    ['semicolons', '01.03.2025;32,8\r\n01.04.2025;1 234,5\r\n'],
    ['commas and quotes', '01.03.2025,"32,8"\n01.04.2025,"1 234,5"'],
    ['commas and decimal dots', '2025-03-01,32.8\n2025-04-01,1234.5'],
    ['spaces', '1.3.25 32,8\n1.4.25   1 234,5'],
    ['the line by which Excel is told', 'sep=;\n01.03.2025;32,8\n01.04.2025;1234,5'],
    ['a byte order mark', '\uFEFF01.03.2025\t32,8\n01.04.2025\t1234,5'],
    ['old line breaks', '01.03.2025\t32,8\r01.04.2025\t1234,5'],
    ['narrow spaces and signs', '1/3 2025\t32,8 %\n1/4 2025\tkr 1\u202f234,50'],
    ['a time of day', '2025-03-01T00:00:00Z\t32,8\n01.04.2025 kl. 12.30\t1234,5'],
    ['blank lines and cells', '\n\t\n01.03.2025\t32,8\t\n\n01.04.2025\t1234,5\t\t\n\n'],
    ['no dividers in the dates', '010325\t32,8\n010425\t1234,5'],
  ])('is read with %s', (_what, text) => {
    expect(understood(text)).toEqual(['2025-03-01 32.8', '2025-04-01 1234.5']);
    expect(refused(text)).toEqual([]);
  });

  test('is read with its columns in another order, found by what is in them', () => {
    expect(understood('Kommune\tkvartal\tVerdi\tDato\nL\tførste\t43\t31.03.2024')).toEqual([
      '2024-03-31 43 L',
    ]);
    expect(understood('god dag;43;31.03.2024')).toEqual(['2024-03-31 43 god dag']);
    expect(understood('31.03.2024;god dag;43')).toEqual(['2024-03-31 43 god dag']);
  });

  test('is read by its headings where several columns would do', () => {
    const text =
      'Nr;År;Dato;Målt verdi;Type;Kommentar\n1;2024;31.03.2024;43;A;\n2;2024;30.04.2024;44;A;bra';
    expect(understood(text)).toEqual(['2024-03-31 43', '2024-04-30 44 bra']);
    expect(parse(text).columns).toEqual({ date: 2, value: 3, comment: 5 });
  });

  test('takes the first number where nothing tells more', () => {
    expect(understood('31.03.2024;43;44')).toEqual(['2024-03-31 43']);
  });

  test('has headings, which are told apart from rows', () => {
    const { headings } = parse('E-handel i kommunen\n\nDato\tVerdi\n31.03.2024\t43');
    expect(headings.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'E-handel i kommunen'],
      [3, 'Dato', 'Verdi'],
    ]);
  });

  test('keeps cells in quotes whole, and counts lines as an editor does', () => {
    const text = '31.03.2024;43;"to\nlinjer; ""og"" mer"\r\n30.04.2024;44;hei "du"\nx;y';
    expect(parse(text).understood.map(({ line, comment }) => [line, comment])).toEqual([
      [1, 'to\nlinjer; "og" mer'],
      [3, 'hei "du"'],
    ]);
    expect(parse(text).refused.map(({ line }) => line)).toEqual([4]);
  });

  test('loses nothing to a quote without an end', () => {
    expect(understood('31.03.2024;43;"halv\n30.04.2024;44;"enda en')).toEqual([
      '2024-03-31 43 "halv',
      '2024-04-30 44 "enda en',
    ]);
  });
});

describe('a row that is not understood', () => {
  test('says why', () => {
    const text = [
      'Dato;Verdi',
      '31.03.2024;43',
      ';44',
      'i fjor;45',
      '31.02.2024;45',
      '30.04.2024;',
      '30.04.2024;mange',
      'Sum;132',
    ].join('\n');
    expect(understood(text)).toEqual(['2024-03-31 43']);
    expect(refused(text)).toEqual([
      '3 noDate',
      '4 notDate i fjor',
      '5 notDate 31.02.2024',
      '6 noValue',
      '7 notNumber mange',
      '8 notDate Sum',
    ]);
    expect(parse(text).refused.at(-1)?.cells).toEqual(['Sum', '132']);
  });

  test('shares its day with another row: none is taken when they differ, one when they agree', () => {
    const text = '1.1.24;5\n2.1.24;6\n1.1.24;7\n2.1.24;6\n1.1.24;5';
    expect(understood(text)).toEqual(['2024-01-02 6']);
    expect(refused(text)).toEqual(['1 conflict 3', '3 conflict 1', '4 repeated 2', '5 conflict 3']);
  });

  test('may have its number parted by a decimal comma', () => {
    expect(refused('01.03.2025,32,8\n01.04.2025,1 234,5')).toEqual([
      '1 decimalComma 32',
      '2 decimalComma 1 234',
    ]);
    expect(refused('Dato,Verdi\n2025-03-01,32.8\n2025-04-01,33,5')).toEqual(['3 decimalComma 33']);
    expect(understood('Dato,A,B\n2025-03-01,32,8')).toEqual(['2025-03-01 32']);
  });

  test('is every row where there are no days, or no numbers', () => {
    expect(refused('hei\npå\tdeg')).toEqual(['1 noDate', '2 noDate']);
    expect(refused('31.03.2024\n30.04.2024')).toEqual(['1 noValue', '2 noValue']);
    expect(refused('12\t13')).toEqual(['1 noDate']);
    expect(parse('').refused).toEqual([]);
  });
});

test('more rows than may be read are said to be', () => {
  const lines = Array.from({ length: 10_001 }, (_, index) => `31.03.2024;${index}`);
  expect(readSeriesText(lines.join('\n'))).toMatchObject({ isCut: true });
  expect(readSeriesText(`${lines.slice(1).join('\n')}\n\n`)).toMatchObject({ isCut: false });
});

test('quotes without an end are not searched for one by one', () => {
  const { rows } = readSeriesText('"a;'.repeat(200_000));
  expect(rows).toHaveLength(1);
});

test('a cell with a million letters is neither a day nor a number, and takes no time', () => {
  const long = `a${' '.repeat(1_000_000)}b`;
  expect(parse(`31.03.2024\t43\n30.04.2024\t${long}`).refused).toMatchObject([
    { line: 2, reason: 'notNumber' },
  ]);
});

describe('properties', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const value = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((cents) => cents / 100);
  // Words, so that a comment cannot itself be the value or the day.
  const comment = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `ord ${text}`.trim());
  const series = fc.uniqueArray(fc.record({ date: day, value, comment }), {
    minLength: 1,
    maxLength: 30,
    selector: (row) => row.date,
  });

  test.each(['\t', ';', ','])('what is written with %j between is read as it was', (separator) => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(series, (rows) => {
        const lines = rows.map((row) =>
          [formatDate(row.date), formatNumber(row.value), row.comment].map(quoted).join(separator),
        );
        const { understood: read, refused: others } = parse(lines.join('\r\n'));
        expect(others).toEqual([]);
        expect(read.map(({ line: _line, ...measured }) => measured)).toEqual(
          rows.map((row) => ({ ...row, value: row.value + 0 })),
        );
      }),
    );
  });

  test('nothing throws, and every row with words is accounted for', () => {
    const piece = fc.constantFrom(
      '"',
      '\n',
      '\r',
      ';',
      ',',
      '\t',
      ' ',
      '1',
      '31.03.2024',
      'ø',
      '-',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (words) => {
        const { rows } = readSeriesText(words);
        const table = parse(words);
        const filled = rows.filter(({ cells }) =>
          cells.some((cell) => typeof cell === 'string' && cell.trim() !== ''),
        );
        expect(table.understood.length + table.refused.length + table.headings.length).toBe(
          filled.length,
        );
        expect(new Set(table.understood.map(({ date }) => date)).size).toBe(
          table.understood.length,
        );
        expect(table.understood.every((row) => Number.isFinite(row.value))).toBe(true);
      }),
    );
  });
});
