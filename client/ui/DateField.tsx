/**
 * A date that is typed and shown the Norwegian way, whatever the browser's own language, with the
 * browser's calendar behind a button. The value is `YYYY-MM-DD`, or null for none.
 */
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDate, isFullDate, parseDate } from '../../shared/format/date.ts';
import { useT } from '../i18n/i18n.ts';
import { announce } from './Announcer.tsx';
import { Field, type FieldTexts } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import type { TypedValueFormat } from './typedValue.ts';
import { useTypedValue } from './useTypedValue.ts';

interface DateFieldProps extends Omit<FieldTexts, 'error'> {
  readonly value: string | null;
  readonly onValueChange: (value: string | null) => void;
  readonly readOnly?: boolean;
  readonly size?: 'sm' | 'md';
  readonly onFocus?: () => void;
}

const FORMAT: TypedValueFormat<string> = {
  parse: parseDate,
  format: formatDate,
  isFull: isFullDate,
};

/** Whether this browser can open its calendar from a button of ours. */
const HAS_PICKER = 'showPicker' in HTMLInputElement.prototype;

export function DateField({
  label,
  hideLabel = false,
  help,
  value,
  onValueChange,
  readOnly = false,
  size,
  onFocus,
}: DateFieldProps) {
  const t = useT();
  const native = useRef<HTMLInputElement>(null);
  const [hasNative, setHasNative] = useState(false);
  const { text, isUnreadable, reset, handlers } = useTypedValue(value, onValueChange, FORMAT);

  function pick(picked: string) {
    reset();
    onValueChange(picked === '' ? null : picked);
    if (picked !== '') announce(t('date.chosen', { date: formatDate(picked) }));
  }

  function openCalendar() {
    // The browser's own field is heavy, and most are never asked for their calendar.
    flushSync(() => setHasNative(true));
    native.current?.showPicker();
  }

  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      help={help}
      error={isUnreadable ? t('date.unreadable', { text: text.trim() }) : undefined}
      lock={readOnly ? 'readonly' : undefined}
      className="ui-field__tabular"
    >
      {(control) => (
        <div className="ui-date__row">
          <input
            {...control}
            {...handlers}
            className="ds-input ui-date__text"
            data-size={size}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            placeholder={readOnly ? undefined : t('date.placeholder')}
            readOnly={readOnly}
            value={text}
            onFocus={onFocus}
          />
          {HAS_PICKER && !readOnly && (
            <span className="ui-date__picker">
              {hasNative && (
                <input
                  ref={native}
                  type="date"
                  className="ui-date__native"
                  tabIndex={-1}
                  aria-hidden="true"
                  value={value ?? ''}
                  onChange={(event) => pick(event.target.value)}
                />
              )}
              <IconButton
                icon="calendar"
                size={size ?? 'md'}
                label={t('date.openCalendar', { label })}
                tooltip={t('date.openCalendarShort')}
                onClick={openCalendar}
              />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
