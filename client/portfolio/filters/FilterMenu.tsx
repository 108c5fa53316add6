/** One filter: a button that says how much is chosen, and everything there is to choose behind it. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { keepPlaced } from '../../ui/place.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import type { FilterOption } from './options.ts';

interface FilterMenuProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  /** `goesOn` is true from the second tick on while the menu is open. */
  readonly onToggle: (value: string, goesOn: boolean) => void;
  readonly onClear: () => void;
}

/** More choices than this are searched for rather than looked through. */
const SEARCHED_FROM = 12;

export function FilterMenu(props: FilterMenuProps) {
  const t = useT();
  const { label, chosen } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  // After each rendering: the panel has its place by its height, and that by what is found.
  useLayoutEffect(() => {
    if (!isOpen || panel.current === null || button.current === null) return;
    return keepPlaced(panel.current, button.current, { side: 'bottom', align: 'start', gap: 6 });
  });
  const name =
    chosen.length === 0 ? label : t('portefolje.filter.valgt', { label, count: chosen.length });
  return (
    <>
      <Button
        ref={button}
        variant="secondary"
        size="sm"
        color={chosen.length === 0 ? 'neutral' : 'accent'}
        className="filter-menu__button"
        popoverTarget={id}
        aria-expanded={isOpen}
      >
        {name}
        <Icon name="chevronDown" />
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="filter-menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && <Choices {...props} />}
      </div>
    </>
  );
}

function Choices({ label, help, options, chosen, onToggle, onClear }: FilterMenuProps) {
  const t = useT();
  const [search, setSearch] = useState('');
  const [hasTicked, setTicked] = useState(false);
  const wanted = search.trim().toLowerCase();
  const found = options.filter(({ label: name }) => name.toLowerCase().includes(wanted));
  function toggle(value: string) {
    onToggle(value, hasTicked);
    setTicked(true);
  }
  return (
    <>
      {options.length > SEARCHED_FROM && (
        <TextInput
          label={t('portefolje.filter.sok')}
          value={search}
          onValueChange={setSearch}
          autoComplete="off"
        />
      )}
      <fieldset className="filter-menu__choices">
        <legend className="ds-sr-only">{label}</legend>
        {help !== undefined && <p className="filter-menu__help">{help}</p>}
        {found.map(({ value, label: name, depth }) => (
          <div key={value} style={{ paddingInlineStart: `${Math.min(depth, 6) * 1.25}rem` }}>
            <Checkbox
              label={name}
              isChecked={chosen.includes(value)}
              onCheckedChange={() => toggle(value)}
            />
          </div>
        ))}
      </fieldset>
      {found.length === 0 && (
        <p className="filter-menu__help">
          {t(options.length === 0 ? 'portefolje.filter.ingenValg' : 'portefolje.filter.ingenTreff')}
        </p>
      )}
      {chosen.length > 0 && (
        <Button variant="tertiary" size="sm" onClick={onClear}>
          {t('portefolje.filter.fjernAlle')}
        </Button>
      )}
    </>
  );
}
