import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDelta,
  compose,
  type Delta,
  editDelta,
  editsOf,
  endOfChange,
  mapPosition,
  type Op,
  plainDelta,
  transform,
} from './delta.ts';

const SEED = 20260;

/** A delta that fits a text of the given length. */
function deltaOn(length: number): fc.Arbitrary<Delta> {
  return fc
    .array(
      fc.record({
        kind: fc.constantFrom('retain', 'insert', 'delete'),
        size: fc.integer({ min: 1, max: 4 }),
        text: fc.string({ minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 8 },
    )
    .map((pieces) => {
      let left = length;
      const ops: Op[] = [];
      for (const { kind, size, text } of pieces) {
        if (kind === 'insert') ops.push({ insert: text });
        else if (left > 0) {
          const part = Math.min(size, left);
          left -= part;
          ops.push(kind === 'retain' ? { retain: part } : { delete: part });
        }
      }
      return ops;
    });
}

const textAndTwo = fc
  .string({ maxLength: 16 })
  .chain((text) => fc.tuple(fc.constant(text), deltaOn(text.length), deltaOn(text.length)));

function holds(property: fc.IProperty<unknown>): void {
  fc.assert(property, { seed: SEED, numRuns: 2000 });
}

describe('deltas', () => {
  it('compose gives in one what two deltas give in turn', () => {
    const twoInTurn = fc
      .string({ maxLength: 16 })
      .chain((text) => fc.tuple(fc.constant(text), deltaOn(text.length)))
      .chain(([text, first]) =>
        fc.tuple(fc.constant(text), fc.constant(first), deltaOn(applyDelta(text, first).length)),
      );
    holds(
      fc.property(twoInTurn, ([text, first, second]) => {
        const joined = applyDelta(text, compose(first, second));
        expect(joined).toBe(applyDelta(applyDelta(text, first), second));
      }),
    );
  });

  it('transform brings two who changed one text at once to the same text', () => {
    holds(
      fc.property(textAndTwo, ([text, a, b]) => {
        const aThenB = applyDelta(applyDelta(text, a), transform(b, a, false));
        const bThenA = applyDelta(applyDelta(text, b), transform(a, b, true));
        expect(aThenB).toBe(bThenA);
      }),
    );
  });

  it('transform keeps every inserted character of both', () => {
    holds(
      fc.property(textAndTwo, ([text, a, b]) => {
        const merged = applyDelta(applyDelta(text, a), transform(b, a, false));
        const inserted = (delta: Delta) =>
          delta.reduce((sum, op) => sum + ('insert' in op ? op.insert.length : 0), 0);
        const kept = applyDelta(text, a).length - inserted(a);
        expect(merged.length).toBeGreaterThanOrEqual(inserted(a) + inserted(b));
        expect(merged.length).toBeLessThanOrEqual(inserted(a) + inserted(b) + kept);
      }),
    );
  });

  it('edits done in turn do what their delta does', () => {
    holds(
      fc.property(textAndTwo, ([text, delta]) => {
        let result = text;
        for (const { index, remove, insert } of editsOf(delta)) {
          result = result.slice(0, index) + insert + result.slice(index + remove);
        }
        expect(result).toBe(applyDelta(text, delta));
      }),
    );
  });

  it('maps a position through inserts and removals', () => {
    const insertAt2 = editDelta({ index: 2, remove: 0, insert: 'xyz' });
    expect(mapPosition(insertAt2, 1, 'before')).toBe(1);
    expect(mapPosition(insertAt2, 2, 'before')).toBe(2);
    expect(mapPosition(insertAt2, 2, 'after')).toBe(5);
    expect(mapPosition(insertAt2, 3, 'before')).toBe(6);
    const removed = editDelta({ index: 1, remove: 3, insert: '' });
    expect([0, 1, 2, 4, 5].map((at) => mapPosition(removed, at, 'before'))).toEqual([
      0, 1, 1, 1, 2,
    ]);
  });

  it('maps every position to where the same neighbours are', () => {
    holds(
      fc.property(
        textAndTwo,
        fc.nat({ max: 16 }),
        fc.constantFrom('before' as const, 'after' as const),
        ([text, delta], at, stay) => {
          const position = Math.min(at, text.length);
          // A mark put at the position travels with the text around it.
          const marked = transform(
            editDelta({ index: position, remove: 0, insert: '\u0001' }),
            compose([], delta),
            stay === 'before',
          );
          const found = applyDelta(applyDelta(text, delta), marked).indexOf('\u0001');
          expect(mapPosition(compose([], delta), position, stay)).toBe(found);
        },
      ),
    );
  });

  it('knows where the last change ends', () => {
    expect(endOfChange(editDelta({ index: 3, remove: 2, insert: 'ab' }))).toBe(5);
    expect(endOfChange(editDelta({ index: 3, remove: 2, insert: '' }))).toBe(3);
  });

  it('reads formatting as nothing and objects as one character', () => {
    const delta = plainDelta([{ retain: 2 }, { insert: { image: 'x' } }, { insert: 'a' }]);
    expect(applyDelta('abcd', delta)).toBe('ab\ufffcacd');
  });
});
