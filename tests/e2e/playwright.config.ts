/** Tests in a real Chromium: the one at CHROMIUM_PATH, else the system's. */
import { defineConfig } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../world/chromium.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './globalSetup.ts',
  outputDir: '../.artifacts/e2e',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000, toPass: { timeout: 10_000 } },
  reporter: 'list',
  use: {
    locale: 'nb-NO',
    // What cannot be pressed fails by its own name, before the test is out of time.
    actionTimeout: 20_000,
    // What moves is waited for, and drawn by a processor that other tests share.
    contextOptions: { reducedMotion: 'reduce' },
    // To keep the page's files costs a quarter of what opening it does; tests of that allow it.
    serviceWorkers: 'block',
    // Recording costs a third of the time; `TRACE=1` records what is to be looked into.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      // Without a locale that has them, a browser on Linux gives no file a name with æ, ø or å.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      executablePath: CHROMIUM,
      args: CHROMIUM_ARGS,
    },
  },
});
