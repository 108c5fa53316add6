import { expect, test } from 'vitest';
import type { SavedStatus } from './savedState.ts';
import { mayWait } from './steadyStatus.ts';

const ALL = ['lagret', 'lagrer', 'frakoblet-lagret-her', 'frakoblet-ulagret', 'avvist'] as const;

test('CN-27 only the end of a writing may wait to be shown', () => {
  const waiting = ALL.flatMap((shown) =>
    ALL.filter((status) => mayWait(shown, status)).map((status) => [shown, status]),
  );
  expect(waiting).toEqual([
    ['lagrer', 'lagret'],
    ['lagrer', 'frakoblet-lagret-her'],
  ] satisfies [SavedStatus, SavedStatus][]);
});
