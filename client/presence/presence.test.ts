import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { memoryStorage } from '../../tests/world/browser.ts';
import { seeded } from '../../tests/world/sheets.ts';
import { initialsOf, loadPerson, NAME_MAX, renamePerson } from './person.ts';
import { IDLE_AFTER_MS, Presence } from './presence.ts';

const guest = (number: number): string => `Gjest ${number}`;
const person = (name: string) => ({
  personId: `${name}-med-id`,
  name,
  initials: initialsOf(name),
  color: '#0B5CAD',
  hasChosenName: true,
});

const ended: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const end of ended.splice(0)) end();
  vi.useRealTimers();
});

/** Presences whose awareness reaches all the others, and how many messages that took. */
function together(...names: string[]) {
  const messages = { count: 0 };
  const all = names.map((name) => {
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    ended.push(() => doc.destroy());
    return { awareness, name };
  });
  for (const { awareness } of all) {
    awareness.on('update', (changes: Record<string, number[]>, origin: unknown) => {
      if (origin !== 'local') return;
      messages.count++;
      const update = encodeAwarenessUpdate(awareness, Object.values(changes).flat());
      for (const other of all) {
        if (other.awareness !== awareness) applyAwarenessUpdate(other.awareness, update, 'socket');
      }
    });
  }
  const presences = all.map(({ awareness, name }) => {
    const presence = new Presence({ awareness, person: person(name), role: 'rediger' });
    ended.push(() => presence.destroy());
    return presence;
  });
  const [one, other] = presences;
  if (one === undefined || other === undefined) throw new Error('two at least');
  return { one, other, messages, awarenesses: all.map(({ awareness }) => awareness) };
}

describe('presence', () => {
  test('tells the others who and where', () => {
    const { one, other } = together('Kari', 'Ola');
    const listener = vi.fn<() => void>();
    other.subscribe(listener);
    one.setPlace({ section: 'tiltak', entityId: 'abc', field: 'title' });
    expect(other.participants()).toMatchObject([
      { name: 'Ola', isSelf: true, place: undefined },
      { name: 'Kari', isSelf: false, place: { section: 'tiltak', field: 'title' } },
    ]);
    one.rename(person('Kari Å.'));
    expect(other.participants()[1]).toMatchObject({ name: 'Kari Å.', initials: 'KÅ' });
    one.setRole('fasilitator');
    expect(other.participants()[1]?.role).toBe('fasilitator');
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test('knows everybody from the start, also when it says nothing new', () => {
    const { other, awarenesses } = together('Kari', 'Ola');
    const [, awareness] = awarenesses;
    if (awareness === undefined) throw new Error('two');
    const again = new Presence({ awareness, person: person('Ola'), role: 'rediger' });
    ended.push(() => again.destroy());
    expect(again.participants()).toEqual(other.participants());
  });

  test('PR-5 goes idle after half a minute, and tells only the changes', () => {
    const { one, other, messages } = together('Kari', 'Ola');
    const isKariActive = () => other.participants().find(({ name }) => name === 'Kari')?.isActive;
    vi.advanceTimersByTime(IDLE_AFTER_MS - 1000);
    const before = messages.count;
    one.noteActivity();
    one.noteActivity();
    expect(messages.count).toBe(before);
    vi.advanceTimersByTime(IDLE_AFTER_MS - 1000);
    expect(isKariActive()).toBe(true);
    vi.advanceTimersByTime(2000);
    expect(isKariActive()).toBe(false);
    one.noteActivity();
    expect(isKariActive()).toBe(true);
  });

  test('PR-6 PR-7 others’ carets call nobody, and stay', () => {
    const { one, other, awarenesses } = together('Kari', 'Ola');
    awarenesses[0]?.setLocalStateField('caret', { anchor: 1, head: 1 });
    const listener = vi.fn<() => void>();
    other.subscribe(listener);
    awarenesses[0]?.setLocalStateField('caret', { anchor: 2, head: 2 });
    expect(listener).not.toHaveBeenCalled();
    one.setPlace({ section: 'onsket' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(awarenesses[0]?.getLocalState()?.['caret']).toEqual({ anchor: 2, head: 2 });
  });
});

describe('the person', () => {
  test('PR-8 is the same guest until a name is chosen, and again afterwards', () => {
    const kept = memoryStorage();
    const random = seeded(5).bytes;
    const first = loadPerson(kept, random, guest);
    expect(first).toMatchObject({
      hasChosenName: false,
      name: expect.stringMatching(/^Gjest \d\d$/),
    });
    expect(loadPerson(kept, random, guest)).toEqual(first);
    const named = renamePerson(kept, first, '  Kari   Nordmann ', guest);
    expect(named).toMatchObject({ name: 'Kari Nordmann', initials: 'KN', hasChosenName: true });
    expect(named.personId).toBe(first.personId);
    expect(loadPerson(kept, random, guest)).toEqual(named);
    expect(renamePerson(kept, named, ' ', guest)).toEqual(first);
  });

  test('PR-8 PR-1 a long name is cut as the others would cut it', () => {
    const named = renamePerson(memoryStorage(), person('x'), '🙂'.repeat(100), guest);
    expect([...named.name]).toHaveLength(NAME_MAX);
  });

  test.each([
    ['Kari Nordmann', 'KN'],
    ['økonomi', 'Ø'],
    ['Gjest 14', 'G1'],
    ['Anne-Lise Å. Berg', 'AB'],
    ['', ''],
  ])('initials of «%s» are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
