import { expect, it } from 'vitest';
import { type Lock, lockFindings } from './lock.ts';

const manifest = { dependencies: { a: '^1.0.0' }, devDependencies: { b: '2.0.0' } };

function lockOf(packages: Lock['packages']): Lock {
  return { packages: { '': manifest, ...packages } };
}

it('finds nothing in a whole lock file', () => {
  const lock = lockOf({
    'node_modules/a': { version: '1.2.0', optionalDependencies: { 'a-linux': '1.2.0' } },
    'node_modules/a-linux': { version: '1.2.0' },
    'node_modules/b/node_modules/@c/d': {
      optionalDependencies: { own: '1', outer: '1', top: '1' },
    },
    'node_modules/b/node_modules/@c/d/node_modules/own': {},
    'node_modules/b/node_modules/outer': {},
    'node_modules/top': {},
  });
  expect(lockFindings(lock, manifest)).toEqual([]);
});

it('finds a binary of another platform that was left out', () => {
  const lock = lockOf({ 'node_modules/a': { optionalDependencies: { 'a-win32': '1.2.0' } } });
  expect(lockFindings(lock, manifest)).toEqual([
    'node_modules/a wants a-win32, which the lock file lacks: take another version of it',
  ]);
});

it('does not take a copy inside another package for one that can be found', () => {
  const lock = lockOf({
    'node_modules/a': { optionalDependencies: { 'a-win32': '1.2.0' } },
    'node_modules/b/node_modules/a-win32': {},
  });
  expect(lockFindings(lock, manifest)).toHaveLength(1);
});

it('finds a lock file that is behind package.json', () => {
  expect(lockFindings(lockOf({}), { ...manifest, devDependencies: { b: '2.1.0' } })).toEqual([
    'package-lock.json has other devDependencies than package.json: run npm install',
  ]);
});

it('finds a named registry', () => {
  const lock = lockOf({ 'node_modules/a': { resolved: 'https://registry.example.org/a.tgz' } });
  expect(lockFindings(lock, manifest)).toHaveLength(1);
});
