/** Which columns hold the days, the values and the comments, where a table has more than it needs. */
import { type Columns, widthOf } from '../../../../../shared/maaling/columns.ts';
import type { SeriesTable } from '../../../../../shared/maaling/seriesTable.ts';
import { cellText } from '../../../../../shared/maaling/values.ts';
import { useT } from '../../../../i18n/i18n.ts';
import { Select } from '../../../../ui/Select.tsx';
import type { Source } from './source.ts';

interface ColumnChoiceProps {
  readonly source: Source;
  readonly table: SeriesTable;
  readonly onChoose: (columns: Columns) => void;
}

const NONE = '';
const PARTS = ['date', 'value', 'comment'] as const;
/** A heading longer than this is cut in the choice. */
const MOST_LETTERS = 40;

export function ColumnChoice({ source, table, onChoose }: ColumnChoiceProps) {
  const t = useT();
  const { columns, headings } = table;
  const width = widthOf(source.rows);
  // Two columns that are understood leave nothing to choose.
  if (width < 2 || (width === 2 && columns !== undefined)) return null;
  const heading = headings.at(-1);
  const options = Array.from({ length: width }, (_, at) => {
    const name = cellText(heading?.cells[at]).trim().slice(0, MOST_LETTERS);
    const number = at + 1;
    const label =
      name === ''
        ? t('maaling.import.column', { number })
        : t('maaling.import.columnNamed', { number, name });
    return { value: String(at), label };
  });
  const none = { value: NONE, label: t('maaling.import.columnNone') };
  return PARTS.map((part) => (
    <Select
      key={part}
      label={t(`maaling.import.column.${part}`)}
      value={String(columns?.[part] ?? NONE)}
      options={part === 'comment' || columns === undefined ? [none, ...options] : options}
      onValueChange={(chosen) => {
        const before = columns ?? { date: 0, value: 1 };
        onChoose({ ...before, [part]: chosen === NONE ? undefined : Number(chosen) });
      }}
    />
  ));
}
