import { describe, expect, it } from 'vitest';
import { NOTHING_RUN, stepOutcome, total } from './counts.mjs';

describe('stepOutcome', () => {
  it('takes a step without a report by its exit code', () => {
    expect(stepOutcome(0, undefined)).toEqual({ ...NOTHING_RUN, passed: 1 });
    expect(stepOutcome(1, undefined)).toEqual({ ...NOTHING_RUN, failed: 1 });
  });

  it('takes a bad end without a failed test as a failure', () => {
    const counted = { ...NOTHING_RUN, passed: 9 };
    expect(stepOutcome(1, counted)).toEqual({ ...counted, failed: 1 });
  });

  it('keeps the count of failed tests', () => {
    const counted = { ...NOTHING_RUN, passed: 9, failed: 4 };
    expect(stepOutcome(1, counted)).toEqual(counted);
  });
});

it('total sums the steps, and keeps what failed in their order', () => {
  const first = { test: 'a', message: '' };
  const second = { test: 'b', message: 'broken' };
  const steps = [
    { passed: 1, failed: 1, skipped: 2, failures: [first] },
    { passed: 10, failed: 3, skipped: 0, failures: [second] },
  ];
  expect(total(steps)).toEqual({ passed: 11, failed: 4, skipped: 2, failures: [first, second] });
});
