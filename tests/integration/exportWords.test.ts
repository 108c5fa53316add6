/** An export calls things what the page calls them: both have their words from the template. */
import { expect, test } from 'vitest';
import { nb } from '../../client/i18n/nb.ts';
import {
  GEVINST_SLAG,
  HEADER_WORDS,
  SHEET_KIND,
  STATUS,
  sectionWords,
} from '../../server/exports/words.ts';
import { SECTION_KEYS, SHEET_KINDS } from '../../shared/sheet/schema/vocabulary.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSheet } from '../world/sheets.ts';

const texts: Readonly<Record<string, string>> = nb;

test.each(SHEET_KINDS)(
  'sections of a %s are called the same on the page and in exports',
  (kind) => {
    const { sheet } = readSnapshot(aSheet({ header: { kind } }).doc).snapshot;
    for (const key of SECTION_KEYS) {
      expect(sectionWords(sheet, key)).toEqual({
        label: texts[`section.${kind}.${key}.label`],
        question: texts[`section.${kind}.${key}.question`],
      });
    }
  },
);

test.each([
  ['sheet.kind', SHEET_KIND],
  ['tiltak.status', STATUS],
  ['gevinst.slag', GEVINST_SLAG],
])('the words of %s are the same', (prefix, words) => {
  for (const [key, word] of Object.entries(words)) expect(word).toBe(texts[`${prefix}.${key}`]);
});

test('the facts of the header are called the same', () => {
  const { title, date, edition, owner, mentor } = HEADER_WORDS;
  for (const [key, word] of Object.entries({ title, date, edition, owner, mentor })) {
    expect(word).toBe(texts[`header.${key}`]);
  }
});
