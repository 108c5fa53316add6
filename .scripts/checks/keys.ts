/**
 * What is wrong with the translations, found from the tables and the sources that use them. Types
 * already refuse a misspelt key and a table with a hole in it; this finds what types cannot see:
 * keys nobody shows any more, values that a translation forgot or made up, and text written
 * straight into a component.
 */
import { Visitor } from 'vite';
import { lineCounter, parseFile, stringOf } from './source.ts';

/** Language → key → text. */
export type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Attributes whose value a person reads or hears. */
const SPOKEN_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'summary',
  'title',
]);

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys of one language that stand alone, and values that differ, beside the main language's. */
export function tableFindings(tables: Tables, main: string): string[] {
  const mainTable = tables[main] ?? {};
  return Object.entries(tables).flatMap(([language, table]) => {
    if (language === main) return [];
    const missing = Object.keys(mainTable).filter((key) => !(key in table));
    const unknown = Object.keys(table).filter((key) => !(key in mainTable));
    const shared = Object.keys(table).filter((key) => key in mainTable);
    return [
      ...missing.map((key) => `${language} lacks «${key}», which ${main} has`),
      ...unknown.map((key) => `${language} has «${key}», which ${main} lacks`),
      ...shared
        .filter((key) => valuesIn(table[key]) !== valuesIn(mainTable[key]))
        .map((key) => `${language} «${key}» takes other values than ${main} does`),
      ...Object.keys(table)
        .filter((key) => table[key]?.trim() === '')
        .map((key) => `${language} «${key}» is empty`),
    ];
  });
}

/** Keys asked for with `t('…')` that no table has, and keys of the table that no source names. */
export function usageFindings(keys: readonly string[], sources: readonly Source[]): string[] {
  const known = new Set(keys.map(baseOf));
  const used = new Set<string>();
  const unknown: string[] = [];
  for (const source of sources) {
    const { literals, templates, asked } = textsOf(source);
    for (const literal of literals) used.add(literal);
    for (const key of known) {
      if (templates.some((template) => template.test(key))) used.add(key);
    }
    for (const { key, line } of asked) {
      if (!known.has(key)) unknown.push(`${source.path}:${line} asks for «${key}»: no such key`);
    }
  }
  const unused = [...known].filter((key) => !used.has(key));
  return [...unknown, ...unused.map((key) => `«${key}» is translated, but nothing shows it`)];
}

/**
 * Text that a component gives a spoken attribute as a plain string. A key is not text: a component
 * may take it and translate it.
 */
export function attributeFindings(keys: readonly string[], sources: readonly Source[]): string[] {
  const known = new Set(keys.map(baseOf));
  return sources.flatMap(({ path, text }) => {
    const found: string[] = [];
    const lineAt = lineCounter(text);
    new Visitor({
      JSXAttribute: (node) => {
        if (node.name.type !== 'JSXIdentifier' || !SPOKEN_ATTRIBUTES.has(node.name.name)) return;
        const { value } = node;
        const content =
          value?.type === 'JSXExpressionContainer' ? stringOf(value.expression) : stringOf(value);
        if (content === undefined || !/\p{L}/u.test(content) || known.has(content)) return;
        const line = lineAt(node.start);
        found.push(`${path}:${line} ${node.name.name}="${content}" is not translated`);
      },
    }).visit(parseFile(path, text).program);
    return found;
  });
}

interface Texts {
  readonly literals: ReadonlySet<string>;
  /** Patterns of template strings that begin with a fixed part, such as `errors.${code}`. */
  readonly templates: readonly RegExp[];
  /** First arguments of `t(…)`. */
  readonly asked: readonly { readonly key: string; readonly line: number }[];
}

function textsOf({ path, text }: Source): Texts {
  const literals = new Set<string>();
  const templates: RegExp[] = [];
  const asked: { key: string; line: number }[] = [];
  const lineAt = lineCounter(text);
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') literals.add(node.value);
    },
    TemplateLiteral: (node) => {
      const fixed = node.quasis.map((quasi) => quasi.value.cooked ?? '');
      if (fixed.length > 1 && /\w\./.test(fixed[0] ?? '')) {
        templates.push(new RegExp(`^${fixed.map(escaped).join('.+')}$`));
      }
    },
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 't') return;
      const [first] = node.arguments;
      const key = stringOf(first);
      if (key !== undefined) asked.push({ key, line: lineAt(node.start) });
    },
  }).visit(parseFile(path, text).program);
  return { literals, templates, asked };
}

/** `x_one` and `x_other` are asked for as `x`. */
function baseOf(key: string): string {
  return key.replace(PLURAL, '');
}

function valuesIn(text = ''): string {
  return [...new Set(text.match(/\{\{.+?\}\}/g))].sort().join();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
