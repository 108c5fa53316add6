/** Which things a row is tied to: how many in one line, and all of them with ticks when opened. */
import { useState } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';

interface LinkOptions<Id extends string> {
  /** Names the choice for those who listen: what of which row. */
  readonly label: string;
  /** All there are to choose from, by the names they are called. */
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (id: Id, isLinked: boolean) => void;
}

interface LinkPickerProps<Id extends string> extends LinkOptions<Id> {
  /** The one line, such as «Kommer fra 3 tiltak». */
  readonly summary: string;
}

export function LinkPicker<Id extends string>({ summary, ...links }: LinkPickerProps<Id>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="link-picker" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <Options {...links} />}
    </details>
  );
}

function Options<Id extends string>({
  label,
  options,
  chosen,
  readOnly,
  onChange,
}: LinkOptions<Id>) {
  if (readOnly) {
    return (
      <ul className="link-picker__chosen" aria-label={label}>
        {options
          .filter(({ id }) => chosen.includes(id))
          .map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
      </ul>
    );
  }
  return (
    <fieldset className="link-picker__options">
      <legend className="ds-sr-only">{label}</legend>
      {options.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          isChecked={chosen.includes(id)}
          onCheckedChange={(isLinked) => onChange(id, isLinked)}
        />
      ))}
    </fieldset>
  );
}
