import { expect, test } from 'vitest';
import { type Area, pickArea } from './pictureArea.ts';

const PAGE: Area = { x: 0, y: 0, w: 1680, h: 1188 };

function at(item: string, x: number, y: number, w = 176, h = 112) {
  return { item, box: { x, y, w, h } };
}

test('a board without notes is the page alone', () => {
  expect(pickArea(PAGE, [])).toEqual({ area: PAGE, items: [] });
});

test('what lies on the page makes the picture no larger, right up to its edge', () => {
  const items = [at('inside', 100, 100), at('corner', 1680 - 176, 1188 - 112)];
  expect(pickArea(PAGE, items)).toEqual({ area: PAGE, items: ['inside', 'corner'] });
});

test('a note over the edge, or beside the page, is in the picture with air around it', () => {
  const { area, items } = pickArea(PAGE, [at('over', 1600, 10), at('beside', -300.5, 500)]);
  expect(items).toEqual(['over', 'beside']);
  expect(area).toEqual({ x: -325, y: -14, w: 325 + 1600 + 176 + 24, h: 1188 + 14 });
});

test('notes that stand in a row out from the page come all, whatever order they are in', () => {
  const row = [3, 1, 2, 0].map((step) => at(`n${step}`, 1728 + 200 * step, 0));
  const { area, items } = pickArea(PAGE, row);
  expect(items).toEqual(['n3', 'n1', 'n2', 'n0']);
  expect(area.x + area.w).toBe(1728 + 600 + 176 + 24);
});

test('what lies far from everything is left out', () => {
  const { area, items } = pickArea(PAGE, [at('far', 5000, 5000), at('near', 1700, 0)]);
  expect(items).toEqual(['near']);
  expect(area.x + area.w).toBe(1700 + 176 + 24);
});
