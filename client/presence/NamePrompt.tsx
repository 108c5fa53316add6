/** Asks once for a name, without standing in the way: it can be passed over, and asked for later. */
import { useState } from 'react';
import { browserStorage } from '../connection/environment.ts';
import { useT } from '../i18n/i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { usePerson } from './context.tsx';
import { NameForm } from './NameForm.tsx';
import './presence.css';

const ASKED_KEY = 'a3:navn-spurt';

export function NamePrompt() {
  const t = useT();
  const person = usePerson();
  const [isAsked, setAsked] = useState(() => browserStorage.read(ASKED_KEY) !== undefined);
  if (isAsked || person.hasChosenName) return null;
  const done = () => {
    browserStorage.write(ASKED_KEY, 'ja');
    setAsked(true);
  };
  return (
    <section className="name-prompt" aria-label={t('presence.nameLabel')}>
      <NameForm onDone={done} />
      <IconButton icon="close" size="sm" label={t('presence.notNow')} onClick={done} />
    </section>
  );
}
