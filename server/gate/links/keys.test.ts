import { expect, test } from 'vitest';
import { hashKey, isKey, matchesHash, mintKey, openSeal, sealKey } from './keys.ts';

test('keys are long, of letters that an address may hold, and never the same', () => {
  const keys = Array.from({ length: 100 }, mintKey);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(new Set(keys).size).toBe(100);
});

test('a key is known by its hash', () => {
  const key = mintKey();
  expect(matchesHash(key, hashKey(key))).toBe(true);
  expect(matchesHash(mintKey(), hashKey(key))).toBe(false);
  expect(matchesHash(key, 'kort')).toBe(false);
});

test('what could not be a key is not looked up', () => {
  expect([undefined, '', 5, 'x'.repeat(129)].map(isKey)).toEqual([false, false, false, false]);
  expect(isKey('x')).toBe(true);
});

test('a seal opens under the same key and in the same context only', () => {
  const [key, under] = [mintKey(), mintKey()];
  const sealed = sealKey(key, under, 'ark/les');
  expect(openSeal(sealed, under, 'ark/les')).toBe(key);
  expect(openSeal(sealed, mintKey(), 'ark/les')).toBeUndefined();
  expect(openSeal(sealed, under, 'ark/rediger')).toBeUndefined();
  const tampered = Uint8Array.from(sealed, (byte, i) => (i === 30 ? byte ^ 1 : byte));
  expect(openSeal(tampered, under, 'ark/les')).toBeUndefined();
  expect(openSeal(sealed.slice(0, 5), under, 'ark/les')).toBeUndefined();
  expect(Buffer.from(sealed).includes(Buffer.from(key))).toBe(false);
  expect(sealKey(key, under, 'ark/les')).not.toEqual(sealed);
});
