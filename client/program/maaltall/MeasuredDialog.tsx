/** What a måltall has been, day by day: to record a value, correct one, or take one away. */
import { type FormEvent, useId, useState } from 'react';
import type { Measured } from '../../../shared/document/schema/fields.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { recordMaaltall, removeMaaltallDay } from '../../../shared/program/commands/maaltall.ts';
import type { Maaltall } from '../../../shared/program/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { useToday } from '../../sections/useToday.ts';
import { useRun } from '../../sheet/documentSession.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useProgramSession } from '../session.tsx';

interface MeasuredDialogProps {
  readonly maaltall: Maaltall;
  readonly name: string;
  readonly onClose: () => void;
}

export function MeasuredDialog({ maaltall, name, onClose }: MeasuredDialogProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  return (
    <Dialog title={t('program.maaltall.valuesOf', { name })} onClose={onClose}>
      <div className="measured">
        {canWrite && <RecordForm maaltall={maaltall} />}
        {maaltall.series.length === 0 ? (
          <p>{t('program.maaltall.noValues')}</p>
        ) : (
          <Values maaltall={maaltall} />
        )}
      </div>
    </Dialog>
  );
}

/** Recording a day that has a value already corrects that value. */
function RecordForm({ maaltall }: { readonly maaltall: Maaltall }) {
  const t = useT();
  const run = useRun();
  const today = useToday();
  const formId = useId();
  const [date, setDate] = useState<string | null>(today);
  const [value, setValue] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [isTried, setTried] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (date === null || value === null) return;
    if (!run(recordMaaltall(maaltall.id, date, value, comment.trim() || undefined)).ok) return;
    announce(t('program.maaltall.recorded', { value: formatNumber(value) }));
    setValue(null);
    setComment('');
    setTried(false);
  }
  return (
    <form id={formId} className="measured__form" onSubmit={submit}>
      <NumberField
        label={t('program.maaltall.value')}
        help={maaltall.unit || undefined}
        value={value}
        error={isTried && value === null ? t('program.maaltall.valueNeeded') : undefined}
        onValueChange={setValue}
      />
      <DateField label={t('program.maaltall.day')} value={date} onValueChange={setDate} />
      {isTried && date === null && <p role="alert">{t('program.maaltall.dayNeeded')}</p>}
      <TextInput
        label={t('program.maaltall.comment')}
        value={comment}
        onValueChange={setComment}
        autoComplete="off"
      />
      <Button type="submit">{t('program.maaltall.save')}</Button>
    </form>
  );
}

function Values({ maaltall }: { readonly maaltall: Maaltall }) {
  const t = useT();
  const { canWrite } = useProgramSession();
  return (
    <Table
      caption={t('program.maaltall.values')}
      head={
        <>
          <Th>{t('program.maaltall.day')}</Th>
          <Th isNumeric>{t('program.maaltall.value')}</Th>
          <Th>{t('program.maaltall.comment')}</Th>
          {canWrite && (
            <Th>
              <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
            </Th>
          )}
        </>
      }
    >
      {maaltall.series.toReversed().map((measured) => (
        <ValueRow key={measured.date} maaltall={maaltall} measured={measured} />
      ))}
    </Table>
  );
}

interface ValueRowProps {
  readonly maaltall: Maaltall;
  readonly measured: Measured;
}

function ValueRow({ maaltall, measured }: ValueRowProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const { date, value, comment } = measured;
  function remove() {
    run(removeMaaltallDay(maaltall.id, date));
    announce(t('program.maaltall.dayRemoved', { date: formatDate(date) }));
  }
  return (
    <Tr>
      <Td isRowHeader>{formatDate(date)}</Td>
      <Td label={t('program.maaltall.value')} isNumeric>
        {formatNumber(value)}
      </Td>
      <Td label={t('program.maaltall.comment')}>{comment}</Td>
      {canWrite && (
        <Td isActions>
          <IconButton
            icon="trash"
            size="sm"
            label={t('program.maaltall.removeDay', { date: formatDate(date) })}
            tooltip={t('row.delete')}
            onClick={remove}
          />
        </Td>
      )}
    </Tr>
  );
}
