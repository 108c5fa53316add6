/**
 * This browser's presence on one sheet: says who we are and where, hears the same of others, and
 * goes idle when nobody has touched anything for a while.
 */
import type { Awareness } from 'y-protocols/awareness';
import type { Role } from '../../shared/access/roles.ts';
import {
  type Participant,
  type Place,
  type PresenceState,
  participantsOf,
} from './participants.ts';
import type { Person } from './person.ts';

export const IDLE_AFTER_MS = 30_000;

export interface PresenceOptions {
  readonly awareness: Awareness;
  readonly person: Person;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly idleAfterMs?: number;
}

export class Presence {
  readonly #awareness: Awareness;
  readonly #now: () => number;
  readonly #idleAfterMs: number;
  readonly #listeners = new Set<() => void>();
  #person: Person;
  #role: Role;
  #place: Place | undefined;
  #isActive = true;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #participants: readonly Participant[] = [];

  constructor({
    awareness,
    person,
    role,
    now = Date.now,
    idleAfterMs = IDLE_AFTER_MS,
  }: PresenceOptions) {
    this.#awareness = awareness;
    this.#person = person;
    this.#role = role;
    this.#now = now;
    this.#idleAfterMs = idleAfterMs;
    awareness.on('change', this.#onChange);
    this.noteActivity();
    this.#publish();
    // Publishing is no change when another presence on this sheet said the same just before.
    this.#onChange();
  }

  /** The same array until somebody comes, goes, moves or is renamed. */
  readonly participants = (): readonly Participant[] => this.#participants;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  rename(person: Person): void {
    this.#person = person;
    this.#publish();
  }

  setRole(role: Role): void {
    if (role === this.#role) return;
    this.#role = role;
    this.#publish();
  }

  /** Says where the person is now; undefined when the focus is outside the sheet. */
  setPlace(place: Place | undefined): void {
    this.noteActivity();
    if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    this.#publish();
  }

  /** Call it for every sign of life; only coming back from being idle is told to others. */
  noteActivity(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#setActive(false), this.#idleAfterMs);
    this.#setActive(true);
  }

  /** Stops hearing and saying; the others see us leave when the connection ends. */
  destroy(): void {
    clearTimeout(this.#idleTimer);
    this.#awareness.off('change', this.#onChange);
    this.#listeners.clear();
  }

  #setActive(isActive: boolean): void {
    if (isActive === this.#isActive) return;
    this.#isActive = isActive;
    this.#publish();
  }

  #publish(): void {
    const { personId, name, color } = this.#person;
    const state: PresenceState & { readonly user: { readonly color: string } } = {
      user: { name, personId, color },
      role: this.#role,
      place: this.#place ?? null,
      isActive: this.#isActive,
      at: this.#now(),
    };
    // Beside what others keep in our state, such as the prose editor's caret.
    this.#awareness.setLocalState({ ...this.#awareness.getLocalState(), ...state });
  }

  readonly #onChange = (): void => {
    const states = this.#awareness.getStates();
    const after = participantsOf(states, this.#person.personId, this.#participants);
    if (after === this.#participants) return;
    this.#participants = after;
    for (const listener of this.#listeners) listener();
  };
}
