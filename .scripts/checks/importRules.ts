/**
 * Who may import whom. Each rule looks at one import at a time and says whether it is broken; all
 * of them together are the arrows of the architecture: `shared` under `server` and `client`, which
 * never meet.
 *
 * Tests beside their sources (`*.test.ts`) may reach further than the code they test, because
 * they set up the world around it: rules marked `sparesTests` do not bind them.
 */
import type { Edge, Target } from './source.ts';

export interface Rule {
  readonly id: string;
  /** What must hold, as a sentence to show where it does not. */
  readonly says: string;
  readonly sparesTests: boolean;
  readonly isBrokenBy: (edge: Edge) => boolean;
}

export interface Breach {
  readonly rule: Rule;
  readonly edge: Edge;
}

/** Packages without effects, which run the same in a browser and on a server. */
const PURE_PACKAGES = ['yjs', 'lib0', 'zod', 'fractional-indexing'];

/** The only places that hold live documents, and so need Yjs when the program runs. */
const LIVE_DOCUMENT_FOLDERS = [
  'shared/document/',
  'shared/sheet/',
  'client/connection/',
  'client/sheet/',
  'client/sections/text/',
  'client/sections/prose/',
  'client/presence/',
  'client/canvas/binding/',
  'server/rooms/',
  'server/sqlite/',
  'server/journal/merge',
  'server/journal/sqlite/documents',
  'tests/',
];

/** The programs that put the parts together. */
const COMPOSITION_ROOTS = ['server/main.ts', 'server/rebuildReadModel.ts'];

const ADAPTER = /^server\/(?:.*\/)?(sqlite|postgres|redis|inprocess|files)\//;

export const RULES: readonly Rule[] = [
  {
    id: 'shared-imports-nothing-above',
    says: 'shared imports only shared',
    sparesTests: false,
    isBrokenBy: ({ from, target }) =>
      within(from, 'shared/') && target.kind === 'file' && /^(client|server)\//.test(target.path),
  },
  {
    id: 'shared-is-pure',
    says: `shared uses no Node module, and of packages only ${PURE_PACKAGES.join(', ')}`,
    sparesTests: true,
    isBrokenBy: ({ from, target }) =>
      within(from, 'shared/') &&
      (target.kind === 'builtin' ||
        (target.kind === 'package' && !PURE_PACKAGES.includes(target.name))),
  },
  {
    id: 'client-and-server-never-meet',
    says: 'client and server meet only in shared',
    sparesTests: false,
    isBrokenBy: ({ from, target }) =>
      (within(from, 'client/') && into(target, 'server/')) ||
      (within(from, 'server/') && into(target, 'client/')),
  },
  {
    id: 'client-runs-in-browsers',
    says: 'client uses no Node module',
    sparesTests: true,
    isBrokenBy: ({ from, target }) => within(from, 'client/') && target.kind === 'builtin',
  },
  {
    id: 'canvas-and-form-never-meet',
    says: 'client/canvas and client/form meet only in client/sheet and client/sections',
    sparesTests: false,
    isBrokenBy: ({ from, target }) =>
      (within(from, 'client/canvas/') && into(target, 'client/form/')) ||
      (within(from, 'client/form/') && into(target, 'client/canvas/')),
  },
  {
    id: 'tldraw-stays-in-canvas',
    says: 'only client/canvas imports tldraw',
    sparesTests: false,
    isBrokenBy: ({ from, target }) => isTldraw(target) && !within(from, 'client/canvas/'),
  },
  {
    id: 'binding-joins-yjs-and-tldraw',
    says: 'within client/canvas only binding/ imports yjs',
    sparesTests: true,
    isBrokenBy: ({ from, target }) =>
      isPackage(target, 'yjs') &&
      within(from, 'client/canvas/') &&
      !within(from, 'client/canvas/binding/'),
  },
  {
    id: 'live-documents-have-their-places',
    says: `only ${LIVE_DOCUMENT_FOLDERS.join(', ')} import yjs other than as a type`,
    sparesTests: true,
    isBrokenBy: ({ from, target, isTypeOnly }) =>
      isPackage(target, 'yjs') &&
      !isTypeOnly &&
      !LIVE_DOCUMENT_FOLDERS.some((folder) => within(from, folder)),
  },
  {
    id: 'read-model-and-exports-see-snapshots',
    says: 'server/readmodel and server/exports import no yjs, not even its types',
    sparesTests: true,
    isBrokenBy: ({ from, target }) =>
      isPackage(target, 'yjs') &&
      (within(from, 'server/readmodel/') || within(from, 'server/exports/')),
  },
  {
    id: 'only-main-names-adapters',
    says: `only ${COMPOSITION_ROOTS.join(' and ')} import adapters (beside adapters of the same kind)`,
    sparesTests: true,
    isBrokenBy: ({ from, target }) => {
      const kind = target.kind === 'file' ? ADAPTER.exec(target.path)?.[1] : undefined;
      if (kind === undefined || within(from, 'tests/') || COMPOSITION_ROOTS.includes(from)) {
        return false;
      }
      return ADAPTER.exec(from)?.[1] !== kind;
    },
  },
  {
    id: 'product-knows-no-tests',
    says: 'nothing that runs in production imports tests or scripts',
    sparesTests: true,
    isBrokenBy: ({ from, target }) =>
      /^(shared|server|client)\//.test(from) &&
      target.kind === 'file' &&
      (/^(tests|\.scripts)\//.test(target.path) || isTest(target.path)),
  },
];

/** All breaches among the imports, in their order. */
export function breachesOf(edges: readonly Edge[], rules: readonly Rule[] = RULES): Breach[] {
  return edges.flatMap((edge) =>
    rules
      .filter((rule) => !(rule.sparesTests && isTest(edge.from)) && rule.isBrokenBy(edge))
      .map((rule) => ({ rule, edge })),
  );
}

function within(path: string, folder: string): boolean {
  return path.startsWith(folder);
}

function into(target: Target, folder: string): boolean {
  return target.kind === 'file' && within(target.path, folder);
}

function isPackage(target: Target, name: string): boolean {
  return target.kind === 'package' && target.name === name;
}

function isTldraw(target: Target): boolean {
  return target.kind === 'package' && /^(@tldraw\/.*|tldraw)$/.test(target.name);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
