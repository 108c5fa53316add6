import { expect, test } from 'vitest';
import { isFontFor } from './unicodeRange.ts';

const LATIN = 'U+0000-00FF, U+0131, U+2000-206F';

test('a face is taken when one letter of the text is in one of its spans', () => {
  expect(isFontFor('Økt kvalitet', LATIN)).toBe(true);
  expect(isFontFor('ı', LATIN)).toBe(true);
  expect(isFontFor('Ωμέγα', LATIN)).toBe(false);
});

test('a span may be one letter, end on wildcards, and be written in any case', () => {
  expect(isFontFor('č', 'u+1??')).toBe(true);
  expect(isFontFor('č', 'U+10D')).toBe(true);
  expect(isFontFor('č', 'U+10E, U+200-2ff')).toBe(false);
});

test('a face without a range is for every text, but not for none', () => {
  expect(isFontFor('漢', '')).toBe(true);
  expect(isFontFor('', '')).toBe(false);
});

test('letters outside the first plane count as one', () => {
  expect(isFontFor('😀', 'U+1F600')).toBe(true);
  expect(isFontFor('😀', 'U+D83D')).toBe(false);
});
