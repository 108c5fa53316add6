import { expect, test } from 'vitest';
import { oncePerState } from './oncePerState.ts';

test('a state is read once, and one that has taken its place is read too', () => {
  const read: unknown[] = [];
  const nameOf = oncePerState((state) => {
    read.push(state);
    return (state as { name?: string } | null)?.name;
  });
  const first = { name: 'Kari' };
  const second = { name: 'Ola' };
  expect([first, first, second, first].map(nameOf)).toEqual(['Kari', 'Kari', 'Ola', 'Kari']);
  expect(read).toEqual([first, second]);
});

test('what is no object is read each time, and nothing found counts as read', () => {
  let reads = 0;
  const read = oncePerState(() => {
    reads += 1;
    return undefined;
  });
  const empty = {};
  for (const state of [null, null, 'x', empty, empty]) expect(read(state)).toBeUndefined();
  expect(reads).toBe(4);
});
