/** What was measured, out of pasted text or the text of a CSV file, whatever parts its cells. */
import { namedSeparator, readDelimited, type Separator } from './delimited.ts';
import { parseSeriesTable, type SeriesTableOptions } from './seriesTable.ts';
import type { Table } from './table.ts';

/** Tried in this order; the first of those that give the most understood rows parts the cells. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ',', 'space'];
/** Rows by which the separator is found. */
const SAMPLE = 100;

export interface TextTable extends Table {
  readonly separator: Separator;
}

/** The rows of a text, with the separator that makes most sense of them. */
export function readSeriesText(text: string): TextTable {
  const separator = namedSeparator(text) ?? sniff(text);
  return { ...readDelimited(text, separator), separator };
}

/** How rows with this separator are to be read. */
export function optionsFor(separator: Separator): SeriesTableOptions {
  return { isCommaSeparated: separator === ',' };
}

function sniff(text: string): Separator {
  const scored = SEPARATORS.map((separator) => {
    const { rows } = readDelimited(text, separator, SAMPLE);
    const { understood, refused } = parseSeriesTable(rows, optionsFor(separator));
    const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
    // Rows that clash have been understood as well; a decimal comma tells of another separator.
    const clashing = refused.filter(({ reason }) => reason === 'conflict' || reason === 'repeated');
    return { separator, score: understood.length + clashing.length, widest };
  });
  const most = Math.max(...scored.map(({ score }) => score));
  const best =
    most > 0
      ? scored.find(({ score }) => score === most)
      : scored.find(({ separator, widest }) => separator !== 'space' && widest > 1);
  return best?.separator ?? '\t';
}
