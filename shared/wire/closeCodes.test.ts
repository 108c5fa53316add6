import { describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from '../errors/catalogue.ts';
import { closeCodeOf, errorOfCloseCode, mayReconnect } from './closeCodes.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('close codes', () => {
  test.each([1000, 1001, 1006, 1012, 1013, 4399, 4500, 4509, 4599])(
    '%i lets a client come back',
    (code) => {
      expect(mayReconnect(code)).toBe(true);
    },
  );

  test.each([4400, 4401, 4403, 4404, 4410, 4499])('%i does not', (code) => {
    expect(mayReconnect(code)).toBe(false);
  });

  test.each(CODES)('%s closes with a code that means the same on the other side', (code) => {
    const error = errorOfCloseCode(closeCodeOf(code));
    if (error === undefined) throw new Error('No error for the close code');
    expect(ERRORS[error].retryable).toBe(mayReconnect(closeCodeOf(code)));
    if ('closeCode' in ERRORS[code]) expect(ERRORS[error].retryable).toBe(ERRORS[code].retryable);
  });

  test('an error without a close code of its own closes as an internal one', () => {
    expect(closeCodeOf('format.unknown')).toBe(ERRORS.internal.closeCode);
  });

  test('a code that is nobody’s stands for no error', () => {
    expect(errorOfCloseCode(1006)).toBeUndefined();
    expect(errorOfCloseCode(4499)).toBeUndefined();
  });
});
