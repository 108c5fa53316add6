import { expect, test } from 'vitest';
import type { SavedStatus } from './savedState.ts';
import { mayWait } from './steadyStatus.ts';

const ALL = ['lagret', 'lagrer', 'frakoblet-lagret-her', 'frakoblet-ulagret', 'avvist'] as const;

function waiting(isFirst: boolean): readonly (readonly [SavedStatus, SavedStatus])[] {
  return ALL.flatMap((shown) =>
    ALL.filter((status) => mayWait({ status: shown, isFirst }, status)).map(
      (status) => [shown, status] as const,
    ),
  );
}

test('CN-27 only the end of a writing may wait to be shown', () => {
  expect(waiting(false)).toEqual([
    ['lagrer', 'lagret'],
    ['lagrer', 'frakoblet-lagret-her'],
  ]);
});

test('CN-27 what a page opens with waits for nothing', () => {
  expect(waiting(true)).toEqual([]);
});
