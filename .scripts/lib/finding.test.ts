import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { candidates, findChromium } from './chromium.mjs';
import { withoutLocalBins } from './install.mjs';
import { runQuietly } from './processes.mjs';
import { duration } from './say.mjs';

function folderWith(...programs: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'a3-finding-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of programs) {
    writeFileSync(join(folder, name), '#!/bin/sh\nexit 1\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

it('candidates takes the preferred name before the first folder', () => {
  const one = folderWith('google-chrome');
  const two = folderWith('google-chrome', 'chromium');
  writeFileSync(join(one, 'chromium'), 'not a program');
  expect(candidates([one, two].join(delimiter), ['chromium', 'google-chrome'])).toEqual([
    join(two, 'chromium'),
    join(one, 'google-chrome'),
    join(two, 'google-chrome'),
  ]);
});

it('findChromium says so when CHROMIUM_PATH names something that does not start', async () => {
  const before = process.env['CHROMIUM_PATH'];
  onTestFinished(() => {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  });
  process.env['CHROMIUM_PATH'] = join(folderWith('chromium'), 'chromium');
  await expect(findChromium()).rejects.toThrow(/^CHROMIUM_PATH er «.*chromium»/);
});

it('withoutLocalBins leaves the machine’s own programs', () => {
  const path = ['/a3/node_modules/.bin', '/usr/bin', '/x/node_modules/npm/bin', '/bin'];
  expect(withoutLocalBins(path.join(delimiter))).toBe(['/usr/bin', '/bin'].join(delimiter));
});

it('runQuietly tells a missing program from one that failed', async () => {
  const folder = folderWith('stops');
  expect(await runQuietly(join(folder, 'stops'), [])).toMatchObject({ code: 1, missing: false });
  expect(await runQuietly(join(folder, 'nothing'), [])).toMatchObject({ code: 127, missing: true });
});

it('duration reads as a person says it', () => {
  expect(duration(1449)).toBe('1,4 s');
  expect(duration(125_400)).toBe('2 min 5 s');
});
