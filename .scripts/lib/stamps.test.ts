import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isClientInput } from './client.mjs';
import { contentHash, hasStamp, installHash, isInstalled, writeStamp } from './stamps.mjs';

describe('installHash', () => {
  const manifest = { scripts: { a: 'b' }, dependencies: { yjs: '13.6.33' } };
  const hashOf = (changes: object, lock = 'lock', platform = 'linux-x64'): string =>
    installHash(JSON.stringify({ ...manifest, ...changes }), lock, platform);

  it('stays when only scripts or other parts of package.json change', () => {
    expect(hashOf({ scripts: {}, description: 'x' })).toBe(hashOf({}));
  });

  it('changes with dependencies, the lock file and the kind of machine', () => {
    const hashes = [
      hashOf({}),
      hashOf({ dependencies: { yjs: '13.6.34' } }),
      hashOf({ devDependencies: { vite: '8' } }),
      hashOf({ overrides: { lib0: '1' } }),
      hashOf({}, 'other lock'),
      hashOf({}, 'lock', 'darwin-arm64'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('isInstalled', () => {
  const pack = (version: string, more: object = {}): object => ({
    version,
    integrity: `sha512-${version}`,
    ...more,
  });
  const lock = (packages: object): string => JSON.stringify({ packages });
  const wanted = lock({
    '': { name: 'a3' },
    'node_modules/a': pack('1.0.0'),
    'node_modules/b-darwin': pack('2.0.0', { optional: true }),
  });

  it('holds when all is there, or is for another kind of machine', () => {
    expect(isInstalled(wanted, lock({ 'node_modules/a': pack('1.0.0') }))).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a package is another version', { 'node_modules/a': pack('1.0.1') }],
    [
      'a package of the same version has other contents',
      { 'node_modules/a': pack('1.0.0', { integrity: 'sha512-x' }) },
    ],
    [
      'a package too many is there',
      { 'node_modules/a': pack('1.0.0'), 'node_modules/c': pack('3.0.0') },
    ],
  ])('does not hold when %s', (_case, packages) => {
    expect(isInstalled(wanted, lock(packages))).toBe(false);
  });
});

describe('contentHash', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'a3-stamps-'));
    write('client/main.tsx', 'one');
    write('shared/ids.ts', 'two');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(path: string, content: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const hash = (): string =>
    contentHash(root, ['client', 'shared', 'vite.config.ts'], isClientInput);

  it('stays when files are only touched', () => {
    const before = hash();
    utimesSync(join(root, 'client/main.tsx'), 0, 0);
    expect(hash()).toBe(before);
  });

  it('changes when a file is changed, added, renamed or removed', () => {
    const hashes = [hash()];
    write('client/main.tsx', 'other');
    hashes.push(hash());
    write('vite.config.ts', '');
    hashes.push(hash());
    rmSync(join(root, 'shared/ids.ts'));
    hashes.push(hash());
    write('shared/keys.ts', 'two');
    hashes.push(hash());
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not see tests, prose and what was built', () => {
    const before = hash();
    write('client/main.test.tsx', 'x');
    write('client/SPEC.md', 'x');
    write('client/dist/assets/main.js', 'x');
    expect(hash()).toBe(before);
  });

  it('is stamped and read back', () => {
    const stamp = join(root, '.stamp');
    expect(hasStamp(stamp, hash())).toBe(false);
    writeStamp(stamp, hash());
    expect(hasStamp(stamp, hash())).toBe(true);
    write('client/main.tsx', 'other');
    expect(hasStamp(stamp, hash())).toBe(false);
  });
});
