import { expect, test } from 'vitest';
import { matchRoute } from './router.ts';

const ID = 'V1StGXR8_Z5jdHi6B-myTQ';

test.each([
  ['/', { page: 'start' }],
  ['//', { page: 'start' }],
  [`/ark/${ID}`, { page: 'ark', sheetId: ID }],
  [`/ark/${ID}/`, { page: 'ark', sheetId: ID }],
  [`/program/${ID}`, { page: 'program', programId: ID }],
  ['/program/kort', { page: 'unknown' }],
  [`/program/${ID}/portefolje`, { page: 'portefolje', programId: ID }],
  [`/program/${ID}/annet`, { page: 'unknown' }],
  ['/ark', { page: 'unknown' }],
  ['/ark/for kort', { page: 'unknown' }],
  [`/ark/${ID}/mer`, { page: 'unknown' }],
  ['/ARK/x', { page: 'unknown' }],
])('%s is the page %o', (path, route) => {
  expect(matchRoute(path)).toEqual(route);
});
