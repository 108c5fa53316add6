import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { seeded } from '../../tests/world/sheets.ts';
import { byOrder, freshKeys, keyBetween, keysBetween } from './order.ts';

const someBytes = fc.integer().map((seed) => seeded(seed).bytes);

function mustBetween(
  before: string | null,
  after: string | null,
  random: (count: number) => Uint8Array,
): string {
  const key = keyBetween(before, after, random);
  if (key === undefined) throw new Error(`No room between ${before} and ${after}`);
  return key;
}

describe('order keys', () => {
  test('SH-16: a key sorts strictly between its neighbours, whatever came before', () => {
    const somePlaces = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 });
    always(fc.tuple(somePlaces, someBytes), ([places, random]) => {
      const keys: string[] = [];
      for (const place of places) {
        const index = place % (keys.length + 1);
        keys.splice(index, 0, mustBetween(keys[index - 1] ?? null, keys[index] ?? null, random));
      }
      expect(keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)).toBe(true);
    });
  });

  test('SH-16: 10 000 appended rows have short keys, and so have 10 000 put first', () => {
    const { bytes } = seeded(1);
    let [last, first]: (string | null)[] = [null, null];
    let longest = 0;
    for (let row = 0; row < 10_000; row += 1) {
      last = mustBetween(last ?? null, null, bytes);
      first = mustBetween(null, first ?? null, bytes);
      longest = Math.max(longest, last.length, first.length);
    }
    expect(longest).toBeLessThanOrEqual(12);
  });

  test('SH-16: keys made together sort in order strictly between their neighbours, and are short', () => {
    const gaps = fc.constantFrom<[string | null, string | null]>(
      [null, null],
      ['a0', null],
      [null, 'a0'],
      ['a0', 'a1'],
      ['a0V', 'a0W'],
    );
    always(fc.tuple(gaps, fc.nat({ max: 500 }), someBytes), ([[before, after], count, random]) => {
      const keys = keysBetween(before, after, count, random) ?? [];
      expect(keys).toHaveLength(count);
      const line = [
        ...(before === null ? [] : [before]),
        ...keys,
        ...(after === null ? [] : [after]),
      ];
      expect(line.every((key, index) => index === 0 || (line[index - 1] ?? '') < key)).toBe(true);
      expect(keys.every((key) => key.length <= 14)).toBe(true);
    });
  });

  test('SH-16: keys that leave no room for several leave none', () => {
    const { bytes } = seeded(1);
    for (const [before, after] of [
      ['a1', 'a1'],
      ['a1', 'a0'],
      ['ikke en nøkkel', null],
      [null, '¤'],
    ] as const) {
      expect(keysBetween(before, after, 3, bytes)).toBeUndefined();
    }
  });

  test('SH-16: two people apart put 4 000 rows in one gap without a collision', () => {
    const [alice, bob] = [seeded(1).bytes, seeded(2).bytes];
    const keys = new Set<string>();
    for (let row = 0; row < 2000; row += 1) {
      keys.add(mustBetween('a0', 'a1', alice));
      keys.add(mustBetween('a0', 'a1', bob));
    }
    expect(keys.size).toBe(4000);
  });

  test('SH-16: two people apart build 4 000 rows on top of one another without a collision', () => {
    const grow = (random: (count: number) => Uint8Array): string[] => {
      const keys: string[] = [];
      for (let row = 0; row < 2000; row += 1) {
        keys.push(mustBetween('a0', keys.at(-1) ?? 'a1', random));
      }
      return keys;
    };
    const keys = [...grow(seeded(3).bytes), ...grow(seeded(4).bytes)];
    expect(new Set(keys).size).toBe(4000);
  });

  test.each([
    ['a1', 'a1'],
    ['a2', 'a1'],
    ['', null],
    [null, ''],
    ['å', null],
    ['a0', 'ø'],
    ['z'.repeat(50_000), null],
  ])('SH-15: there is no key between %s and %s', (before, after) => {
    expect(keyBetween(before, after, seeded(1).bytes)).toBeUndefined();
  });

  test('SH-15, SH-16: between texts that are no keys there is a key in between, or none', () => {
    const someText = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', 'Z', '0', '1', 'z', '¤', 'å', '🙂', ' '),
        maxLength: 6,
      }),
      fc.string(),
    );
    const someEnd = fc.option(someText, { nil: null });
    always(
      fc.tuple(someEnd, someEnd, someBytes),
      ([before, after, random]) => {
        const key = keyBetween(before, after, random);
        if (key === undefined) return;
        if (before !== null) expect(before < key).toBe(true);
        if (after !== null) expect(key < after).toBe(true);
      },
      3000,
    );
  });

  test('SH-15: fresh keys are the same for everybody, and in order', () => {
    expect(freshKeys(200)).toEqual(freshKeys(200));
    expect(freshKeys(200).toSorted()).toEqual(freshKeys(200));
    expect(new Set(freshKeys(200)).size).toBe(200);
  });

  test('SH-13: rows are read by order key, then by id', () => {
    const rows = [
      { id: 'b', order: 'a1' },
      { id: 'a', order: 'a1' },
      { id: 'd', order: 'a0' },
      { id: 'c', order: '' },
      { id: 'Z', order: 'a1' },
    ];
    expect(rows.toSorted(byOrder).map(({ id }) => id)).toEqual(['c', 'd', 'Z', 'a', 'b']);
  });
});
