/** One of a måling's texts, with its label above it: shared words, edited where they stand. */
import type { ReactNode } from 'react';
import type { TextKey } from '../../../../shared/sheet/commands/entities.ts';
import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';
import { Cell } from '../../Cell.tsx';

interface TextFieldProps {
  readonly maaling: Maaling;
  readonly field: TextKey<'maalinger'>;
  readonly label: string;
  readonly isMultiline?: boolean;
  /** Stands under the field. */
  readonly children?: ReactNode;
}

export function TextField({
  maaling,
  field,
  label,
  isMultiline = false,
  children,
}: TextFieldProps) {
  return (
    <div className="maaling-field" data-field={field}>
      {/* The field inside carries the label for those who listen. */}
      <span className="ds-label" aria-hidden="true">
        {label}
      </span>
      <Cell
        address={{ of: 'maalinger', id: maaling.id, key: field }}
        place={{ section: 'maaling', entityId: maaling.id, field }}
        label={label}
        isMultiline={isMultiline}
        className="maaling-field__words"
      />
      {children}
    </div>
  );
}
