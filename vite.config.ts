/**
 * How the client is built and served while developing, and which test projects there are.
 *
 * The built page holds no inline script and asks no other host for anything: the server's
 * Content-Security-Policy (`default-src 'self'`) depends on both.
 */
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compileHint } from './.scripts/vite/compileHint.ts';
import { compressed } from './.scripts/vite/compressed.ts';
import { localSelectors } from './.scripts/vite/localSelectors.ts';
import { offlineFiles } from './.scripts/vite/offlineFiles.ts';
import { thirdPartyLicenses } from './.scripts/vite/thirdPartyLicenses.ts';
import { tldrawFiles } from './.scripts/vite/tldrawFiles.ts';

const REPO_ROOT = import.meta.dirname;
const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

/** The one font file that the first screen always needs (see client/styles/fonts.css). */
const PRELOADED_FONT = 'inter-latin-wght-normal.woff2';

/** The chunk that every page needs at once. */
const FIRST_LOAD = 'page';

/** The chunk that the canvas needs when it is first shown. */
const CANVAS = 'CanvasView';

/** The service worker is a program of its own, and shares no chunk with the page. */
function isOfThePage(id: string): boolean {
  return !id.includes('/client/offline/') || id.endsWith('/register.ts');
}

const licenses = thirdPartyLicenses();

/** What every test project shares. Timeouts are for a slow machine, never a measure of speed. */
function project(name: string, include: string[], testTimeout: number) {
  return {
    test: {
      name,
      root: REPO_ROOT,
      include,
      environment: 'node' as const,
      testTimeout,
      hookTimeout: Math.max(testTimeout, 30_000),
    },
  };
}

const CONNECTION = 'client/connection/**/*.test.ts';

/**
 * Small tests in files without number: they share a few processes, since to start one for each file
 * and load the same modules in it takes longer than the tests. Each leaves its process as it was.
 */
function unitProject() {
  const { test } = project('unit', ['{shared,server,client,.scripts}/**/*.test.{ts,tsx}'], 10_000);
  const leavesNothing = { restoreMocks: true, unstubGlobals: true, unstubEnvs: true };
  return { test: { ...test, ...leavesNothing, exclude: [CONNECTION], isolate: false } };
}

export default defineConfig({
  root: `${REPO_ROOT}/client`,
  plugins: [
    react(),
    tldrawFiles(),
    preloadFont(),
    compileHint(FIRST_LOAD, CANVAS),
    offlineFiles(),
    licenses.page,
    compressed(),
  ],
  css: localSelectors,
  worker: { format: 'es', plugins: () => [licenses.workers] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Fonts and pictures stay files of their own, so that they are cached by their hashed names.
    assetsInlineLimit: 0,
    // How much the first load may weigh is measured by `npm run bench`.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: [`${REPO_ROOT}/client/index.html`, `${REPO_ROOT}/client/offline/worker.ts`],
      output: {
        // A service worker keeps its name: the browser asks for it to see whether it is new.
        entryFileNames: ({ name }) => (name === 'worker' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // What every first load needs comes as one script and one style sheet.
        codeSplitting: {
          groups: [{ name: FIRST_LOAD, tags: ['$initial'], test: isOfThePage }],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The host stays the one in the address bar, so that the links which the server makes lead here.
    proxy: {
      // Our own modules under client/api are no calls.
      '^/api/(?!.*\\.tsx?(\\?|$))': { target: SERVER },
      '/healthz': { target: SERVER },
      '/readyz': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
  test: {
    root: REPO_ROOT,
    // Every core: most tests wait for sockets, disks and processes of their own.
    maxWorkers: '100%',
    projects: [
      unitProject(),
      // These bring a browser's database with them, for all that runs after them too.
      project('connection', [CONNECTION], 10_000),
      project('contracts', ['tests/contracts/**/*.test.ts'], 30_000),
      project('integration', ['tests/{integration,crash,bench}/**/*.test.ts'], 60_000),
      project('convergence', ['tests/convergence/**/*.test.ts'], 300_000),
      project('parity', ['tests/parity/**/*.test.ts'], 120_000),
    ],
  },
});

/** Adds `<link rel="preload">` for the latin font, whose hashed name only the bundle knows. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const font = Object.values(context.bundle ?? {}).find(
          (file) => file.type === 'asset' && file.names.includes(PRELOADED_FONT),
        );
        if (font === undefined) throw new Error(`The bundle has no ${PRELOADED_FONT}.`);
        return [
          {
            tag: 'link',
            injectTo: 'head',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `/${font.fileName}`,
              crossorigin: '',
            },
          },
        ];
      },
    },
  };
}
