/**
 * A number that is typed and shown the Norwegian way: `1 234,5`. The value is a number, or null
 * for none.
 */
import { formatNumber, parseNumber } from '../../shared/format/number.ts';
import { useT } from '../i18n/i18n.ts';
import { Field, type FieldTexts } from './Field.tsx';
import type { TypedValueFormat } from './typedValue.ts';
import { useTypedValue } from './useTypedValue.ts';

interface NumberFieldProps extends Omit<FieldTexts, 'error'> {
  readonly value: number | null;
  readonly onValueChange: (value: number | null) => void;
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
  value,
  onValueChange,
  readOnly = false,
  size,
  onFocus,
}: NumberFieldProps) {
  const t = useT();
  const { text, isUnreadable, handlers } = useTypedValue(value, onValueChange, FORMAT);
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      help={help}
      error={isUnreadable ? t('number.unreadable', { text: text.trim() }) : undefined}
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
          readOnly={readOnly}
          value={text}
          onFocus={onFocus}
        />
      )}
    </Field>
  );
}
