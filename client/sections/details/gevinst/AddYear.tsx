/** Another year than those that are there: its number is looked at before it gets its column. */
import { type FormEvent, useState } from 'react';
import { useT } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';

interface AddYearProps {
  /** The years that have a column. */
  readonly years: readonly string[];
  readonly onAdd: (year: string) => void;
}

/** No gevinst is older or further ahead; a slip of the finger is. */
const EARLIEST = 1990;
const LATEST = 2099;

export function AddYear({ years, onAdd }: AddYearProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  function add(event: FormEvent): void {
    event.preventDefault();
    const year = text.trim();
    if (!isYear(year)) setError(t('aar.ikkeAar', { earliest: EARLIEST, latest: LATEST }));
    else if (years.includes(year)) setError(t('aar.finnes', { year }));
    else {
      setText('');
      onAdd(year);
    }
  }

  return (
    <form className="add-year" onSubmit={add} noValidate>
      <TextInput
        label={t('aar.annetAar')}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        size="sm"
        value={text}
        onValueChange={(value) => {
          setText(value);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="secondary" size="sm" icon="plus">
        {t('aar.leggTil')}
      </Button>
    </form>
  );
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= EARLIEST && Number(text) <= LATEST;
}
