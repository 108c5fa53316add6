/** Which things a row is tied to: how many in one line, and all of them with ticks when opened. */
import { useT } from '../../i18n/i18n.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

interface LinkPickerProps<Id extends string> {
  /** Names the choice for those who listen: what of which row. */
  readonly label: string;
  /** The one line, such as «Kommer fra 3 tiltak». */
  readonly summary: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (id: Id, isLinked: boolean) => void;
}

export function LinkPicker<Id extends string>({
  label,
  summary,
  options,
  chosen,
  readOnly,
  onChange,
}: LinkPickerProps<Id>) {
  const t = useT();
  const named = options.map(({ id, name }, index) => ({
    id,
    name: name.trim() === '' ? t('tiltak.nameless', { number: index + 1 }) : name,
  }));
  return (
    <details className="link-picker">
      <summary>{summary}</summary>
      {readOnly ? (
        <ul className="link-picker__chosen" aria-label={label}>
          {named
            .filter(({ id }) => chosen.includes(id))
            .map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
        </ul>
      ) : (
        <fieldset className="link-picker__options">
          <legend className="ds-sr-only">{label}</legend>
          {named.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              isChecked={chosen.includes(id)}
              onCheckedChange={(isLinked) => onChange(id, isLinked)}
            />
          ))}
        </fieldset>
      )}
    </details>
  );
}
