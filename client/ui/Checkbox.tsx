/** One yes or no, with its label beside it. */
import { type ReactNode, useId } from 'react';
import './Field.css';

interface CheckboxProps {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onCheckedChange: (isChecked: boolean) => void;
  readonly help?: ReactNode;
  readonly disabled?: boolean;
}

export function Checkbox({ label, isChecked, onCheckedChange, help, disabled }: CheckboxProps) {
  const id = useId();
  const helpId = `${id}-hjelp`;
  return (
    <div className="ds-field ui-field ui-checkbox" data-lock={disabled ? 'disabled' : undefined}>
      <input
        id={id}
        type="checkbox"
        className="ds-input"
        checked={isChecked}
        disabled={disabled}
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={(event) => onCheckedChange(event.target.checked)}
      />
      <label htmlFor={id} className="ds-label">
        {label}
      </label>
      {help !== undefined && (
        <p id={helpId} data-field="description">
          {help}
        </p>
      )}
    </div>
  );
}
