import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../../../tests/world/always.ts';
import { at, seeded } from '../../../tests/world/sheets.ts';
import { SECTION_KEYS, type SectionKey } from '../schema/vocabulary.ts';
import { A3_PAGE, gridOf, LAPP_SIZE, type Point, placesForLapper, type Size } from './geometry.ts';

const someXy = fc.tuple(
  fc.double({ min: -3000, max: 5000, noNaN: true }),
  fc.double({ min: -1000, max: 4000, noNaN: true }),
);
const someLapper = fc.array(fc.record({ xy: someXy }), { maxLength: 60 });
const someSection = fc.constantFrom(...SECTION_KEYS, null);
const someSeed = fc.nat();
const someSize = fc.record({
  width: fc.integer({ min: 1, max: 400 }),
  height: fc.integer({ min: 1, max: 400 }),
});

const LEFT: readonly (SectionKey | null)[] = ['begrunnelse', 'naasituasjon', 'rotaarsaker'];

function areApart(a: Point, b: Point, size: Size = LAPP_SIZE): boolean {
  return Math.abs(a[0] - b[0]) >= size.width || Math.abs(a[1] - b[1]) >= size.height;
}

function allApart(places: readonly Point[]): boolean {
  return places.every((one, index) =>
    places.slice(index + 1).every((other) => areApart(one, other)),
  );
}

/** Which side of the page a lapp lies on, wholly. */
function sideOf([x, y]: Point): 'left' | 'right' | 'below' | 'on the page' {
  if (x + LAPP_SIZE.width <= 0) return 'left';
  if (x >= A3_PAGE.width) return 'right';
  return y >= A3_PAGE.height ? 'below' : 'on the page';
}

describe('places for new lapper', () => {
  test('SH-38: are as many as asked, lie over no lapp and over no other, on the section’s side', () => {
    const counts = fc.integer({ min: 0, max: 40 });
    always(
      fc.tuple(someLapper, someSection, counts, someSeed),
      ([existing, section, count, seed]) => {
        const places = placesForLapper(existing, section, count, seeded(seed).bytes);
        expect(places).toHaveLength(count);
        expect(allApart(places)).toBe(true);
        expect(existing.every(({ xy }) => places.every((place) => areApart(place, xy)))).toBe(true);
        const besides = LEFT.includes(section) ? 'left' : 'right';
        const side = section === null ? 'below' : besides;
        expect(new Set(places.map(sideOf))).toEqual(new Set(count === 0 ? [] : [side]));
      },
    );
  });

  test('SH-38: are the same again for the same random bytes, and others for others', () => {
    const placed = (seed: number) => placesForLapper([], 'tiltak', 5, seeded(seed).bytes);
    expect(placed(1)).toEqual(placed(1));
    const [mine, theirs] = [placed(1), placed(2)];
    for (const [index, [x, y]] of mine.entries()) {
      const [otherX, otherY] = at(theirs, index);
      expect(x === otherX && y === otherY).toBe(false);
      expect(Math.abs(x - otherX)).toBeLessThanOrEqual(12);
      expect(Math.abs(y - otherY)).toBeLessThanOrEqual(12);
    }
  });

  test('SH-38: begin at the section’s height on the page, go down, then outward', () => {
    const columns = (section: SectionKey) =>
      placesForLapper([], section, 20, seeded(3).bytes).map(([x, y]) => [
        Math.round(x / 200),
        Math.round(y / 136),
      ]);
    expect(at(columns('begrunnelse')).map(Math.abs)).toEqual([1, 0]);
    expect(at(columns('maaling'))).toEqual([9, 6]);
    const left = columns('begrunnelse');
    expect(left.slice(0, 8).map(([x]) => x)).toEqual(Array.from({ length: 8 }, () => -1));
    expect(left.slice(0, 8).map(([, y]) => Math.abs(y ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(at(left, 8).map(Math.abs)).toEqual([2, 0]);
  });

  test.each([...SECTION_KEYS, null])(
    'SH-38: 200 at once for %s, and one after another, make a block and no ribbon',
    (section) => {
      const random = seeded(7).bytes;
      const atOnce = placesForLapper([], section, 200, random);
      const lapper: { readonly xy: Point }[] = [];
      for (let count = 0; count < 200; count += 1) {
        lapper.push({ xy: at(placesForLapper(lapper, section, 1, random)) });
      }
      for (const places of [atOnce, lapper.map(({ xy }) => xy)]) {
        expect(allApart(places)).toBe(true);
        expect(extent(places, 0)).toBeLessThan(5000);
        expect(extent(places, 1)).toBeLessThan(5000);
      }
    },
  );

  test('SH-38: each of 1 000 lapper is looked at a few times, not once for each place', () => {
    let looks = 0;
    const existing = Array.from({ length: 1000 }, (_, index) => ({
      get xy(): Point {
        looks += 1;
        return [-224 - 200 * (index % 30), 136 * Math.floor(index / 30)];
      },
    }));
    expect(placesForLapper(existing, 'begrunnelse', 200, seeded(1).bytes)).toHaveLength(200);
    expect(looks).toBeLessThan(10_000);
  });

  test('SH-38: a lapp at the end of the world is in nobody’s way', () => {
    const far = [{ xy: [1e300, -1e300] as const }, { xy: [-1e9, 1e9] as const }];
    expect(placesForLapper(far, null, 3, seeded(1).bytes)).toHaveLength(3);
  });
});

describe('the grid that lapper are sorted into', () => {
  test('SH-41: keeps 16 units between neighbours, whatever their sizes, in reading order', () => {
    always(fc.array(someSize, { minLength: 1, maxLength: 60 }), (sizes) => {
      const places = gridOf(sizes, { x: 10, y: -20 });
      expect(at(places)).toEqual([10, -20]);
      places.forEach(([x, y], index) => {
        const next = places[index + 1];
        const size = at(sizes, index);
        if (next === undefined) return;
        const isBeside = next[1] === y && next[0] >= x + size.width + 16;
        const isBelow = next[0] === 10 && next[1] >= y + size.height + 16;
        expect(isBeside || isBelow).toBe(true);
      });
    });
  });

  test.each([1, 2, 5, 12, 30, 200])('SH-41: of %s equal lapper is as good as square', (count) => {
    const places = gridOf(
      Array.from({ length: count }, () => LAPP_SIZE),
      { x: 0, y: 0 },
    );
    const [width, height] = [extent(places, 0) + 176, extent(places, 1) + 112];
    expect(Math.max(width / height, height / width)).toBeLessThan(2.2);
  });

  test('SH-41: of none is none', () => {
    expect(gridOf([], { x: 0, y: 0 })).toEqual([]);
  });
});

function extent(places: readonly Point[], axis: 0 | 1): number {
  const along = places.map((place) => place[axis]);
  return Math.max(...along) - Math.min(...along);
}
