import { describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode, errorBody, errorEntry, Refusal } from './catalogue.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('the error catalogue', () => {
  test.each(CODES)(
    '%s has an HTTP status of an error and a message that ends as a sentence',
    (code) => {
      const { status, message } = errorEntry(code);
      expect(status >= 400 && status <= 599 && Number.isInteger(status)).toBe(true);
      expect(message).toMatch(/^[A-ZÆØÅ].*\.$/);
    },
  );

  test.each(CODES)(
    '%s forbids reconnecting by its close code exactly when it is not retryable',
    (code) => {
      const { closeCode, retryable } = errorEntry(code);
      if (closeCode === undefined) return;
      expect(closeCode >= 4400 && closeCode <= 4499).toBe(!retryable);
      expect(
        closeCode === 1012 || closeCode === 1013 || (closeCode >= 4400 && closeCode <= 4599),
      ).toBe(true);
    },
  );

  test('a refusal tells its code, its message and what was wrong with this input', () => {
    const cause = new Error('SQLITE_FULL');
    const refusal = new Refusal('body.invalid', 'Tittelen mangler.', { cause });
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({
      name: 'Refusal',
      code: 'body.invalid',
      detail: 'Tittelen mangler.',
      cause,
    });
    expect(errorBody(refusal)).toEqual({
      error: {
        code: 'body.invalid',
        message: `${ERRORS['body.invalid'].message} Tittelen mangler.`,
      },
    });
    expect(errorBody(new Refusal('sheet.unknown')).error.message).toBe(
      ERRORS['sheet.unknown'].message,
    );
  });

  test('a refusal’s body holds nothing of its cause', () => {
    const body = JSON.stringify(
      errorBody(new Refusal('internal', undefined, { cause: new Error('nøkkel') })),
    );
    expect(body).not.toContain('nøkkel');
    expect(Object.keys(JSON.parse(body) as object)).toEqual(['error']);
  });
});
