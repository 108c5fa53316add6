import { expect, test } from 'vitest';
import { groupNumbers } from './groups.ts';

const lapper = (...groups: string[]) => groups.map((group) => ({ group }));

test('groups are numbered as they begin; a word that stands alone is none', () => {
  const numbers = groupNumbers(lapper('b', '', 'alene', 'a', 'b', '', 'a', 'a'));
  expect([...numbers]).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(groupNumbers([]).size).toBe(0);
});
