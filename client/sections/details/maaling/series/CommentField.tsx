/** A comment beside a value: one line with one writer at a time, sent when the field is left. */
import { Field } from '../../../../ui/Field.tsx';
import type { TypedValueFormat } from '../../../../ui/typedValue.ts';
import { useTypedValue } from '../../../../ui/useTypedValue.ts';

interface CommentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  /** An empty text takes the comment away. */
  readonly onValueChange: (value: string) => void;
}

const WORDS: TypedValueFormat<string> = {
  parse: (text) => text,
  format: (text) => text,
  isFull: () => false,
};

export function CommentField({ label, value, readOnly, onValueChange }: CommentFieldProps) {
  const stored = value === '' ? null : value;
  const { text, handlers } = useTypedValue(stored, (next) => onValueChange(next ?? ''), WORDS);
  return (
    <Field label={label} hideLabel lock={readOnly ? 'readonly' : undefined}>
      {(control) => (
        <input
          {...control}
          {...handlers}
          className="ds-input"
          data-size="sm"
          type="text"
          autoComplete="off"
          readOnly={readOnly}
          value={text}
        />
      )}
    </Field>
  );
}
