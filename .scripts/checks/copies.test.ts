import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { doubledPackages } from './copies.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'a3-copies-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function install(...places: string[]): void {
  for (const place of places) mkdirSync(join(root, 'node_modules', place), { recursive: true });
}

it('finds nothing when each stands once', () => {
  install('yjs', 'react', '@tiptap/core', 'prosemirror-state');
  expect(doubledPackages(root)).toEqual(new Map());
});

it('finds a second copy, however deep and in a scope', () => {
  install('lib0', '@scope/a/node_modules/b/node_modules/lib0', '@tiptap/core');
  install('c/node_modules/@tiptap/core', 'c/node_modules/prosemirror-view', 'prosemirror-view');
  expect([...doubledPackages(root).keys()].sort()).toEqual([
    '@tiptap/core',
    'lib0',
    'prosemirror-view',
  ]);
});

it('lets others stand twice', () => {
  install('semver', 'a/node_modules/semver');
  expect(doubledPackages(root)).toEqual(new Map());
});
