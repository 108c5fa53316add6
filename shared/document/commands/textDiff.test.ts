import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../../../tests/world/always.ts';
import { textDiff } from './textDiff.ts';

/**
 * Few characters, so that texts have much in common; some share the first half of their surrogate
 * pairs, some the second.
 */
const words = fc.string({
  unit: fc.constantFrom('a', 'b', 'å', '\n', '😀', '😁', '👍', '\u{1fa00}'),
  maxLength: 8,
});

function apply(before: string, { index, remove, insert }: ReturnType<typeof textDiff>): string {
  return before.slice(0, index) + insert + before.slice(index + remove);
}

function splitsPair(text: string, index: number): boolean {
  return (
    /^[\ud800-\udbff]$/.test(text.charAt(index - 1)) && /^[\udc00-\udfff]$/.test(text.charAt(index))
  );
}

describe('textDiff', () => {
  test('SH-7, SH-8: gives the text wanted, and never splits a pair', () => {
    always(
      fc.tuple(words, words),
      ([before, after]) => {
        const edit = textDiff(before, after);
        expect(apply(before, edit)).toBe(after);
        expect(splitsPair(before, edit.index)).toBe(false);
        expect(splitsPair(before, edit.index + edit.remove)).toBe(false);
        expect(edit.insert.isWellFormed()).toBe(true);
      },
      5000,
    );
  });

  test('SH-7: leaves alone what both ends have in common', () => {
    always(
      fc.tuple(words, words, words, words),
      ([head, removed, inserted, tail]) => {
        const edit = textDiff(head + removed + tail, head + inserted + tail);
        expect(edit.remove).toBeLessThanOrEqual(removed.length);
        expect(edit.insert.length).toBeLessThanOrEqual(inserted.length);
      },
      5000,
    );
  });

  test.each([
    ['', 'ny', { index: 0, remove: 0, insert: 'ny' }],
    ['gammel', '', { index: 0, remove: 6, insert: '' }],
    ['likt', 'likt', { index: 4, remove: 0, insert: '' }],
    ['aa', 'aaa', { index: 2, remove: 0, insert: 'a' }],
    ['x😀y', 'x😁y', { index: 1, remove: 2, insert: '😁' }],
    ['x😀y', 'x\u{1fa00}y', { index: 1, remove: 2, insert: '\u{1fa00}' }],
    ['😀', '😀😀', { index: 2, remove: 0, insert: '😀' }],
  ])('%s → %s', (before, after, edit) => {
    expect(textDiff(before, after)).toEqual(edit);
  });
});
