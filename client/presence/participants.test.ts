import { describe, expect, test } from 'vitest';
import { PALETTE } from './palette.ts';
import { isIn, type Participant, participantsOf } from './participants.ts';

const state = (personId: string, changes: object = {}) => ({
  user: { name: personId, personId },
  role: 'rediger',
  place: { section: 'tiltak', entityId: 'abc', field: 'title' },
  isActive: true,
  at: 1,
  ...changes,
});

const listOf = (states: readonly unknown[], before?: readonly Participant[]) =>
  participantsOf(new Map(states.map((each, index) => [index, each])), 'meg', before);

const names = (states: readonly unknown[]) => listOf(states).map(({ name }) => name);

describe('PR-1 what others send', () => {
  test.each([
    null,
    {},
    7,
    state('a', { user: null }),
    state('a', { user: { name: 'uten person' } }),
    state('a', { user: { name: 7, personId: 'a' } }),
    state('a', { user: { name: 'a', personId: 'x'.repeat(201) } }),
    state('a', { role: 'konge' }),
    state('a', { isActive: 'ja' }),
  ])('is passed over when it does not fit: %j', (malformed) => {
    expect(names([malformed, state('Kari')])).toEqual(['Kari']);
  });

  test.each([{ section: 'kjeller' }, 'tiltak', { section: 'tiltak', entityId: {} }])(
    'keeps the person when only the place does not fit: %j',
    (place) => {
      expect(listOf([state('Kari', { place })])).toMatchObject([
        { name: 'Kari', place: undefined },
      ]);
    },
  );

  test('is cut to a name for a badge', () => {
    const hostile = `  Kari\u202E\u0000\n Nordmann ${'x'.repeat(5000)}`;
    const [first] = listOf([state('a', { user: { name: hostile, personId: 'a' } })]);
    expect(first?.name).toMatch(/^Kari Nordmann x+$/);
    expect([...(first?.name ?? '')]).toHaveLength(40);
    expect(names([state('a', { user: { name: '\u200B', personId: 'a' } })])).toEqual(['?']);
  });
});

test('PR-2 two tabs are one participant, where the person was last active', () => {
  const tabs = [
    state('Kari', { isActive: false, at: 9, place: { section: 'onsket' } }),
    state('Kari', { at: 2, place: { section: 'begrunnelse' } }),
    state('Kari', { at: 5, place: { section: 'maaling' } }),
  ];
  for (const order of [tabs, tabs.toReversed()]) {
    expect(listOf(order)).toMatchObject([{ name: 'Kari', place: { section: 'maaling' } }]);
  }
});

test('PR-3 oneself first, the others by Norwegian alphabet, whoever is active', () => {
  const people = ['Åse', 'Zoe', 'Ærlig', 'meg', 'Anna', 'Øystein'].map((name) => state(name));
  const sorted = ['meg', 'Anna', 'Zoe', 'Ærlig', 'Øystein', 'Åse'];
  expect(names(people)).toEqual(sorted);
  const idle = people.map((person, index) => ({ ...person, isActive: index % 2 === 0, at: index }));
  expect(names(idle.toReversed())).toEqual(sorted);
  expect(listOf(people).map(({ isSelf }) => isSelf)).toEqual([
    true,
    ...sorted.slice(1).map(() => false),
  ]);
});

describe('PR-4 colours', () => {
  test('are twelve, and white text can be read on each', () => {
    expect(new Set(PALETTE).size).toBe(12);
    for (const color of PALETTE) expect(contrastToWhite(color)).toBeGreaterThanOrEqual(4.5);
  });

  test('are not taken from what is sent', () => {
    const sent = { name: 'Kari', personId: 'Kari', color: 'url(javascript:1)' };
    expect(PALETTE).toContain(listOf([state('Kari', { user: sent })])[0]?.color);
  });
});

test('PR-6 nothing is new unless a participant is', () => {
  const people = [state('Kari'), state('Ola')];
  const before = listOf(people);
  expect(
    listOf(
      [
        { ...people[0], caret: { head: 5 } },
        { ...people[1], at: 99 },
      ],
      before,
    ),
  ).toBe(before);
  const moved = listOf([people[0], state('Ola', { place: null })], before);
  expect(moved).not.toBe(before);
  expect(moved[0]).toBe(before[0]);
  expect(listOf([people[0]], before)).toHaveLength(1);
});

test('being in a place: a place without field takes in the whole entity', () => {
  const at = { section: 'tiltak', entityId: 'abc', field: 'title' } as const;
  expect(isIn(at, { section: 'tiltak' })).toBe(true);
  expect(isIn(at, { section: 'tiltak', entityId: 'abc' })).toBe(true);
  expect(isIn(at, { section: 'tiltak', entityId: 'abc', field: 'frist' })).toBe(false);
  expect(isIn(at, { section: 'tiltak', entityId: 'xyz', field: 'title' })).toBe(false);
  expect(isIn(undefined, { section: 'tiltak' })).toBe(false);
});

/** The contrast ratio of WCAG 2.2 between a colour `#RRGGBB` and white. */
function contrastToWhite(color: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const linear = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const [red = 0, green = 0, blue = 0] = linear;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
