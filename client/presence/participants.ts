/**
 * Who is on the sheet, out of everybody's awareness states. What others send is checked: a state
 * that does not fit is passed over, names are cut, and two tabs of one person are one participant.
 */
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../shared/access/roles.ts';
import { PROGRAM_SECTIONS } from '../../shared/program/schema/vocabulary.ts';
import { SECTION_KEYS } from '../../shared/sheet/schema/vocabulary.ts';
import { oncePerState } from './oncePerState.ts';
import { colorOf } from './palette.ts';
import { cleanName, initialsOf } from './person.ts';

/** A section of a sheet or a programme, or its header. */
export type PlaceSection = (typeof PLACES)[number];

/** Where somebody is: in a section, on an entity, in one of its fields. */
export interface Place {
  readonly section: PlaceSection;
  readonly entityId?: string | undefined;
  readonly field?: string | undefined;
}

const PLACES = ['header', ...SECTION_KEYS, ...PROGRAM_SECTIONS] as const;
const shortText = z.string().check(z.maxLength(200));

const placeSchema = z.object({
  section: z.enum(PLACES),
  entityId: z.optional(shortText),
  field: z.optional(shortText),
});

const stateSchema = z.object({
  user: z.object({ name: z.string(), personId: shortText }),
  role: z.enum(ROLES),
  // A place that a newer version knows and this one does not is no reason to hide a person.
  place: z.catch(z.optional(z.nullable(placeSchema)), null),
  isActive: z.boolean(),
  /** When the person last did something, by their own clock; only compared with itself. */
  at: z.number(),
});

const readState = oncePerState((state) => stateSchema.safeParse(state));

/** What a client says of itself through awareness. The prose editor adds its caret beside it. */
export type PresenceState = z.infer<typeof stateSchema>;

export interface Participant {
  readonly personId: string;
  readonly name: string;
  readonly initials: string;
  readonly color: string;
  readonly role: Role;
  readonly place: Place | undefined;
  /** False after half a minute without a sign. */
  readonly isActive: boolean;
  readonly isSelf: boolean;
}

/**
 * The participants: oneself first, then by name; the same order for as long as names last. Who is
 * as in `before` is the same object, and when nobody differs the answer is `before` itself: carets
 * move all the time, and what shows participants need not follow.
 */
export function participantsOf(
  states: ReadonlyMap<number, unknown>,
  ownPersonId: string,
  before: readonly Participant[] = [],
): readonly Participant[] {
  const newest = new Map<string, PresenceState>();
  for (const state of states.values()) {
    const parsed = readState(state);
    if (!parsed.success) continue;
    const { personId } = parsed.data.user;
    const other = newest.get(personId);
    if (other === undefined || isFresher(parsed.data, other)) newest.set(personId, parsed.data);
  }
  const known = new Map(before.map((participant) => [participant.personId, participant]));
  const after = [...newest.values()]
    .map((state) => participant(state, ownPersonId))
    .map((participant) => sameOr(known.get(participant.personId), participant))
    .sort(byName);
  const isSame = after.length === before.length && after.every((each, at) => each === before[at]);
  return isSame ? before : after;
}

function sameOr(before: Participant | undefined, after: Participant): Participant {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function isFresher(a: PresenceState, b: PresenceState): boolean {
  if (a.isActive !== b.isActive) return a.isActive;
  return a.at > b.at;
}

function participant(state: PresenceState, ownPersonId: string): Participant {
  const { personId } = state.user;
  const name = cleanName(state.user.name) || '?';
  return {
    personId,
    name,
    initials: initialsOf(name),
    // Made here from the id: a colour that somebody sends could be anything.
    color: colorOf(personId),
    role: state.role,
    place: state.place ?? undefined,
    isActive: state.isActive,
    isSelf: personId === ownPersonId,
  };
}

function byName(a: Participant, b: Participant): number {
  if (a.isSelf !== b.isSelf) return a.isSelf ? -1 : 1;
  return a.name.localeCompare(b.name, 'nb') || (a.personId < b.personId ? -1 : 1);
}

/** Whether somebody at `at` is in `place`: a place without field takes in the whole entity. */
export function isIn(at: Place | undefined, place: Place): boolean {
  if (at === undefined || at.section !== place.section) return false;
  if (place.entityId !== undefined && at.entityId !== place.entityId) return false;
  return place.field === undefined || at.field === place.field;
}
