import { describe, expect, it } from 'vitest';
import type { ProgramId, SheetId } from '../../shared/ids/ids.ts';
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSheet, at } from '../../tests/world/sheets.ts';
import { fingerprintOf, projectSheet } from './rows.ts';

const place = {
  sheetId: 'a-sheet' as SheetId,
  programId: 'a-programme' as ProgramId,
  createdAt: 1,
};
const { snapshot } = readSnapshot(
  aSheet({
    tiltak: [{ title: 'Først' }, { title: 'Så' }],
    gevinster: [{ title: 'Gevinst' }],
    maalinger: [
      {
        name: 'Antall',
        series: [
          { date: '2026-01-01', value: 1, comment: '' },
          { date: '2026-02-01', value: 2, comment: 'fler' },
        ],
      },
    ],
  }).doc,
);
const [first] = snapshot.tiltak;

describe('the fingerprint of a row', () => {
  const tiltak = first as Tiltak;

  it('is another one when something in it is', () => {
    const before = fingerprintOf('tiltak', tiltak);
    expect(fingerprintOf('tiltak', { ...tiltak, ansvar: 'Kari' })).not.toBe(before);
    expect(fingerprintOf('tiltak', { ...tiltak, frist: '2026-05-01' })).not.toBe(before);
  });

  it('does not know the place in the list, or the order of keys', () => {
    const before = fingerprintOf('tiltak', tiltak);
    expect(fingerprintOf('tiltak', { ...tiltak, order: 'zz' })).toBe(before);
    const backwards = Object.fromEntries(Object.entries(tiltak).reverse()) as Tiltak;
    expect(fingerprintOf('tiltak', backwards)).toBe(before);
  });

  it('does not know fields that hold what an absent key means', () => {
    const { gevinstpotensial: _absent, ...older } = tiltak;
    expect(fingerprintOf('tiltak', older as Tiltak)).toBe(fingerprintOf('tiltak', tiltak));
  });
});

describe('projecting a sheet', () => {
  it('gives everything its time the first time, and asks for that to be recorded', () => {
    const { rows, touched, gone } = projectSheet(place, snapshot, 0, { known: new Map(), at: 7 });
    const all = [...rows.tiltak, ...rows.gevinster, ...rows.maalinger];
    expect(all.map(({ touchedAt }) => touchedAt)).toEqual([7, 7, 7, 7]);
    expect(touched.size).toBe(4);
    expect(gone).toEqual([]);
  });

  it('gives only what has changed another time, and says what is gone', () => {
    const { touched } = projectSheet(place, snapshot, 0, { known: new Map(), at: 7 });
    const changed = {
      ...snapshot,
      tiltak: snapshot.tiltak.map((each) => (each === first ? { ...each, ansvar: 'Kari' } : each)),
      gevinster: [],
    };
    const later = projectSheet(place, changed, 0, { known: touched, at: 9 });
    expect(later.rows.tiltak.map(({ touchedAt }) => touchedAt)).toEqual([9, 7]);
    expect([...later.touched.keys()]).toEqual([`tiltak/${at(snapshot.tiltak).id}`]);
    expect(later.gone).toEqual([`gevinster/${at(snapshot.gevinster).id}`]);
  });

  it('keeps the newest measured value alone', () => {
    const { rows } = projectSheet(place, snapshot, 0, { known: new Map(), at: 7 });
    expect(at(rows.maalinger).series).toEqual([{ date: '2026-02-01', value: 2, comment: 'fler' }]);
  });
});
