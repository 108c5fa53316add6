/** Who this browser's person is to the others: a chosen name, kept on this device only. */
import { base64url, type RandomBytes } from '../../shared/ids/ids.ts';
import type { SafeStorage } from '../connection/safeStorage.ts';
import { colorOf } from './palette.ts';

export interface Person {
  /** Random, for telling two tabs of one person from two persons. It says nothing about anybody. */
  readonly personId: string;
  readonly name: string;
  readonly initials: string;
  readonly color: string;
  /** Whether the name was chosen, or is the guest name that stands in for one. */
  readonly hasChosenName: boolean;
}

const ID_KEY = 'a3:person';
const NAME_KEY = 'a3:navn';
/** Longer than any name on a badge; what is longer is cut. */
export const NAME_MAX = 40;

/** The person as kept on this device, or a new guest. `guest` words the name of a numbered guest. */
export function loadPerson(
  storage: SafeStorage,
  random: RandomBytes,
  guest: (number: number) => string,
): Person {
  let personId = storage.read(ID_KEY);
  if (personId === undefined || personId.length < 8) {
    personId = base64url(random(12));
    storage.write(ID_KEY, personId);
  }
  const name = cleanName(storage.read(NAME_KEY) ?? '');
  return person(personId, name, guest);
}

/** Takes a chosen name into use and remembers it; an empty one makes a guest again. */
export function renamePerson(
  storage: SafeStorage,
  before: Person,
  name: string,
  guest: (number: number) => string,
): Person {
  const cleaned = cleanName(name);
  if (cleaned === '') storage.remove(NAME_KEY);
  else storage.write(NAME_KEY, cleaned);
  return person(before.personId, cleaned, guest);
}

/** One line, without what cannot be seen, no longer than a badge. */
export function cleanName(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return [...line].slice(0, NAME_MAX).join('').trim();
}

/** First letters of the first and the last word: «Kari Nordmann» is KN, «Økonomi» is Ø. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function person(personId: string, name: string, guest: (number: number) => string): Person {
  const shown = name === '' ? guest(guestNumber(personId)) : name;
  return {
    personId,
    name: shown,
    initials: initialsOf(shown),
    color: colorOf(personId),
    hasChosenName: name !== '',
  };
}

/** Two digits that stay the same for a person. */
function guestNumber(personId: string): number {
  let sum = 7;
  for (const char of personId) sum = (sum * 33 + (char.codePointAt(0) ?? 0)) >>> 0;
  return 10 + (sum % 90);
}
