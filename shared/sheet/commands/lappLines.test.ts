import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../../../tests/world/always.ts';
import { LONGEST_LINE, linesOf, MOST_LINES, partsOf } from './lappLines.ts';

describe('SH-39: lines that become lapper', () => {
  test.each([
    ['trimmed, blank ones left out', '  en\r\n\n \t \nto  \rtre', ['en', 'to', 'tre']],
    ['bullets', '- en\n• to\n*  tre\n– fire\n\t◦ fem', ['en', 'to', 'tre', 'fire', 'fem']],
    ['boxes to tick', '- [ ] en\n[x] to\n☐ tre', ['en', 'to', 'tre']],
    ['numbering', '1. en\n2. to\n3) tre', ['en', 'to', 'tre']],
    ['numbering between headings', 'Mål\n1. en\n2. to', ['Mål', 'en', 'to']],
    ['letters', 'a) en\nb) to', ['en', 'to']],
    ['bullets with nothing after them', '-\n•\n- en\n☐ ', ['en']],
  ])('%s', (_what, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test.each([
    ['one number', '1. mai er fri'],
    ['numbers that count nothing', '12. trinn\n3. trinn'],
    ['numbers before the same word', '1. tertial: mål\n2. tertial: følg opp'],
    ['amounts and dashes inside', '10 000 kroner\n-5 prosent\nKari – leder'],
  ])('keeps what is said: %s', (_what, text) => {
    expect(linesOf(text)).toEqual(text.split('\n'));
  });

  test('of any text are trimmed and not blank, and lose no word', () => {
    const someText = fc
      .array(fc.constantFrom('ord', '1. ', '- ', '\n', ' ', 'æ', '🙂'))
      .map((parts) => parts.join(''));
    always(someText, (text) => {
      const lines = linesOf(text);
      expect(lines.every((line) => line !== '' && line.trim() === line)).toBe(true);
      const letters = (words: string) => words.replace(/[^\p{L}🙂]/gu, '');
      expect(letters(lines.join(''))).toBe(letters(text));
    });
  });

  test('are at most 500 of at most 2 000 whole characters', () => {
    const many = Array.from({ length: 600 }, (_, index) => `lapp ${index}`).join('\n');
    expect(linesOf(many)).toHaveLength(MOST_LINES);
    const [long] = linesOf('🙂'.repeat(3000));
    expect([...(long ?? '')]).toHaveLength(LONGEST_LINE);
    expect(long?.isWellFormed()).toBe(true);
  });

  test('are found at once in a hostile text', () => {
    expect(linesOf(`${'- '.repeat(100_000)}x\n${' '.repeat(100_000)}`)).toEqual(['x']);
  });
});

describe('SH-42: the parts of a lapp', () => {
  test.each([
    ['', { title: '', rest: '', points: '' }],
    ['Bare en linje', { title: 'Bare en linje', rest: '', points: '' }],
    [
      '\n  Gamle vaner \n\n - Bekjentskap\n- Fysisk kontakt\n\n',
      {
        title: 'Gamle vaner',
        rest: ' - Bekjentskap\n- Fysisk kontakt',
        points: 'Bekjentskap\nFysisk kontakt',
      },
    ],
  ])('of %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });
});
