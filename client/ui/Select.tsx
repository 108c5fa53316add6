/** A native choice of one among few. */
import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldTexts } from './Field.tsx';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface SelectProps<V extends string>
  extends FieldTexts,
    Omit<ComponentPropsWithRef<'select'>, 'size' | 'value' | 'onChange' | 'children'> {
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onValueChange: (value: V) => void;
  readonly size?: 'sm' | 'md' | 'lg';
}

export function Select<V extends string>({
  label,
  hideLabel,
  help,
  error,
  value,
  options,
  onValueChange,
  size,
  ...rest
}: SelectProps<V>) {
  function choose(chosen: string) {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onValueChange(option.value);
  }
  return (
    <Field
      label={label}
      hideLabel={hideLabel ?? false}
      help={help}
      error={error}
      lock={rest.disabled ? 'disabled' : undefined}
    >
      {(control) => (
        <select
          {...rest}
          {...control}
          className="ds-input"
          data-size={size}
          value={value}
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
