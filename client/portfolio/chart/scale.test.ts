import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { always } from '../../../tests/world/always.ts';
import { scaleOf } from './scale.ts';

describe('the axis of a chart', () => {
  it.each([
    [[], [0, 1]],
    [
      [0, 0],
      [0, 1],
    ],
    [[7], [0, 2, 4, 6, 8]],
    [
      [1_250_000, 900_000],
      [0, 500_000, 1_000_000, 1_500_000],
    ],
    [
      [-300, 900],
      [-500, 0, 500, 1000],
    ],
    [[-40], [-40, -30, -20, -10, 0]],
  ])('of %j has the round numbers %j', (amounts, ticks) => {
    expect(scaleOf(amounts).ticks).toEqual(ticks);
  });

  test('holds zero and every amount, in few steps', () => {
    const amounts = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }));
    always(amounts, (given) => {
      const { ticks, at } = scaleOf(given);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.some((tick) => tick === 0)).toBe(true);
      for (const amount of [0, ...given]) {
        expect(at(amount)).toBeGreaterThanOrEqual(-1e-9);
        expect(at(amount)).toBeLessThanOrEqual(1 + 1e-9);
      }
    });
  });
});
