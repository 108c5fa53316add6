import { expect, test } from 'vitest';
import { graphemesOf } from './face.ts';
import { breakLines, type Line } from './lines.ts';

/** Every letter is one wide in size 1; a picture is two. */
const measure = (face: string, text: string) =>
  face === 'symbols' ? 2 * graphemesOf(text).length : text.length * (face === 'bold' ? 1.5 : 1);
const textsOf = (lines: readonly Line[]) =>
  lines.map((line) => line.map(({ text }) => text).join(''));
const broken = (text: string, width: number) => textsOf(breakLines([{ text }], 1, width, measure));

test.each([
  ['', 10, ['']],
  ['en to tre', 6, ['en to', 'tre']],
  ['en to tre', 5, ['en to', 'tre']],
  ['en\n\nto', 10, ['en', '', 'to']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['en abcdefgh to', 4, ['en', 'abcd', 'efgh', 'to']],
  ['10\u00a0970 kr', 7, ['10\u00a0970', 'kr']],
  ['       en', 5, ['en']],
  [`en${' '.repeat(500)}to`, 5, ['en', 'to']],
  ['👩‍🌾👩‍🌾👩‍🌾', 4, ['👩‍🌾👩‍🌾', '👩‍🌾']],
  ['smal', 0.5, ['s', 'm', 'a', 'l']],
])('%j in a column of %d is %j', (text, width, lines) => {
  expect(broken(text, width)).toEqual(lines);
});

test('a word in two weights stays one word', () => {
  const runs = [{ text: 'en halv' }, { text: 'fet', isBold: true }];
  const lines = breakLines(runs, 1, 9, measure);
  expect(textsOf(lines)).toEqual(['en', 'halvfet']);
  expect(lines[1]?.map(({ face }) => face)).toEqual(['regular', 'bold']);
});

test('no line is wider than its column, and no letter is lost', () => {
  const text = 'ord og lange-ord, '.repeat(40) + 'æøå'.repeat(2_000);
  for (const width of [3, 17, 200]) {
    const lines = breakLines([{ text }], 2, width * 2, measure);
    for (const line of lines) {
      expect(line.reduce((sum, piece) => sum + piece.width, 0)).toBeLessThanOrEqual(width * 2);
    }
    expect(textsOf(lines).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});
