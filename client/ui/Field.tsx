/**
 * A label, a control, help and an error, tied together for eye and ear. The error is said when it
 * comes, and read with the control afterwards.
 */
import { type ReactNode, useId } from 'react';
import './Field.css';
import { cx } from './cx.ts';

export interface FieldTexts {
  readonly label: string;
  /** The label is there for those who listen; those who see have a column heading. */
  readonly hideLabel?: boolean;
  readonly help?: ReactNode;
  /** Why what stands in the field cannot be used, and what to write instead. */
  readonly error?: string | undefined;
}

/** What the control must carry. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldTexts {
  /** Where the value comes from or what it comes to, below the control. */
  readonly note?: ReactNode;
  /** What keeps the person from changing it, if anything does. */
  readonly lock?: 'readonly' | 'disabled' | undefined;
  readonly children: (control: ControlAttributes) => ReactNode;
  readonly className?: string | undefined;
}

export function Field({
  label,
  hideLabel = false,
  help,
  note,
  error,
  lock,
  children,
  className,
}: FieldProps) {
  const id = useId();
  const helpId = `${id}-hjelp`;
  const noteId = `${id}-merknad`;
  const errorId = `${id}-feil`;
  const describedBy = cx(
    help !== undefined && helpId,
    note !== undefined && noteId,
    error !== undefined && errorId,
  );
  return (
    <div
      className={cx('ds-field ui-field', className)}
      data-label={hideLabel ? 'hidden' : undefined}
      data-lock={lock}
    >
      <label htmlFor={id} className={hideLabel ? 'ds-sr-only' : 'ds-label'}>
        {label}
      </label>
      {help !== undefined && (
        <p id={helpId} data-field="description">
          {help}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={noteId} className="ui-field__note">
          {note}
        </p>
      )}
      <div id={errorId} className="ui-field__error" aria-live="polite">
        {error !== undefined && <p className="ds-validation-message">{error}</p>}
      </div>
    </div>
  );
}
