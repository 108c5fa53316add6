import { describe, expect, test } from 'vitest';
import { chooseSetting, type Fill, LEFT_SHARES, SCALE_STEPS } from './pageScale.ts';

/** Running words take more lines when they are larger; rows of one line are only higher. */
const WORDS = 2;
const ROWS = 1;

/** A page with so much in each column that it needs this share of the height at full size. */
const holding =
  (left: number, right: number, growth = WORDS) =>
  (scale: number, leftShare: number): Fill => ({
    left: (left * scale ** growth) / (leftShare * 2),
    right: (right * scale ** growth) / ((1 - leftShare) * 2),
  });

const fitsIn = ({ left, right }: Fill) => left <= 1 && right <= 1;

describe('how the page is set', () => {
  test('with little on it, as large as can be and in the columns of the template', () => {
    expect(chooseSetting(holding(0.2, 0.2))).toEqual({
      scale: 1,
      leftShare: LEFT_SHARES[0],
      isFull: false,
    });
  });

  test('other columns come before smaller words', () => {
    const wider = chooseSetting(holding(0.95, 0.9));
    expect(wider).toMatchObject({ scale: 1, leftShare: 1 / 2 });
    const narrower = chooseSetting(holding(0.6, 1.3));
    expect(narrower).toMatchObject({ scale: 1, leftShare: 1 / 3 });
  });

  test.each([
    ['words', WORDS],
    ['rows', ROWS],
  ])('%s are set in the largest step that fits, wherever one begins to look', (_what, growth) => {
    for (let amount = 0.2; amount < 3; amount += 0.05) {
      for (const share of [0.3, 0.5, 0.8, 1, 1.4]) {
        const fillAt = holding(amount * share, amount, growth);
        const fits = (step: number) => LEFT_SHARES.some((left) => fitsIn(fillAt(step, left)));
        const largest = SCALE_STEPS.find(fits);
        for (const likely of [1, 0.75, 0.5]) {
          const { scale, isFull } = chooseSetting(fillAt, likely);
          expect([scale, isFull]).toEqual([largest ?? SCALE_STEPS.at(-1), largest === undefined]);
        }
      }
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

  test('it takes few looks: words grow and the page stays set as it was', () => {
    const before = chooseSetting(holding(1.2, 1.9));
    let looks = 0;
    const after = chooseSetting((scale, leftShare) => {
      looks += 1;
      return holding(1.21, 1.91)(scale, leftShare);
    }, before.scale);
    expect(after).toEqual(before);
    expect(looks).toBeLessThanOrEqual(4);
  });

  test('a page that is nearly full where one begins to look is not tried with larger words', () => {
    const scales: number[] = [];
    const setting = chooseSetting((scale, leftShare) => {
      scales.push(scale);
      return holding(1.4, 2.6)(scale, leftShare);
    }, 0.67);
    expect(setting).toMatchObject({ scale: 0.67, leftShare: 1 / 3 });
    expect(scales).toEqual([0.67, 0.67]);
  });
});
