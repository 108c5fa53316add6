/**
 * Reads source files for the checks: which files there are, and what each imports. Parsing is
 * Vite's (oxc), so what the builder understands the checks understand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import type { ESTree } from 'vite';
import { parseSync, Visitor } from 'vite';

/** One import, as the rules see it. */
export interface Edge {
  /** Importing file, relative to the root with `/`. */
  readonly from: string;
  readonly line: number;
  readonly target: Target;
  /** True when the import is erased: nothing of it is there when the program runs. */
  readonly isTypeOnly: boolean;
}

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string };

const SKIPPED = new Set(['node_modules', 'dist', '.artifacts', 'results', 'fixtures']);

/** All TypeScript and JavaScript sources under the given folders, relative to root, sorted. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(path);
      } else if (/\.(tsx?|mjs)$/.test(entry.name)) found.push(path);
    }
  };
  for (const folder of folders) walk(folder);
  return found.sort();
}

/** The syntax tree of a file. Throws with the place when it does not parse. */
export function parseFile(path: string, text: string): ReturnType<typeof parseSync> {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  return parsed;
}

/** Every import of a file: static, re-exported, dynamic, of a type, and as a worker's URL. */
export function importsOf(path: string, text: string): Edge[] {
  const edges: Edge[] = [];
  const lineAt = lineCounter(text);
  const add = (specifier: string, offset: number, isTypeOnly: boolean): void => {
    const target = resolveTarget(path, specifier);
    edges.push({ from: path, line: lineAt(offset), target, isTypeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.start, isErasedImport(node)),
    ExportAllDeclaration: (node) => add(node.source.value, node.start, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source.value, node.start, isErasedExport(node));
    },
    ImportExpression: (node) => {
      const specifier = stringOf(node.source);
      if (specifier !== undefined) add(specifier, node.start, false);
    },
    TSImportType: (node) => {
      const specifier = stringOf(node.source);
      if (specifier !== undefined) add(specifier, node.start, true);
    },
    NewExpression: (node) => {
      const specifier = moduleUrlOf(node);
      if (specifier !== undefined) add(specifier, node.start, false);
    },
  }).visit(parseFile(path, text).program);
  return edges;
}

export function readSource(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Line numbers (from 1) of offsets in a text. */
export function lineCounter(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}

/** The value of a plain string in the tree, undefined for anything else. */
export function stringOf(node: ESTree.Node | null | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function isErasedImport(node: ESTree.ImportDeclaration): boolean {
  if (node.importKind === 'type') return true;
  const names = node.specifiers;
  return (
    names.length > 0 &&
    names.every((name) => name.type === 'ImportSpecifier' && name.importKind === 'type')
  );
}

function isErasedExport(node: ESTree.ExportNamedDeclaration): boolean {
  if (node.exportKind === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((name) => name.exportKind === 'type');
}

/** `new URL('./worker.ts', import.meta.url)` brings a module in as much as an import does. */
function moduleUrlOf(node: ESTree.NewExpression): string | undefined {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return undefined;
  const [first, second] = node.arguments;
  const isModuleUrl = second?.type === 'MemberExpression' && second.object.type === 'MetaProperty';
  const specifier = isModuleUrl ? stringOf(first) : undefined;
  return specifier !== undefined && /\.(ts|tsx|mjs|js)$/.test(specifier) ? specifier : undefined;
}

function resolveTarget(from: string, specifier: string): Target {
  if (specifier.startsWith('.')) {
    // A query such as `?url` is the builder's, not part of the path.
    const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
    return { kind: 'file', path };
  }
  if (isBuiltin(specifier)) return { kind: 'builtin', name: specifier };
  const [scopeOrName = '', name = ''] = specifier.split('/');
  return {
    kind: 'package',
    name: scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName,
  };
}
