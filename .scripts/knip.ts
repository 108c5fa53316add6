/** What counts as used, for the check that finds unused files, exports and packages. */
import type { KnipConfig } from 'knip';

/** A style sheet's imports, as code that the check can follow. */
function importsOfCss(css: string): string {
  const imports = css.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|url\(['"]?([^'")]+\.woff2)/g);
  return [...imports].map(([, sheet, font]) => `import '${sheet ?? font}';`).join('\n');
}

export default {
  entry: [
    'server/{main,rebuildReadModel}.ts',
    // The commands are the whole vocabulary of sheets and programmes, whether or not a view has a button for each.
    'shared/sheet/commands/!(entities|*.test).ts',
    'shared/program/commands/!(*.test).ts',
    '.scripts/*.mjs',
    '.scripts/checks/{imports,translations,oneCopy,lockFile}.ts',
    '.scripts/lib/fixtures/{*,runs/**/*}.mjs',
    '.scripts/lib/reporters/{vitest,playwright}.mjs',
    'tests/crash/{run,lyingServer}.ts',
    'tests/bench/{*.bench,projectionServer}.ts',
    'tests/e2e/*/harness/main.tsx',
    'tests/bench/harness/main.tsx',
    'tests/e2e/{shots,support/serverEntry}.ts',
  ],
  playwright: { config: ['tests/e2e/playwright.config.ts'], entry: ['tests/e2e/**/*.spec.ts'] },
  project: ['{client,server,shared,tests,.scripts}/**/*.{ts,tsx,mjs,css}'],
  ignoreBinaries: ['mount', 'umount'],
  compilers: { css: importsOfCss },
  // A type that is exported beside the function that takes it may be named by nobody yet.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
