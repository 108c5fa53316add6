import { expect, test } from 'vitest';
import { preferredLanguage } from './i18n.ts';

test.each([
  [['nb-NO', 'en'], 'nb'],
  [['no'], 'nb'],
  [['nn-NO', 'nb'], 'nn'],
  [['sv-SE', 'en-GB', 'nb'], 'en'],
  [['de', 'fr'], 'nb'],
  [[], 'nb'],
] as const)('%s chooses %s', (wanted, language) => {
  expect(preferredLanguage(wanted)).toBe(language);
});
