/**
 * What was measured, day by day, newest first: the table behind the graph. Values and comments are
 * corrected where they stand. A long series shows its newest days, and the rest when asked for.
 */
import { memo, useRef, useState } from 'react';
import { formatDate } from '../../../../../shared/format/date.ts';
import type { MaalingId } from '../../../../../shared/ids/ids.ts';
import { recordMeasured, removeMeasured } from '../../../../../shared/sheet/commands/maaling.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../../i18n/i18n.ts';
import { useRun, useSession } from '../../../../sheet/session.tsx';
import { announce } from '../../../../ui/Announcer.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { NumberField } from '../../../../ui/NumberField.tsx';
import { Table, Td, Th, Tr } from '../../../../ui/Table.tsx';
import { showToast } from '../../../../ui/toasts.ts';
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx';
import { amountOf } from '../maalingWords.ts';
import { CommentField } from './CommentField.tsx';

/** Days shown at first, and how many more at a time. */
const FIRST_DAYS = 12;
const MORE_DAYS = 100;

interface SeriesTableProps {
  readonly maaling: Maaling;
  readonly name: string;
}

export function SeriesTable({ maaling, name }: SeriesTableProps) {
  const t = useT();
  const { canWrite } = useSession();
  const [shown, setShown] = useState(FIRST_DAYS);
  const frame = useRef<HTMLDivElement>(null);
  const newestFirst = maaling.series.toReversed();
  const hidden = newestFirst.length - shown;
  const head = (
    <>
      <Th>{t('maaling.day')}</Th>
      <Th isNumeric>{valueHeading(t('maaling.measured'), maaling.unit)}</Th>
      <Th>{t('maaling.comment')}</Th>
      {canWrite && (
        <Th>
          <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
        </Th>
      )}
    </>
  );
  if (newestFirst.length === 0) return <p className="maaling-quiet">{t('maaling.series.empty')}</p>;
  return (
    <div ref={frame} className="maaling-series">
      <Table caption={t('maaling.series.table', { name })} hideCaption head={head}>
        {newestFirst.slice(0, shown).map(({ date, value, comment }) => (
          <DayRow
            key={date}
            id={maaling.id}
            unit={maaling.unit}
            date={date}
            value={value}
            comment={comment}
          />
        ))}
      </Table>
      {hidden > 0 && (
        <Button
          variant="tertiary"
          size="sm"
          icon="chevronDown"
          onClick={() => {
            setShown(shown + MORE_DAYS);
            announce(t('maaling.series.shown', { count: Math.min(MORE_DAYS, hidden) }));
          }}
        >
          {t('maaling.series.more', { count: Math.min(MORE_DAYS, hidden), hidden })}
        </Button>
      )}
    </div>
  );
}

function valueHeading(label: string, unit: string): string {
  return unit.trim() === '' ? label : `${label} (${unit.trim()})`;
}

interface DayRowProps {
  readonly id: MaalingId;
  readonly unit: string;
  readonly date: string;
  readonly value: number;
  readonly comment: string;
}

/** Drawn anew only when something in it changes: a series may be long, and others write too. */
const DayRow = memo(function DayRow({ id, unit, date, value, comment }: DayRowProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const row = useRef<HTMLTableRowElement>(null);
  const day = formatDate(date);

  function remove(): void {
    const neighbour = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    // After the last day, the fields for a new one are nearest.
    const next =
      neighbour?.querySelector<HTMLElement>('[data-remove]') ??
      row.current?.closest('section')?.querySelector<HTMLElement>('input');
    if (!run(removeMeasured(id, date)).ok) return;
    next?.focus();
    showToast({
      text: t('maaling.series.removed', { what: `${amountOf({ unit }, value)}, ${day}` }),
      action: {
        label: t('common.undo'),
        run: () => {
          run(recordMeasured(id, date, value, comment === '' ? undefined : comment));
        },
      },
    });
  }

  return (
    <Tr ref={row} className="maaling-day">
      <Td isRowHeader className="maaling-day__date">
        {day}
      </Td>
      <Td label={t('maaling.measured')} isNumeric className="maaling-day__value">
        <NumberField
          label={t('row.cell', { column: t('maaling.measured'), row: day })}
          hideLabel
          size="sm"
          readOnly={!canWrite}
          value={value}
          onValueChange={(next) => next !== null && run(recordMeasured(id, date, next))}
        />
      </Td>
      <Td label={t('maaling.comment')} className="maaling-day__comment">
        <CommentField
          label={t('row.cell', { column: t('maaling.comment'), row: day })}
          readOnly={!canWrite}
          value={comment}
          onValueChange={(next) => run(recordMeasured(id, date, value, next))}
        />
      </Td>
      {canWrite && (
        <Td isActions>
          <IconButton
            icon="trash"
            size="sm"
            data-remove
            label={t('maaling.series.remove', { date: day })}
            tooltip={t('row.delete')}
            onClick={remove}
          />
        </Td>
      )}
    </Tr>
  );
});
