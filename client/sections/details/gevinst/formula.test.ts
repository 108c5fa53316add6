import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '../../../../tests/world/always.ts';
import { shownFactor, storedFactor } from './formula.ts';

test('a reduction is stored as a share and shown as percent, the rest as they are', () => {
  expect([storedFactor('reduksjon', 7), shownFactor('reduksjon', 0.07)]).toEqual([0.07, 7]);
  expect([storedFactor('pris', 1.25), shownFactor('pris', 1.25)]).toEqual([1.25, 1.25]);
});

test('what was written in percent is shown as it was written', () => {
  const percent = fc.integer({ min: -100_000, max: 1_000_000 }).map((number) => number / 1000);
  always(percent, (written) => {
    expect(shownFactor('reduksjon', storedFactor('reduksjon', written))).toBe(written);
  });
});
