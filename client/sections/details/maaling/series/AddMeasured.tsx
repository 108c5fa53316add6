/** A new day of a series: its date, what was measured and, if one likes, a comment. */
import { type FormEvent, useRef, useState } from 'react';
import { formatDate } from '../../../../../shared/format/date.ts';
import { recordMeasured } from '../../../../../shared/sheet/commands/maaling.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../../i18n/i18n.ts';
import { useRun } from '../../../../sheet/session.tsx';
import { announce } from '../../../../ui/Announcer.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { NumberField } from '../../../../ui/NumberField.tsx';
import { TextInput } from '../../../../ui/TextInput.tsx';
import { useToday } from '../../../useToday.ts';
import { amountOf } from '../maalingWords.ts';

interface NewDay {
  readonly date: string | null;
  readonly value: number | null;
  readonly comment: string;
}

export function AddMeasured({ maaling }: { readonly maaling: Maaling }) {
  const t = useT();
  const run = useRun();
  const today = useToday();
  const [day, setDay] = useState<NewDay>({ date: today, value: null, comment: '' });
  /** Another number gives fresh fields, without what was typed in the last ones. */
  const [round, setRound] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  function add(event: FormEvent): void {
    event.preventDefault();
    const { date, value, comment } = day;
    setMissing(date === null || value === null);
    if (date === null || value === null) {
      const empty = date === null ? 'date' : 'value';
      form.current?.querySelector<HTMLElement>(`[data-new=${empty}] input`)?.focus();
      return;
    }
    const words = comment.trim();
    const outcome = run(recordMeasured(maaling.id, date, value, words === '' ? undefined : words));
    if (!outcome.ok) return;
    announce(t('maaling.add.done', { what: `${amountOf(maaling, value)}, ${formatDate(date)}` }));
    setDay({ date: null, value: null, comment: '' });
    setRound(round + 1);
  }

  const measured = maaling.series.find(({ date }) => date === day.date);
  const note =
    measured !== undefined
      ? t('maaling.add.replaces', { value: amountOf(maaling, measured.value) })
      : day.date !== null && day.date > today
        ? t('maaling.add.future')
        : undefined;
  return (
    <form
      ref={form}
      className="maaling-add"
      onSubmit={add}
      aria-label={t('maaling.add.day')}
      noValidate
    >
      <div className="maaling-add__fields">
        <div data-new="date">
          <DateField
            key={`date-${round}`}
            label={t('maaling.day')}
            value={day.date}
            onValueChange={(date) => setDay((before) => ({ ...before, date }))}
          />
        </div>
        <div data-new="value">
          <NumberField
            key={`value-${round}`}
            label={t('maaling.measured')}
            value={day.value}
            onValueChange={(value) => setDay((before) => ({ ...before, value }))}
          />
        </div>
        <div className="maaling-add__comment">
          <TextInput
            label={t('maaling.add.comment')}
            value={day.comment}
            autoComplete="off"
            onValueChange={(comment) => setDay((before) => ({ ...before, comment }))}
          />
        </div>
        <Button type="submit" variant="secondary" icon="plus">
          {t('maaling.add.button')}
        </Button>
      </div>
      <p className="maaling-add__note" aria-live="polite">
        {isMissing && (day.date === null || day.value === null) ? t('maaling.add.missing') : note}
      </p>
    </form>
  );
}
