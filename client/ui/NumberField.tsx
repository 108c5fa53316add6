/**
 * A number that is typed and shown the Norwegian way: `1 234,5`. The value is a number, or null
 * for none. `error` says what is wrong with the value that stands; text that is no number has its
 * own message, and comes first.
 */
import type { ReactNode } from 'react';
import { formatNumber, parseNumber } from '../../shared/format/number.ts';
import { useT } from '../i18n/i18n.ts';
import { Field, type FieldTexts } from './Field.tsx';
import type { TypedValueFormat } from './typedValue.ts';
import { useTypedValue } from './useTypedValue.ts';

/** What a field takes that does not take every number. */
export interface NumberLimits {
  readonly accepts: (value: number) => boolean;
  /** What is wrong with a text that cannot stand, and what to write instead. */
  readonly refusal: (text: string) => string;
  /** How a value is shown; as `1 234,5` when left out. */
  readonly format?: (value: number) => string;
}

interface NumberFieldProps extends FieldTexts {
  /** Where the value comes from or what it comes to, below the field. */
  readonly note?: ReactNode;
  readonly value: number | null;
  /** What counts while nothing is entered, shown in grey. */
  readonly suggestion?: number | undefined;
  readonly onValueChange: (value: number | null) => void;
  readonly limits?: NumberLimits;
  readonly readOnly?: boolean;
  readonly size?: 'sm' | 'md';
  readonly onFocus?: () => void;
}

/** Decimals shown at most; as many as people write, and no trace of how computers count. */
const MAX_DECIMALS = 6;

const FORMAT: TypedValueFormat<number> = {
  parse: parseNumber,
  format: (value) => formatNumber(value, { maxDecimals: MAX_DECIMALS }),
  // One more digit makes another number, so nothing is sent before the field is left.
  isFull: () => false,
};

export function NumberField({
  label,
  hideLabel = false,
  help,
  note,
  error,
  value,
  suggestion,
  onValueChange,
  limits,
  readOnly = false,
  size,
  onFocus,
}: NumberFieldProps) {
  const t = useT();
  const format = limits === undefined ? FORMAT : within(limits);
  const { text, isUnreadable, handlers } = useTypedValue(value, onValueChange, format);
  const refusal = limits?.refusal ?? ((typed: string) => t('number.unreadable', { text: typed }));
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      help={help}
      note={note}
      error={isUnreadable ? refusal(text.trim()) : error}
      lock={readOnly ? 'readonly' : undefined}
      className="ui-field__tabular"
    >
      {(control) => (
        <input
          {...control}
          {...handlers}
          className="ds-input"
          data-size={size}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          placeholder={suggestion === undefined ? undefined : formatNumber(suggestion)}
          readOnly={readOnly}
          value={text}
          onFocus={onFocus}
        />
      )}
    </Field>
  );
}

function within({ accepts, format = FORMAT.format }: NumberLimits): TypedValueFormat<number> {
  return {
    ...FORMAT,
    format,
    parse: (text) => {
      const value = parseNumber(text);
      return value !== undefined && accepts(value) ? value : undefined;
    },
  };
}
