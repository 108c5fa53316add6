import { expect, it } from 'vitest';
import { adviceFor } from './advice.mjs';

it.each([
  ['npm error code ENOSPC\nnpm error syscall write', 'Disken er full.'],
  ['npm error code EACCES\nnpm error path /srv/a3/node_modules', 'Mangler rett til å skrive.'],
  [
    'npm error code ENOTFOUND\nnpm error network request to https://example.org/yjs failed',
    'Når ikke nettet.',
  ],
  ['npm error code ECONNREFUSED\nnpm error connect ECONNREFUSED 127.0.0.1:1', 'Når ikke nettet.'],
  ["W: Failed to fetch … Temporary failure resolving 'deb.example.org'", 'Når ikke nettet.'],
  [
    'npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'npm stoler ikke på sertifikatet til nettverket.',
  ],
  [
    'npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.',
    'package.json og package-lock.json er ikke i takt.',
  ],
  ['FATAL ERROR: Reached heap limit JavaScript heap out of memory', 'Maskinen gikk tom for minne.'],
])('%j means «%s»', (output, what) => {
  expect(adviceFor(output)?.what).toBe(what);
});

it.each([
  'SyntaxError: Unexpected token',
  "[UNRESOLVED_IMPORT] Could not resolve '../connection/link.ts' in client/main.tsx",
])('says nothing of %j, which it does not know', (output) => {
  expect(adviceFor(output)).toBeUndefined();
});
