import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputEdit } from './diff.ts';

const SEED = 20261;

function applied(before: string, { index, remove, insert }: ReturnType<typeof inputEdit>): string {
  return before.slice(0, index) + insert + before.slice(index + remove);
}

describe('inputEdit', () => {
  it('TX-2 puts a repeated letter where the caret is', () => {
    expect(inputEdit('aaa', 'aaaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
    expect(inputEdit('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
    expect(inputEdit('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' });
  });

  it('TX-2 removes the letter at the caret, by Backspace and by Delete', () => {
    expect(inputEdit('aaaa', 'aaa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
    expect(inputEdit('aaaa', 'aaa', 3)).toEqual({ index: 3, remove: 1, insert: '' });
  });

  it('TX-2 touches only what a correction changed', () => {
    expect(inputEdit('komune er', 'kommune er', 7)).toEqual({ index: 3, remove: 0, insert: 'm' });
    expect(inputEdit('hallo', 'hello', 5)).toEqual({ index: 1, remove: 1, insert: 'e' });
  });

  it('TX-2 finds a change behind the caret, such as text dragged away', () => {
    expect(inputEdit('abc def', 'abc ', 0)).toEqual({ index: 4, remove: 3, insert: '' });
  });

  it('TX-3 replaces an emoji whole, though two share their first half', () => {
    expect(inputEdit('a😀b', 'a😁b', 3)).toEqual({ index: 1, remove: 2, insert: '😁' });
    expect(inputEdit('😀', '😃', 2)).toEqual({ index: 0, remove: 2, insert: '😃' });
  });

  it('TX-3 replaces a joined emoji whole, though the parts differ in one', () => {
    expect(inputEdit('x👩‍💻y', 'x👨‍💻y', 6)).toEqual({ index: 1, remove: 5, insert: '👨‍💻' });
  });

  it('TX-3 leaves the rest of a joined emoji when a part of it is added or removed', () => {
    expect(inputEdit('👍', '👍🏽', 4)).toEqual({ index: 2, remove: 0, insert: '🏽' });
    expect(inputEdit('👍🏽', '👍', 2)).toEqual({ index: 2, remove: 2, insert: '' });
  });

  it('TX-2 TX-3 always gives the text after, and never cuts a surrogate pair', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'å', '😀', '😁', '👩‍💻', '\n'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, fc.nat({ max: 40 }), (before, after, caret) => {
        const edit = inputEdit(before, after, Math.min(caret, after.length));
        expect(applied(before, edit)).toBe(after);
        for (const part of [
          before.slice(0, edit.index),
          edit.insert,
          before.slice(edit.index + edit.remove),
        ]) {
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });
});
