import { expect, it } from 'vitest';
import { unitSize } from './words.ts';

it.each([
  ['kr', 'kroner', 1],
  ['Kroner', 'kroner', 1],
  ['mill. kr', 'kroner', 1e6],
  ['mill.kr', 'kroner', 1e6],
  ['millioner kroner', 'kroner', 1e6],
  ['MNOK', 'kroner', 1e6],
  ['1000 kr', 'kroner', 1e3],
  ['tusen kr', 'kroner', 1e3],
  ['mrd. kr', 'kroner', 1e9],
  ['%', 'kroner', undefined],
  ['', 'kroner', undefined],
  ['timer', 'kroner', undefined],
  ['timer', 'timer', 1],
  ['årsverk', 'timer', undefined],
] as const)('one «%s» of a måltall in %s is %s of them', (unit, basis, size) => {
  expect(unitSize(unit, basis)).toBe(size);
});
