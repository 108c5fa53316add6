import { expect, test } from 'vitest';
import { bearerOf, isOwnOrigin } from './request.ts';

test.each([
  ['Bearer abc', 'abc'],
  ['bearer   abc ', 'abc'],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer a b', undefined],
  [undefined, undefined],
])('%j carries the key %j', (header, key) => {
  expect(bearerOf(header)).toBe(key);
});

const PUBLIC = new URL('https://a3.kommunen.no');

test.each([
  [undefined, '127.0.0.1:3000', undefined, true],
  ['http://127.0.0.1:3000', '127.0.0.1:3000', undefined, true],
  ['http://localhost:5173', 'LOCALHOST:5173', undefined, true],
  ['http://127.0.0.1:3001', '127.0.0.1:3000', undefined, false],
  ['https://a3.kommunen.no', 'intern:3000', PUBLIC, true],
  ['http://a3.kommunen.no', 'intern:3000', PUBLIC, false],
  ['https://a3.kommunen.no.ond.example', 'a3.kommunen.no', PUBLIC, false],
  ['null', '127.0.0.1:3000', undefined, false],
  ['', '127.0.0.1:3000', undefined, false],
  ['http://x', undefined, undefined, false],
])('a page of %j may use a server that is called %j: %#', (origin, host, publicUrl, isOwn) => {
  expect(isOwnOrigin(origin, host, publicUrl)).toBe(isOwn);
});
