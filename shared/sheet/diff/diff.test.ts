import { expect, test } from 'vitest';
import { always } from '../../../tests/world/always.ts';
import { aSheet, at, done, paragraph, seeded } from '../../../tests/world/sheets.ts';
import { aSnapshot } from '../../../tests/world/snapshots.ts';
import { setHeaderText } from '../commands/header.ts';
import { moveTiltak, patchTiltak, removeTiltak } from '../commands/tiltak.ts';
import { readSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { diffSnapshots, isEmptyDiff } from './diff.ts';

const NOTHING = { added: [], removed: [], changed: [], moved: [] };

function threeTiltak() {
  const { doc, ids } = aSheet({ tiltak: [{ title: 'A' }, { title: 'B' }, { title: 'C' }] });
  const [b, c] = [at(ids.tiltak, 1), at(ids.tiltak, 2)];
  return { doc, b, c, before: readSnapshot(doc).snapshot };
}

test('a sheet differs in nothing from itself', () => {
  always(aSnapshot, (snapshot) => {
    expect(isEmptyDiff(diffSnapshots(snapshot, structuredClone(snapshot)))).toBe(true);
  });
});

test('what has come one way has gone the other way', () => {
  const { doc, b, before } = threeTiltak();
  done(doc, removeTiltak(b));
  const after = readSnapshot(doc).snapshot;
  const removed = before.tiltak.filter(({ id }) => id === b);
  expect(removed).toHaveLength(1);
  expect(diffSnapshots(before, after).tiltak).toEqual({ ...NOTHING, removed });
  expect(diffSnapshots(after, before).tiltak).toEqual({ ...NOTHING, added: removed });
});

test('a changed row is told field by field, with both values', () => {
  const { doc, b, before } = threeTiltak();
  done(doc, patchTiltak(b, { beslutning: 'vedtatt', frist: '2027-06-01', gevinstpotensial: 4 }));
  const { tiltak, sheet, sections } = diffSnapshots(before, readSnapshot(doc).snapshot);
  const changes = [
    { field: 'frist', fra: null, til: '2027-06-01' },
    { field: 'beslutning', fra: 'forslag', til: 'vedtatt' },
    { field: 'gevinstpotensial', fra: null, til: 4 },
  ];
  expect(tiltak).toEqual({ ...NOTHING, changed: [{ id: b, changes }] });
  expect([sheet, sections]).toEqual([[], []]);
});

test('a row that was moved is told once, and those that it passed are not', () => {
  const { doc, c, before } = threeTiltak();
  done(doc, moveTiltak(c, { after: null }));
  const diff = diffSnapshots(before, readSnapshot(doc).snapshot);
  expect(diff.tiltak).toEqual({ ...NOTHING, moved: [c] });
  expect(isEmptyDiff(diff)).toBe(false);
});

test('the fewest rows are told as moved, whatever the order was made', () => {
  const { before } = threeTiltak();
  const [row] = before.tiltak;
  if (row === undefined) throw new Error('Nothing there');
  const random = seeded(20_261_122);
  for (let round = 0; round < 200; round += 1) {
    const letters = [...'abcdefg'].slice(0, 1 + random.int(7));
    const order = random.shuffled(letters);
    const sheetOf = (ids: readonly string[]): Snapshot => ({
      ...before,
      tiltak: ids.map((id) => ({ ...row, id: id as typeof row.id })),
    });
    const { moved } = diffSnapshots(sheetOf(letters), sheetOf(order)).tiltak;
    const staying = order.filter((letter) => !moved.includes(letter as typeof row.id));
    expect(staying).toEqual([...staying].sort());
    expect(staying.length).toBe(longestRun(order));
  }
});

/** By trying every subset. */
function longestRun(order: readonly string[]): number {
  let longest = 0;
  for (let subset = 0; subset < 2 ** order.length; subset += 1) {
    const chosen = order.filter((_letter, index) => (subset >> index) & 1);
    if (chosen.join('') === [...chosen].sort().join('')) longest = Math.max(longest, chosen.length);
  }
  return longest;
}

test('words of the header and of sections are told as words', () => {
  const { doc } = aSheet({ prose: { begrunnelse: 'Før' } });
  const before = readSnapshot(doc).snapshot;
  done(doc, setHeaderText('edition', '2.0'));
  const now = readSnapshot(doc).snapshot;
  const sections = { ...now.sections, begrunnelse: [paragraph('Etter')] };
  expect(diffSnapshots(before, { ...now, sections })).toMatchObject({
    sheet: [{ field: 'edition', fra: '1.0', til: '2.0' }],
    sections: [{ section: 'begrunnelse', fra: 'Før', til: 'Etter' }],
  });
});
