import { describe, expect, test } from 'vitest';
import { countLines, sizeWith } from './lappSize.ts';

const perLetter = (px: number) => (text: string) => text.length * px;

describe('the lines of a note', () => {
  test.each([
    ['', 1],
    ['kort', 1],
    ['to\nlinjer', 2],
    ['\n\n', 3],
    ['ord ord ord ord', 2],
    ['fylle hele linja', 2],
    ['ord '.repeat(6), 3],
  ])('%j takes %i', (text, lines) => {
    expect(countLines(text, 100, perLetter(10))).toBe(lines);
  });

  test('a word longer than a line goes on over the next ones', () => {
    expect(countLines('x'.repeat(25), 100, perLetter(10))).toBeGreaterThanOrEqual(3);
    expect(countLines('x'.repeat(25), 100, perLetter(10))).toBeLessThanOrEqual(4);
  });
});

describe('the size of a note', () => {
  const size = (length: number) => sizeWith('ord '.repeat(length / 4), perLetter(9));

  test('grows with its words, and never shrinks by more of them within a width', () => {
    let before = size(4);
    for (let length = 8; length <= 140; length += 4) {
      const after = size(length);
      expect(after.height).toBeGreaterThanOrEqual(before.height);
      before = after;
    }
  });

  test('becomes wider for many words', () => {
    expect(size(40).width).toBeLessThan(size(200).width);
    expect(size(200).width).toBeLessThan(size(800).width);
  });
});
