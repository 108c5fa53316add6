/** One's own name as the others see it. */
import { type FormEvent, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { rename, usePerson } from './context.tsx';
import { NAME_MAX } from './person.ts';

interface NameFormProps {
  readonly onDone?: () => void;
}

export function NameForm({ onDone }: NameFormProps) {
  const t = useT();
  const person = usePerson();
  const [name, setName] = useState(person.hasChosenName ? person.name : '');

  function save(event: FormEvent): void {
    event.preventDefault();
    rename(person, name);
    announce(t('presence.renamed'));
    onDone?.();
  }

  return (
    <form className="name-form" onSubmit={save}>
      <TextInput
        label={t('presence.nameLabel')}
        size="sm"
        value={name}
        maxLength={NAME_MAX}
        autoComplete="name"
        placeholder={person.hasChosenName ? undefined : person.name}
        onValueChange={setName}
      />
      <Button type="submit" variant="secondary" size="sm">
        {t('presence.saveName')}
      </Button>
    </form>
  );
}
