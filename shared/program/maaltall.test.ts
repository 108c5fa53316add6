import { expect, test } from 'vitest';
import { standingOf } from './maaltall.ts';
import type { Comparison } from './schema/vocabulary.ts';

const measured = (comparison: Comparison, target: number | null, ...values: number[]) =>
  standingOf({
    comparison,
    target: { value: target, date: null },
    series: values.map((value, index) => ({ date: `202${index}-12-31`, value, comment: '' })),
  });

test('a måltall without a target, or never measured, is neither reached nor missed', () => {
  expect(measured('minst', null, 3)).toEqual({ state: 'utenMaal' });
  expect(measured('minst', 7)).toEqual({ state: 'ikkeMaalt' });
});

test('minst is reached from below and hoyst from above, on the line too, by the newest value', () => {
  expect(measured('minst', 7, 8, 6)).toEqual({ state: 'ikkeNaadd', missing: 1 });
  expect(measured('minst', 7, 6, 7)).toEqual({ state: 'naadd' });
  expect(measured('hoyst', 150, 140, 162)).toEqual({ state: 'ikkeNaadd', missing: 12 });
  expect(measured('hoyst', 150, 150)).toEqual({ state: 'naadd' });
});
