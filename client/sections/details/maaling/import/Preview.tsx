/** What was understood of the rows, what was not and why, and what recording them would do. */
import { useId } from 'react';
import { formatDate } from '../../../../../shared/format/date.ts';
import type { Columns } from '../../../../../shared/maaling/columns.ts';
import type { ImportPlan, PlannedRow } from '../../../../../shared/maaling/importPlan.ts';
import type { RefusedRow, SeriesTable } from '../../../../../shared/maaling/seriesTable.ts';
import type { OnMeasuredDay } from '../../../../../shared/sheet/commands/maaling.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../../i18n/i18n.ts';
import { Alert } from '../../../../ui/Alert.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { Table, Td, Th, Tr } from '../../../../ui/Table.tsx';
import { amountOf } from '../maalingWords.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { cellWords, refusalWords } from './importWords.ts';
import type { Source } from './source.ts';

/** Rows of each kind that are shown; of the rest it is told how many they are. */
const MOST_ROWS = 50;

interface PreviewProps {
  readonly maaling: Maaling;
  readonly source: Source;
  readonly table: SeriesTable;
  readonly plan: ImportPlan;
  readonly onMeasuredDay: OnMeasuredDay;
  readonly onChooseMeasuredDay: (choice: OnMeasuredDay) => void;
  readonly onChooseColumns: (columns: Columns) => void;
  readonly onChooseSheet: (index: number) => void;
}

export function Preview(props: PreviewProps) {
  const { maaling, source, table, plan, onMeasuredDay } = props;
  const t = useT();
  const headingId = useId();
  const { text, workbook } = source;
  return (
    <section className="maaling-preview" aria-labelledby={headingId}>
      <h3 id={headingId}>{t('maaling.import.preview')}</h3>
      <div role="status" className="maaling-preview__told">
        <p>{t('maaling.import.understood', { count: table.understood.length })}</p>
        {table.refused.length > 0 && (
          <p>{t('maaling.import.refused', { count: table.refused.length })}</p>
        )}
        {table.headings.length > 0 && (
          <p className="maaling-quiet">
            {t('maaling.import.headings', {
              count: table.headings.length,
              lines: table.headings.map(({ line }) => line).join(', '),
            })}
          </p>
        )}
        {text !== undefined && (
          <p className="maaling-quiet">
            {t('maaling.import.encoding', { encoding: ENCODING_NAMES[text.encoding] })}
          </p>
        )}
      </div>
      {text?.looksWrong && (
        <Alert kind="warning" isLive>
          <p>{t('maaling.import.looksWrong', { encoding: ENCODING_NAMES[text.encoding] })}</p>
        </Alert>
      )}
      <div className="maaling-preview__choices">
        {workbook !== undefined && workbook.sheets.length > 1 && (
          <Select
            label={t('maaling.import.sheet')}
            value={String(workbook.index)}
            options={workbook.sheets.map((name, index) => ({ value: String(index), label: name }))}
            onValueChange={(index) => props.onChooseSheet(Number(index))}
          />
        )}
        <ColumnChoice source={source} table={table} onChoose={props.onChooseColumns} />
        {plan.clashes > 0 && (
          <Select<OnMeasuredDay>
            label={t('maaling.import.clashes', { count: plan.clashes })}
            value={onMeasuredDay}
            options={[
              { value: 'replace', label: t('maaling.import.replace') },
              { value: 'keep', label: t('maaling.import.keep') },
            ]}
            onValueChange={props.onChooseMeasuredDay}
          />
        )}
      </div>
      {table.refused.length > 0 && <RefusedRows maaling={maaling} rows={table.refused} />}
      {plan.rows.length > 0 && <PlannedRows maaling={maaling} rows={plan.rows} />}
    </section>
  );
}

const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

interface RefusedRowsProps {
  readonly maaling: Maaling;
  readonly rows: readonly RefusedRow[];
}

function RefusedRows({ maaling, rows }: RefusedRowsProps) {
  const t = useT();
  const head = (
    <>
      <Th>{t('maaling.import.line')}</Th>
      <Th>{t('maaling.import.cells')}</Th>
      <Th>{t('maaling.import.why')}</Th>
    </>
  );
  return (
    <div className="maaling-preview__table">
      <Table caption={t('maaling.import.refusedTable')} head={head}>
        {rows.slice(0, MOST_ROWS).map((row) => (
          <Tr key={row.line}>
            <Td isRowHeader>{row.line}</Td>
            <Td label={t('maaling.import.cells')} className="maaling-preview__cells">
              {row.cells
                .filter((cell) => cell.trim() !== '')
                .map(cellWords)
                .join(' · ')}
            </Td>
            <Td label={t('maaling.import.why')}>{refusalWords(t, row, maaling.unit)}</Td>
          </Tr>
        ))}
      </Table>
      <Rest count={rows.length - MOST_ROWS} />
    </div>
  );
}

interface PlannedRowsProps {
  readonly maaling: Maaling;
  readonly rows: readonly PlannedRow[];
}

function PlannedRows({ maaling, rows }: PlannedRowsProps) {
  const t = useT();
  const head = (
    <>
      <Th>{t('maaling.day')}</Th>
      <Th isNumeric>{t('maaling.measured')}</Th>
      <Th>{t('maaling.comment')}</Th>
      <Th>{t('maaling.import.effect')}</Th>
    </>
  );
  return (
    <div className="maaling-preview__table">
      <Table caption={t('maaling.import.understoodTable')} head={head}>
        {rows.slice(0, MOST_ROWS).map(({ row, effect }) => (
          <Tr key={row.line}>
            <Td isRowHeader>{formatDate(row.date)}</Td>
            <Td label={t('maaling.measured')} isNumeric>
              {amountOf(maaling, row.value)}
            </Td>
            <Td label={t('maaling.comment')} className="maaling-preview__cells">
              {cellWords(row.comment)}
            </Td>
            <Td label={t('maaling.import.effect')}>
              {'before' in effect
                ? t(`maaling.import.effect.${effect.is}`, {
                    value: amountOf(maaling, effect.before.value),
                  })
                : t(`maaling.import.effect.${effect.is}`)}
            </Td>
          </Tr>
        ))}
      </Table>
      <Rest count={rows.length - MOST_ROWS} />
    </div>
  );
}

function Rest({ count }: { readonly count: number }) {
  const t = useT();
  return count > 0 && <p className="maaling-quiet">{t('maaling.import.rest', { count })}</p>;
}
