/** Ticks which of some things a row is tied to. What is ticked is read without opening it. */
import { useT } from '../../i18n/i18n.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

interface LinkPickerProps<Id extends string> {
  readonly label: string;
  readonly choose: string;
  readonly none: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (id: Id, isLinked: boolean) => void;
}

export function LinkPicker<Id extends string>({
  label,
  choose,
  none,
  options,
  chosen,
  readOnly,
  onChange,
}: LinkPickerProps<Id>) {
  const t = useT();
  const nameOf = (name: string, index: number) =>
    name.trim() === '' ? t('row.number', { number: index + 1 }) : name;
  const linked = options.filter((option) => chosen.includes(option.id));
  return (
    <div className="link-picker">
      {linked.length === 0 ? (
        <p className="cell-quiet">{none}</p>
      ) : (
        <ul className="link-picker__chosen">
          {linked.map((option) => (
            <li key={option.id}>{nameOf(option.name, options.indexOf(option))}</li>
          ))}
        </ul>
      )}
      {!readOnly && options.length > 0 && (
        <details className="link-picker__details">
          <summary aria-label={label}>{choose}</summary>
          <fieldset className="link-picker__options">
            <legend className="ds-sr-only">{label}</legend>
            {options.map((option, index) => (
              <Checkbox
                key={option.id}
                label={nameOf(option.name, index)}
                isChecked={chosen.includes(option.id)}
                onCheckedChange={(isLinked) => onChange(option.id, isLinked)}
              />
            ))}
          </fieldset>
        </details>
      )}
    </div>
  );
}
