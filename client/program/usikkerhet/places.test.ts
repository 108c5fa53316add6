import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '../../../tests/world/always.ts';
import { spread } from './places.ts';

const BOX = { side: 340, size: 34 };
const aPoint = fc.record({
  x: fc.double({ min: 34, max: 306, noNaN: true }),
  y: fc.double({ min: 34, max: 306, noNaN: true }),
});

test('a mark with room around it stands at its own point', () => {
  const points = [
    { x: 100, y: 100 },
    { x: 200, y: 120 },
  ];
  expect(spread(points, BOX)).toEqual(points);
});

test('thirty marks never cover each other, and stay inside', () => {
  always(fc.array(aPoint, { maxLength: 30 }), (points) => {
    const places = spread(points, BOX);
    expect(places).toHaveLength(points.length);
    for (const [at, a] of places.entries()) {
      expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(BOX.size / 2);
      expect(Math.max(a.x, a.y)).toBeLessThanOrEqual(BOX.side - BOX.size / 2);
      for (const b of places.slice(at + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(BOX.size - 1e-9);
      }
    }
  });
});

test('thirty in one and the same point stand around it', () => {
  const places = spread(
    Array.from({ length: 30 }, () => ({ x: 170, y: 170 })),
    BOX,
  );
  const far = places.map(({ x, y }) => Math.hypot(x - 170, y - 170));
  expect(Math.max(...far)).toBeLessThan(BOX.size * 5);
});
