/** Hands presence to the components of an open sheet, and keeps it in step with the page. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { create } from 'zustand';
import { browserStorage } from '../connection/environment.ts';
import { t } from '../i18n/i18n.ts';
import { useOpenDocument } from '../sheet/documentSession.tsx';
import { random } from '../sheet/random.ts';
import type { Participant, Place } from './participants.ts';
import { loadPerson, type Person, renamePerson } from './person.ts';
import { Presence } from './presence.ts';

const guest = (number: number): string => t('presence.guest', { number });

/** The person of this browser; the same on every sheet. Read when it is first needed. */
const usePersonStore = create<{ readonly person: Person | undefined }>(() => ({
  person: undefined,
}));

export function usePerson(): Person {
  const kept = usePersonStore(({ person }) => person);
  const [loaded] = useState(() => kept ?? loadPerson(browserStorage, random, guest));
  return kept ?? loaded;
}

export function rename(person: Person, name: string): void {
  usePersonStore.setState({ person: renamePerson(browserStorage, person, name, guest) });
}

const PresenceContext = createContext<Presence | undefined>(undefined);

export function PresenceProvider({ children }: { readonly children: ReactNode }) {
  const { awareness, role } = useOpenDocument();
  const person = usePerson();
  const [presence, setPresence] = useState<Presence>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: renamed and re-roled below, not anew.
  useEffect(() => {
    const made = new Presence({ awareness, person, role });
    const stop = watchPage(made);
    setPresence(made);
    return () => {
      stop();
      made.destroy();
    };
  }, [awareness]);
  useEffect(() => presence?.rename(person), [presence, person]);
  useEffect(() => presence?.setRole(role), [presence, role]);

  return <PresenceContext value={presence}>{children}</PresenceContext>;
}

const NOBODY: readonly Participant[] = [];

export function useParticipants(): readonly Participant[] {
  const presence = useContext(PresenceContext);
  return useSyncExternalStore(
    presence?.subscribe ?? neverChanges,
    presence?.participants ?? nobody,
  );
}

/** Says where the person is, for views where the pointer tells it and not the focus. */
export function useSetPlace(): (place: Place | undefined) => void {
  const presence = useContext(PresenceContext);
  return useCallback((place) => presence?.setPlace(place), [presence]);
}

function nobody(): readonly Participant[] {
  return NOBODY;
}

function neverChanges(): () => void {
  return () => {};
}

/** Tells presence of every sign of life, and of where the focus goes: see `Placed`. */
function watchPage(presence: Presence): () => void {
  const controller = new AbortController();
  const options = { passive: true, signal: controller.signal } as const;
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    addEventListener(event, () => presence.noteActivity(), options);
  }
  addEventListener('focusin', ({ target }) => presence.setPlace(placeOf(target)), options);
  addEventListener(
    'focusout',
    ({ relatedTarget }) => presence.setPlace(placeOf(relatedTarget)),
    options,
  );
  return () => controller.abort();
}

function placeOf(target: EventTarget | null): Place | undefined {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  return marked === null ? undefined : (JSON.parse(marked.dataset['place'] ?? '') as Place);
}
