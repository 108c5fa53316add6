import { expect, test } from 'vitest';
import { chooseVisning } from './visning.ts';

const WIDE = 1280;
const PHONE = 390;

test('the form comes first, until somebody has chosen', () => {
  expect(chooseVisning(null, undefined, WIDE)).toBe('skjema');
  expect(chooseVisning(null, 'lerret', WIDE)).toBe('lerret');
  expect(chooseVisning(null, 'skjema', WIDE)).toBe('skjema');
});

test('a phone starts in the form, whatever was chosen', () => {
  expect(chooseVisning(null, 'lerret', PHONE)).toBe('skjema');
});

test('the address decides, on a phone too; what is no view in it is passed over', () => {
  expect(chooseVisning('lerret', undefined, PHONE)).toBe('lerret');
  expect(chooseVisning('skjema', 'lerret', WIDE)).toBe('skjema');
  expect(chooseVisning('tavle', 'lerret', WIDE)).toBe('lerret');
});
