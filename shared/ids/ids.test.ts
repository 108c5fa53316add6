import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { seeded } from '../../tests/world/sheets.ts';
import { base64url, isId, mintId, parseId, type TiltakId } from './ids.ts';

describe('ids', () => {
  test('are 16 bytes of the given random in base64url', () => {
    const asked: number[] = [];
    const id = mintId<TiltakId>((count) => {
      asked.push(count);
      return Uint8Array.from({ length: count }, (_byte, index) => 251 - index);
    });
    expect(asked).toEqual([16]);
    expect(id).toBe('-_r5-Pf29fTz8vHw7-7t7A');
    expect(isId(id)).toBe(true);
  });

  test('do not repeat', () => {
    const { bytes } = seeded(1);
    const ids = Array.from({ length: 10_000 }, () => mintId(bytes));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('base64url is that of RFC 4648, without padding', () => {
    always(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    });
  });

  test.each(['AAAAAAAA', 'a-b_c-d0', 'x'.repeat(64), 'rotaarsak-gamle-vaner'])(
    '%j can be one',
    (text) => {
      expect(isId(text)).toBe(true);
      expect(parseId(text)).toBe(text);
    },
  );

  test.each([
    '',
    'kort',
    'x'.repeat(65),
    'åtte-tegn',
    'a b c d e',
    '../../etc/passwd',
    'AAAAAAAA\n',
    12_345_678,
    null,
    undefined,
    {},
  ])('%j cannot', (value) => {
    expect(isId(value)).toBe(false);
    expect(parseId(value)).toBeUndefined();
  });
});
