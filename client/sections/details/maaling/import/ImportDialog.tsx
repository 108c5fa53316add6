/**
 * Brings many measured days into a måling at once, from what is pasted or from a file. Nothing is
 * written before it has been seen and confirmed; then all of it, as one step.
 */
import { useMemo, useRef, useState } from 'react';
import type { Columns } from '../../../../../shared/maaling/columns.ts';
import { planImport } from '../../../../../shared/maaling/importPlan.ts';
import { parseSeriesTable } from '../../../../../shared/maaling/seriesTable.ts';
import { type OnMeasuredDay, recordSeries } from '../../../../../shared/sheet/commands/maaling.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../../i18n/i18n.ts';
import { useRun } from '../../../../sheet/session.tsx';
import { Alert } from '../../../../ui/Alert.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Spinner } from '../../../../ui/Spinner.tsx';
import { showToast } from '../../../../ui/toasts.ts';
import './import.css';
import { faultWords } from './importWords.ts';
import { Preview } from './Preview.tsx';
import { SourceFields } from './SourceFields.tsx';
import type { Source } from './source.ts';
import { useSource } from './useSource.ts';

interface ImportDialogProps {
  readonly maaling: Maaling;
  readonly onClose: () => void;
}

/** Letters in all comments together: more would not fit into what is sent at once. */
const MAX_COMMENT_LETTERS = 1_000_000;

export function ImportDialog({ maaling, onClose }: ImportDialogProps) {
  const t = useT();
  const run = useRun();
  const sources = useSource();
  const first = useRef<HTMLTextAreaElement>(null);
  const [onMeasuredDay, setOnMeasuredDay] = useState<OnMeasuredDay>('replace');
  const [chosen, setChosen] = useState<{ of: Source; columns: Columns }>();
  const [isRefused, setRefused] = useState(false);

  const source = typeof sources.source === 'object' ? sources.source : undefined;
  const fault = typeof sources.source === 'string' ? sources.source : undefined;
  const columns = chosen !== undefined && chosen.of === source ? chosen.columns : undefined;
  const table = useMemo(
    () =>
      source &&
      parseSeriesTable(source.rows, {
        ...source.options,
        ...(columns && { columns }),
        unit: maaling.unit,
      }),
    [source, columns, maaling.unit],
  );
  const plan = useMemo(
    () => table && planImport(table.understood, maaling.series, onMeasuredDay),
    [table, maaling.series, onMeasuredDay],
  );
  const toRecord = plan?.toRecord ?? [];
  const letters = toRecord.reduce((sum, { comment }) => sum + comment.length, 0);
  const isTooMuch = letters > MAX_COMMENT_LETTERS;
  const canImport = toRecord.length > 0 && !isTooMuch;

  function confirm(): void {
    if (!canImport) return;
    const outcome = run(recordSeries(maaling.id, toRecord, onMeasuredDay));
    setRefused(!outcome.ok);
    if (!outcome.ok) return;
    onClose();
    showToast({ text: t('maaling.import.done', { count: outcome.value }), kind: 'success' });
  }

  return (
    <Dialog
      title={t('maaling.import.title')}
      width="lg"
      onClose={onClose}
      initialFocus={first}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button aria-disabled={!canImport} onClick={confirm}>
            {toRecord.length === 0
              ? t('maaling.import.confirmNone')
              : t('maaling.import.confirm', { count: toRecord.length })}
          </Button>
        </>
      }
    >
      <div className="maaling-import">
        <SourceFields ref={first} sources={sources} />
        <div role="status">
          {sources.isReading && <Spinner label={t('maaling.import.reading')} />}
        </div>
        {fault !== undefined && (
          <Alert kind="danger" title={t('maaling.import.failed')} isLive>
            <p>{faultWords(t, fault, sources.file?.size ?? sources.text.length)}</p>
          </Alert>
        )}
        {isTooMuch && (
          <Alert kind="danger" title={t('maaling.import.failed')} isLive>
            <p>{t('maaling.import.fault.comments')}</p>
          </Alert>
        )}
        {isRefused && (
          <Alert kind="danger" isLive>
            <p>{t('detaljer.borte')}</p>
          </Alert>
        )}
        {source !== undefined && table !== undefined && plan !== undefined && (
          <Preview
            maaling={maaling}
            source={source}
            table={table}
            plan={plan}
            onMeasuredDay={onMeasuredDay}
            onChooseMeasuredDay={setOnMeasuredDay}
            onChooseColumns={(next) => setChosen({ of: source, columns: next })}
            onChooseSheet={sources.chooseSheet}
          />
        )}
      </div>
    </Dialog>
  );
}
