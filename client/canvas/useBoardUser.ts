/** The person to tldraw: its language and how much may move. Kept here, never in its own storage. */
import { useEffect, useMemo, useState } from 'react';
import {
  createTLUser,
  defaultUserPreferences,
  type TLUser,
  type TLUserPreferences,
  useAtom,
} from 'tldraw';
import { usePerson } from '../presence/context.tsx';

const CALM = '(prefers-reduced-motion: reduce)';

export function useBoardUser(locale: string): TLUser {
  const { personId, name, color } = usePerson();
  const [isCalm] = useState(() => matchMedia(CALM).matches);
  const preferences = useAtom<TLUserPreferences>('board user', {
    ...defaultUserPreferences,
    id: personId,
    name,
    color,
    locale,
    colorScheme: 'light',
    animationSpeed: isCalm ? 0 : 1,
  });
  useEffect(() => {
    preferences.update((before) => ({ ...before, name, color, locale }));
  }, [preferences, name, color, locale]);
  useEffect(() => {
    const query = matchMedia(CALM);
    const onChange = () => {
      preferences.update((before) => ({ ...before, animationSpeed: query.matches ? 0 : 1 }));
    };
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, [preferences]);
  return useMemo(
    () =>
      createTLUser({
        userPreferences: preferences,
        setUserPreferences: (next) => preferences.set(next),
      }),
    [preferences],
  );
}
