import { describe, expect, test } from 'vitest';
import { aSheet, at, seeded } from '../../../tests/world/sheets.ts';
import { shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { aGeo, freshRecords, shapeId, TestBoard } from './testBoard.ts';

describe('x', () => {
  test('smoke', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: 'hei', xy: [10, 10] }] });
    const board = new TestBoard({ doc, random: seeded(1).bytes });
    const lapp = shapeIdOfLapp(at(ids.lapper));
    expect(board.has(lapp)).toBe(true);
    board.put(aGeo('a', { x: 5 }));
    board.frame();
    board.gesture(() => {
      board.change(lapp, { x: 100, y: 20 });
      board.change(shapeId('a'), { x: 7 });
    });
    expect(board.records()).toEqual(freshRecords(doc));
    board.undo.undo();
    board.frame();
    expect(board.records()).toEqual(freshRecords(doc));
    expect(board.shape(lapp).x).toBe(10);
  });
});
