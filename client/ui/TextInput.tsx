/** One line of text that is the person's own until it is sent, such as a key or a new title. */
import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldTexts } from './Field.tsx';

interface TextInputProps extends FieldTexts, Omit<ComponentPropsWithRef<'input'>, 'size'> {
  readonly value: string;
  readonly onValueChange?: (value: string) => void;
  readonly size?: 'sm' | 'md' | 'lg';
}

export function TextInput({
  label,
  hideLabel,
  help,
  error,
  onValueChange,
  size,
  type = 'text',
  ...rest
}: TextInputProps) {
  const lock = rest.disabled ? 'disabled' : rest.readOnly ? 'readonly' : undefined;
  return (
    <Field label={label} hideLabel={hideLabel ?? false} help={help} error={error} lock={lock}>
      {(control) => (
        <input
          {...rest}
          {...control}
          type={type}
          className="ds-input"
          data-size={size}
          onChange={(event) => onValueChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}
