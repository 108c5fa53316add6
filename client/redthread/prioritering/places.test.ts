import { expect, test } from 'vitest';
import { RATINGS } from '../../../shared/sheet/schema/vocabulary.ts';
import { cellKey, cornerOf, movedBy, placeOf, ratingsOfCell, UNPLACED } from './places.ts';

const at = (gevinstpotensial: 1 | 2 | 3 | 4 | 5, gjennomforbarhet: 1 | 2 | 3 | 4 | 5) => ({
  gevinstpotensial,
  gjennomforbarhet,
});

test('an arrow moves one step, and at the edge nowhere', () => {
  expect(movedBy('ArrowUp', at(3, 3))).toEqual(at(4, 3));
  expect(movedBy('ArrowLeft', at(3, 3))).toEqual(at(3, 2));
  expect(movedBy('ArrowUp', at(5, 1))).toEqual(at(5, 1));
  expect(movedBy('ArrowLeft', at(5, 1))).toEqual(at(5, 1));
});

test('what is not placed begins in the middle, and keeps the rating that it has', () => {
  expect(movedBy('ArrowRight', UNPLACED)).toEqual(at(3, 3));
  expect(movedBy('ArrowRight', { gevinstpotensial: 5, gjennomforbarhet: null })).toEqual(at(5, 3));
});

test('Delete takes it out; other keys are not the matrix’s', () => {
  expect(movedBy('Delete', at(2, 2))).toEqual(UNPLACED);
  expect(movedBy('Enter', at(2, 2))).toBeUndefined();
});

test('with one rating alone it has no place', () => {
  expect(placeOf({ gevinstpotensial: 5, gjennomforbarhet: null })).toBeUndefined();
});

test('every cell reads as it is written, the tray too', () => {
  for (const up of RATINGS) {
    for (const right of RATINGS)
      expect(ratingsOfCell(cellKey(at(up, right)))).toEqual(at(up, right));
  }
  expect(ratingsOfCell(cellKey(UNPLACED))).toEqual(UNPLACED);
  expect(ratingsOfCell('6-1')).toBeUndefined();
  expect(ratingsOfCell('')).toBeUndefined();
});

test('the corners are named, the middle is not', () => {
  expect([at(5, 5), at(4, 1), at(2, 4), at(1, 1), at(3, 5), at(5, 3)].map(cornerOf)).toEqual([
    ...['gjorForst', 'planlegg', 'narDetPasser', 'vent'],
    ...[undefined, undefined],
  ]);
});
