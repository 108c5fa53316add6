import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSum, exactSum } from './exactSum.ts';

/** A finite number as a whole count of 2^-1074, which every number is a multiple of. */
function asWhole(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const all = bits.getBigUint64(0);
  const exponent = (all >> 52n) & 0x7ffn;
  const fraction = all & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return all >> 63n === 1n ? -size : size;
}

const anAmount = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, min: -1e200, max: 1e200 }),
  fc.constantFrom(0.1, 0.2, -0.3, 1e16, -1e16, 1, 1e-16, 2 ** 53, 5e-324),
);

describe('exactSum', () => {
  it('adds tenths as people do', () => {
    expect(exactSum([0.1, 0.2, 0.3, -0.6])).toBe(2.7755575615628914e-17);
    expect(exactSum(Array(10).fill(0.1))).toBe(1);
    expect(exactSum([1e16, 1, -1e16])).toBe(1);
    expect(exactSum([])).toBe(0);
  });

  it('does not depend on the order', () => {
    const shuffled = fc
      .array(anAmount, { maxLength: 30 })
      .chain((amounts) =>
        fc.tuple(fc.constant(amounts), fc.shuffledSubarray(amounts, { minLength: amounts.length })),
      );
    void fc.assert(
      fc.property(shuffled, ([amounts, others]) => {
        expect(exactSum(others)).toBe(exactSum(amounts));
      }),
    );
  });

  it('is the same when sums of parts are added', () => {
    const parts = fc.array(fc.array(anAmount, { maxLength: 10 }), { maxLength: 6 });
    void fc.assert(
      fc.property(parts, (all) => {
        const sum = new ExactSum();
        for (const amounts of all) {
          const part = new ExactSum();
          for (const amount of amounts) part.add(amount);
          sum.addSum(part);
        }
        expect(sum.value).toBe(exactSum(all.flat()));
      }),
    );
  });

  it('is the number nearest to the true sum', () => {
    void fc.assert(
      fc.property(fc.array(anAmount, { maxLength: 30 }), (amounts) => {
        const sum = exactSum(amounts);
        const truth = amounts.reduce((all, amount) => all + asWhole(amount), 0n);
        const distance = (value: number) => {
          const off = asWhole(value) - truth;
          return off < 0n ? -off : off;
        };
        const step = Math.max(Math.abs(sum) * 2 ** -52, 5e-324);
        expect(distance(sum) <= distance(sum + step)).toBe(true);
        expect(distance(sum) <= distance(sum - step)).toBe(true);
      }),
    );
  });
});
