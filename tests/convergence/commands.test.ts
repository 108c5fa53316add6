import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMANDS, countedCommands, PARTS } from './commands.ts';
import { runFuzz } from './fuzz.ts';

const FOLDER = new URL('../../shared/sheet/commands/', import.meta.url);

/** What makes a command by its name: what else stands in the folder writes nothing by itself. */
const VERB =
  /^(add|all|arrange|convert|create|edit|group|import|link|make|move|patch|put|record|remove|reply|resolve|restore|set|ungroup)/;

/** Helpers whose names begin like a command's, and that commands are made of. */
const HELPERS = new Set(['putEntity', 'setRegister']);

describe('the fuzz', () => {
  test('SH-37: knows every command that there is', async () => {
    const files = readdirSync(FOLDER).filter((file) => /^(?!.*\.test).*\.ts$/.test(file));
    const exported = await Promise.all(
      files.map(async (file): Promise<string[]> => {
        const module: object = await import(new URL(file, FOLDER).href);
        return Object.keys(module);
      }),
    );
    const commands = exported.flat().filter((name) => VERB.test(name) && !HELPERS.has(name));
    const known = new Set([...Object.keys(COMMANDS), ...Object.keys(PARTS)]);
    expect([...new Set(commands)].filter((name) => !known.has(name))).toEqual([]);
  });

  test('SH-37: runs every command', () => {
    const { commands, counts } = countedCommands();
    for (let seed = 1; seed <= 150; seed += 1) runFuzz(seed, { commands });
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });

  test('the same seed is the same history', () => {
    expect(runFuzz(7)).toEqual(runFuzz(7));
    expect(runFuzz(7).log).not.toEqual(runFuzz(8).log);
  });
});
