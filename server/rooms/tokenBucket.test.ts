import { expect, test } from 'vitest';
import { TokenBucket } from './tokenBucket.ts';

test('RM-10 gives its capacity at once and then no more than its rate', () => {
  const bucket = new TokenBucket(10, 100, 0);
  const taken = (now: number) => {
    let count = 0;
    while (bucket.take(1, now)) count += 1;
    return count;
  };
  expect(taken(0)).toBe(10);
  expect(taken(0)).toBe(0);
  expect(taken(50)).toBe(5);
  expect(taken(1_000_000)).toBe(10);
});

test('RM-10 takes nothing when there is not enough', () => {
  const bucket = new TokenBucket(10, 0, 0);
  expect(bucket.take(11, 0)).toBe(false);
  expect(bucket.take(10, 0)).toBe(true);
});
