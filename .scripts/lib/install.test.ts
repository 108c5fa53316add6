import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ensureInstalled } from './install.mjs';
import { Problem } from './say.mjs';

const LOCK = { packages: { 'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' } } };

/** A project of its own, with an npm on PATH that does what `script` says and notes each call. */
function project(script: string): { root: string; calls: () => string[] } {
  const root = mkdtempSync(join(tmpdir(), 'a3-install-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  write(root, 'package.json', JSON.stringify({ dependencies: { yjs: '13.6.33' } }));
  write(root, 'package-lock.json', JSON.stringify(LOCK));
  write(root, 'bin/npm', `#!/bin/sh\necho "$@" >> calls\n${script}\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
  vi.stubEnv('PATH', [join(root, 'bin'), '/usr/bin', '/bin'].join(delimiter));
  onTestFinished(() => void vi.unstubAllEnvs());
  const log = join(root, 'calls');
  return {
    root,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}

function write(root: string, path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

const INSTALLS = 'mkdir -p node_modules';

let said = '';
beforeEach(() => {
  said = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  onTestFinished(() => spy.mockRestore());
});

describe('ensureInstalled', () => {
  it('installs what is missing, with one line, and the second time nothing', async () => {
    const { root, calls } = project(INSTALLS);
    await ensureInstalled(root);
    expect(calls()).toEqual([expect.stringMatching(/^ci /)]);
    expect(said).toMatch(/^Installerer [^\n]+\n$/);

    await ensureInstalled(root);
    expect(calls()).toHaveLength(1);
  });

  it('installs development dependencies where NODE_ENV is production', async () => {
    const { root, calls } = project(INSTALLS);
    await ensureInstalled(root);
    expect(calls()[0]).toContain('--include=dev');
  });

  it('installs again when the lock file has changed', async () => {
    const { root, calls } = project(INSTALLS);
    await ensureInstalled(root);
    write(root, 'package-lock.json', JSON.stringify({ packages: {} }));
    await ensureInstalled(root);
    expect(calls()).toHaveLength(2);
  });

  it('does not install what somebody has just installed with npm', async () => {
    const { root, calls } = project(INSTALLS);
    write(root, 'node_modules/.package-lock.json', JSON.stringify(LOCK));
    await ensureInstalled(root);
    expect(calls()).toEqual([]);
  });

  it('says what to do when the disk is full, and tries anew the next time', async () => {
    const { root, calls } = project(
      'mkdir -p node_modules; echo "npm error code ENOSPC" >&2; exit 1',
    );
    const failure = ensureInstalled(root);
    await expect(failure).rejects.toThrow('Installasjonen stoppet. Disken er full.');
    await expect(failure).rejects.toMatchObject({ details: 'npm error code ENOSPC\n' });
    await expect(ensureInstalled(root)).rejects.toThrow(Problem);
    expect(calls()).toHaveLength(2);
  });

  it('says so when there is no npm', async () => {
    const { root } = project(INSTALLS);
    vi.stubEnv('PATH', join(root, 'nothing'));
    await expect(ensureInstalled(root)).rejects.toThrow('Finner ikke npm på maskinen.');
  });
});
