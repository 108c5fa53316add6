/** What `canvasBinding.bench.ts` shows and no clock decides. */
import { expect, test } from 'vitest';
import { OURS, WHOLE_RECORDS } from './canvasWays.ts';
import { bothKept, bytesPerMove, growthBy } from './canvasWork.ts';

/** Fewer than the bench does: each drag of another shape leaves as much as the one before. */
const DRAGS = 1000;
const PART_OF_BENCH = DRAGS / 10_000;

test('CB-3: dragging one shape or five adds little to the document', () => {
  for (const together of [1, 5]) {
    const { before, after } = growthBy(OURS, DRAGS / together, together);
    // The first time that a shape is moved costs more; the bench has them all moved many times.
    expect(after / before).toBeLessThan(1 + 0.25 * PART_OF_BENCH * 1.5);
  }
});

test('CB-4: a move and a recolour of one shape both stand, every time', () => {
  expect(bothKept(OURS)).toBe(100);
});

test('CB-4: a move sends a tenth of what the whole record is', () => {
  expect(bytesPerMove(OURS) / bytesPerMove(WHOLE_RECORDS)).toBeLessThan(0.1);
});
