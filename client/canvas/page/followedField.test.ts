import { expect, test } from 'vitest';
import { shift } from './useFollowedField.ts';

test('what is in view stays, what is out moves just so far', () => {
  expect(shift(10, 20, 0, 100)).toBe(0);
  expect(shift(-15, 5, 0, 100)).toBe(15);
  expect(shift(95, 120, 0, 100)).toBe(-20);
});

test('what is longer than the window moves only when nothing of it is seen', () => {
  expect(shift(-50, 200, 0, 100)).toBe(0);
  expect(shift(130, 400, 0, 100)).toBe(-130);
});
