import { describe, expect, it } from 'vitest';
import { playwrightOutcome, stepOutcome, total, vitestOutcome } from './counts.mjs';

describe('vitestOutcome', () => {
  it('counts tests, and a file that could not be loaded as one that failed', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestOutcome(JSON.stringify(report))).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
});

describe('playwrightOutcome', () => {
  it('takes a flaky test and an error outside tests as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    const report = JSON.stringify({ stats, errors: [{ message: 'no server' }] });
    expect(playwrightOutcome(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });
});

describe('stepOutcome', () => {
  it('takes a step without a report by its exit code', () => {
    expect(stepOutcome(0, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(stepOutcome(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes a bad end without a failed test as a failure', () => {
    const counted = { passed: 9, failed: 0, skipped: 0 };
    expect(stepOutcome(1, counted)).toEqual({ passed: 9, failed: 1, skipped: 0 });
  });

  it('keeps the count of failed tests', () => {
    const counted = { passed: 9, failed: 4, skipped: 0 };
    expect(stepOutcome(1, counted)).toEqual(counted);
  });
});

it('total sums the steps', () => {
  const steps = [
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 10, failed: 3, skipped: 0 },
  ];
  expect(total(steps)).toEqual({ passed: 11, failed: 3, skipped: 2 });
});
