import { describe, expect, it } from 'vitest';
import { breachesOf, RULES } from './importRules.ts';
import { importsOf } from './source.ts';

/** For each rule: files that break it, and neighbours of theirs that do not. */
const CASES: Record<string, { broken: [string, string][]; kept: [string, string][] }> = {
  'shared-imports-nothing-above': {
    broken: [
      ['shared/sheet/a.ts', `import { x } from '../../server/rooms/room.ts';`],
      ['shared/a.ts', `export * from '../client/api/api.ts';`],
      ['shared/a.test.ts', `import type { X } from '../server/journal/port.ts';`],
    ],
    kept: [['shared/sheet/a.ts', `import { x } from '../ids/ids.ts';`]],
  },
  'shared-is-pure': {
    broken: [
      ['shared/a.ts', `import { readFileSync } from 'node:fs';`],
      ['shared/a.ts', `import { randomUUID } from 'crypto';`],
      ['shared/a.ts', `import { useState } from 'react';`],
    ],
    kept: [
      [
        'shared/a.ts',
        `import * as z from 'zod/mini'; import { createEncoder } from 'lib0/encoding';`,
      ],
      ['shared/a.test.ts', `import { readFileSync } from 'node:fs'; import { it } from 'vitest';`],
    ],
  },
  'client-and-server-never-meet': {
    broken: [
      ['client/api/a.ts', `import type { Room } from '../../server/rooms/room.ts';`],
      ['server/http/a.ts', `const page = await import('../../client/main.tsx');`],
    ],
    kept: [['server/http/a.ts', `import { roomOf } from '../rooms/rooms.ts';`]],
  },
  'client-runs-in-browsers': {
    broken: [['client/a.ts', `import { join } from 'node:path';`]],
    kept: [
      ['client/a.test.ts', `import { join } from 'node:path';`],
      ['server/a.ts', `import { join } from 'node:path';`],
    ],
  },
  'canvas-and-form-never-meet': {
    broken: [
      ['client/canvas/page/a.tsx', `import { Form } from '../../form/Form.tsx';`],
      ['client/form/a.tsx', `export { Page } from '../canvas/page/Page.tsx';`],
    ],
    kept: [['client/canvas/page/a.tsx', `import { T } from '../../sections/tiltak/T.tsx';`]],
  },
  'tldraw-stays-in-canvas': {
    broken: [
      ['client/sections/a.tsx', `import { Tldraw } from 'tldraw';`],
      ['client/main.tsx', `const canvas = import('@tldraw/editor');`],
    ],
    kept: [['client/canvas/page/a.tsx', `import { Tldraw } from 'tldraw';`]],
  },
  'binding-joins-yjs-and-tldraw': {
    broken: [['client/canvas/tools/a.ts', `import type { Doc } from 'yjs';`]],
    kept: [['client/canvas/binding/a.ts', `import * as Y from 'yjs'; import 'tldraw';`]],
  },
  'live-documents-have-their-places': {
    broken: [
      ['client/form/a.tsx', `import { Doc } from 'yjs';`],
      ['server/http/a.ts', `import * as Y from 'yjs';`],
      ['client/ui/a.ts', `const Y = await import('yjs');`],
      ['client/ui/a.ts', `import { type Doc, Text } from 'yjs';`],
    ],
    kept: [
      ['client/form/a.tsx', `import type { Text } from 'yjs'; import { type Doc } from 'yjs';`],
      ['client/form/a.tsx', `let text: import('yjs').Text;`],
      ['server/rooms/room.ts', `import * as Y from 'yjs';`],
      ['client/form/a.test.tsx', `import * as Y from 'yjs';`],
      ['tests/convergence/a.test.ts', `import * as Y from 'yjs';`],
    ],
  },
  'read-model-and-exports-see-snapshots': {
    broken: [
      ['server/readmodel/a.ts', `import type { Doc } from 'yjs';`],
      ['server/exports/csv.ts', `import type { Doc } from 'yjs';`],
    ],
    kept: [['server/exports/csv.ts', `import type { S } from '../../shared/sheet/snapshot/s.ts';`]],
  },
  'only-main-names-adapters': {
    broken: [
      ['server/http/a.ts', `import { openSqliteStore } from '../sqlite/store.ts';`],
      ['server/rooms/a.ts', `import { j } from '../journal/sqlite/journal.ts';`],
      ['server/relay/redis/a.ts', `import { r } from '../inprocess/relay.ts';`],
      ['server/a.ts', `new Worker(new URL('./sqlite/worker.ts', import.meta.url));`],
    ],
    kept: [
      ['server/main.ts', `import { openSqliteStore } from './sqlite/store.ts';`],
      ['server/journal/sqlite/a.ts', `import { statement } from '../../sqlite/database.ts';`],
      ['server/sqlite/store.ts', `import { j } from '../journal/sqlite/journal.ts';`],
      ['server/rooms/a.ts', `import type { Journal } from '../journal/port.ts';`],
      ['server/http/a.test.ts', `import { openSqliteStore } from '../sqlite/store.ts';`],
      ['tests/contracts/sqlite.test.ts', `import { s } from '../../server/sqlite/store.ts';`],
    ],
  },
  'product-knows-no-tests': {
    broken: [
      ['server/http/a.ts', `import { startServer } from '../../tests/world/server.ts';`],
      ['client/ui/a.ts', `import { helper } from './b.test.ts';`],
      ['shared/a.ts', `import { say } from '../.scripts/lib/say.mjs';`],
    ],
    kept: [['client/api/a.test.ts', `import { startServer } from '../../tests/world/server.ts';`]],
  },
};

const breachesIn = ([path, text]: [string, string]): string[] =>
  breachesOf(importsOf(path, text)).map(({ rule }) => rule.id);

describe('the import rules', () => {
  it('have a case each', () => {
    expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  describe.each(Object.entries(CASES))('%s', (id, { broken, kept }) => {
    it.each(broken)('is broken in %s by %s', (...file) => {
      expect(breachesIn(file)).toContain(id);
    });

    it.each(kept)('is kept in %s by %s', (...file) => {
      expect(breachesIn(file)).toEqual([]);
    });
  });

  it('name the line of the import', () => {
    const [breach] = breachesOf(importsOf('client/a.ts', `const a = 1;\n\nimport 'node:fs';\n`));
    expect(breach?.edge.line).toBe(3);
  });
});

describe('importsOf', () => {
  it('refuses a file that does not parse, naming it', () => {
    expect(() => importsOf('client/a.ts', 'const = ;')).toThrow(/^client\/a\.ts: /);
  });

  it('takes a scoped package and a subpath by the package’s name', () => {
    const edges = importsOf('client/a.ts', `import '@tiptap/pm/state'; import 'lib0/encoding';`);
    expect(edges.map(({ target }) => target)).toEqual([
      { kind: 'package', name: '@tiptap/pm' },
      { kind: 'package', name: 'lib0' },
    ]);
  });

  it('takes an import for its effects as one that is there when the program runs', () => {
    const [edge] = importsOf('client/a.ts', `import {} from './b.ts';`);
    expect(edge?.isTypeOnly).toBe(false);
  });
});
