import { describe, expect, test } from 'vitest';
import { chooseSetting, LEFT_SHARES, SCALE_STEPS } from './pageScale.ts';

/** A page with so much in each column that it needs this share of the height at full size. */
const holding = (left: number, right: number) => (scale: number, leftShare: number) =>
  (left * scale * scale) / (leftShare * 2) <= 1 &&
  (right * scale * scale) / ((1 - leftShare) * 2) <= 1;

describe('how the page is set', () => {
  test('with little on it, as large as can be and in the columns of the template', () => {
    expect(chooseSetting(holding(0.2, 0.2))).toEqual({
      scale: 1,
      leftShare: LEFT_SHARES[0],
      isFull: false,
    });
  });

  test('other columns come before smaller words', () => {
    const { scale, leftShare } = chooseSetting(holding(0.95, 0.9));
    expect(scale).toBe(1);
    expect(leftShare).toBe(1 / 2);
  });

  test('words are set in the largest step that fits', () => {
    for (const amount of [1.1, 1.3, 1.6, 2]) {
      const fits = holding(amount * 0.8, amount);
      const { scale } = chooseSetting(fits);
      const larger = SCALE_STEPS.filter((step) => step > scale);
      expect(larger.some((step) => LEFT_SHARES.some((share) => fits(step, share)))).toBe(false);
    }
  });

  test('what the smallest step does not hold is full, and the smallest it stays', () => {
    const setting = chooseSetting(holding(9, 9));
    expect(setting).toEqual({
      scale: SCALE_STEPS.at(-1),
      leftShare: LEFT_SHARES[0],
      isFull: true,
    });
  });
});
