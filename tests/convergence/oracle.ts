/**
 * Compares what a document reads as with what the model says may stand. Answers what is wrong, one
 * line each: an effect that is lost, something that came from nowhere, a token doubled or cut.
 */
import { isSameJson } from '../../shared/document/schema/json.ts';
import type { Flat } from './flat.ts';
import { ABSENT, Instance, type Words } from './model.ts';
import type { Tokens } from './tokens.ts';

export function compare(flat: Flat, model: Instance, tokens: Tokens, path = ''): string[] {
  const faults: string[] = [];
  const keys = new Set([...flat.registers.keys(), ...flat.inner.keys(), ...model.slots.keys()]);
  for (const key of keys) {
    const seen = flat.inner.get(key) ?? flat.registers.get(key) ?? ABSENT;
    faults.push(...compareSlot(seen, model.slot(key).candidates, tokens, `${path}${key}`));
  }
  for (const key of new Set([...flat.cells.keys(), ...model.cells.keys()])) {
    const words = flat.cells.get(key) ?? '';
    faults.push(...compareWords(words, model.cell(key), tokens, `${path}${key}`));
  }
  return faults;
}

function compareSlot(
  seen: unknown,
  candidates: readonly unknown[],
  tokens: Tokens,
  path: string,
): string[] {
  const attempts = candidates.map((candidate) => compareValue(seen, candidate, tokens, path));
  if (attempts.some((faults) => faults.length === 0)) return [];
  // With one thing that it should be, what is wrong inside says more than that it differs.
  const [only] = attempts;
  if (attempts.length === 1 && only !== undefined) return only;
  return [`${path} is ${show(seen)}, and may be ${candidates.map(show).join(' or ')}`];
}

function compareValue(seen: unknown, candidate: unknown, tokens: Tokens, path: string): string[] {
  if (candidate instanceof Instance && isFlat(seen)) {
    return compare(seen, candidate, tokens, `${path}/`);
  }
  if (seen === candidate || isSameJson(seen, candidate)) return [];
  return [`${path} is ${show(seen)}, and must be ${show(candidate)}`];
}

function compareWords(text: string, words: Words, tokens: Tokens, path: string): string[] {
  try {
    return compareTokens(tokens.read(text), words.left, path);
  } catch (error) {
    return [`${path}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What is wrong when these tokens are seen where those must be, each once. */
export function compareTokens(
  seen: readonly string[],
  expected: ReadonlySet<string>,
  path: string,
): string[] {
  const present = new Set(seen);
  return [
    ...[...expected]
      .filter((token) => !present.has(token))
      .map((token) => `${path} has lost ${token}`),
    ...[...present]
      .filter((token) => !expected.has(token))
      .map((token) => `${path} has ${token}, which was taken out`),
    ...seen
      .filter((token, index) => seen.indexOf(token) !== index)
      .map((token) => `${path} has ${token} twice`),
  ];
}

function isFlat(value: unknown): value is Flat {
  return typeof value === 'object' && value !== null && 'registers' in value && 'cells' in value;
}

function show(value: unknown): string {
  if (value === ABSENT) return 'absent';
  if (value instanceof Instance || isFlat(value)) return 'there';
  return JSON.stringify(value);
}
