import fc from 'fast-check';
import { T } from 'tldraw';
import { describe, expect, test } from 'vitest';
import { byOrder } from '../../../shared/document/order.ts';
import { seeded } from '../../../tests/world/sheets.ts';
import { isIndexKey, mintedIndices, repairedIndices } from './indices.ts';

const index = fc.oneof(
  fc.constantFrom('a0', 'a1', 'a1', 'a1V', 'a2', 'Zz', 'b00'),
  fc.constantFrom('', 'a10', 'z', '?', 'A', 'a-', '__proto__', 'a1V0', 'a'.repeat(400)),
);
const siblings = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), index), {
    selector: ([id]) => id,
    maxLength: 12,
  })
  .map((all) => all.map(([id, order]) => ({ id, order })));

describe('the order of siblings', () => {
  test('CB-14: repaired indices are keys, all different, in the order of index and id', () => {
    fc.assert(
      fc.property(siblings, (all) => {
        const repaired = repairedIndices(all);
        const inOrder = [...all].sort(byOrder).map(({ id }) => repaired.get(id) ?? '');
        expect(inOrder.every((key) => isIndexKey(key) && T.indexKey.isValid(key))).toBe(true);
        expect(inOrder).toEqual([...new Set(inOrder)].sort());
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('CB-14: the same siblings in any order are repaired alike', () => {
    fc.assert(
      fc.property(siblings, (all) => {
        expect(new Map([...repairedIndices(all)].sort())).toEqual(
          new Map([...repairedIndices([...all].reverse())].sort()),
        );
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('CB-14: what is in order already is left as it is', () => {
    const all = ['a1', 'a1V', 'a2'].map((order) => ({ id: `shape:${order}`, order }));
    expect([...repairedIndices(all).values()]).toEqual(['a1', 'a1V', 'a2']);
  });

  test('CB-7: keys are minted between the neighbours that stayed', () => {
    const all = [
      { id: 'a', order: 'a1' },
      { id: 'm1', order: 'a1V' },
      { id: 'm2', order: 'a1W' },
      { id: 'b', order: 'a2' },
      { id: 'm3', order: 'a3' },
    ];
    const { bytes } = seeded(1);
    const minted = mintedIndices(all, (id) => id.startsWith('m'), bytes);
    const [m1 = '', m2 = '', m3 = ''] = ['m1', 'm2', 'm3'].map((id) => minted.get(id));
    const keys = ['a1', m1, m2, 'a2', m3];
    expect(keys).toEqual([...keys].sort());
    expect(keys.every(isIndexKey)).toBe(true);
  });

  test('CB-7: 4 000 people who draw at one moment mint 4 000 keys', () => {
    const { bytes } = seeded(2);
    const all = [
      { id: 'a', order: 'a1' },
      { id: 'mine', order: 'a2' },
    ];
    const minted = Array.from({ length: 4000 }, () =>
      mintedIndices(all, (id) => id === 'mine', bytes).get('mine'),
    );
    expect(new Set(minted).size).toBe(4000);
  });

  test('CB-7: where neighbours leave no room nothing is minted', () => {
    const all = [
      { id: 'a', order: 'a1' },
      { id: 'm', order: 'a1' },
      { id: 'z', order: 'a1' },
    ];
    expect(mintedIndices(all, (id) => id === 'm', seeded(1).bytes).size).toBe(0);
  });
});
