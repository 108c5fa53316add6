import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { QUIET_ZONE, qrShape } from './qrPath.ts';

const LINK = `https://a3.kommune.no/ark/${'a'.repeat(22)}#n=${'b'.repeat(32)}`;

/** The modules that a path's rectangles cover. */
function modulesOf(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = Number(x); at < Number(x) + Number(width); at += 1) {
      const row = modules[Number(y)];
      if (row !== undefined) row[at] = true;
    }
  }
  return modules;
}

test('the path covers the dark modules and no others', () => {
  const { path, size } = qrShape(LINK);
  expect(modulesOf(path, size)).toEqual(encode(LINK, { ecc: 'M', border: QUIET_ZONE }).data);
});

test('four modules around the code are white', () => {
  const { path, size } = qrShape(LINK);
  const modules = modulesOf(path, size);
  const isEdge = (at: number) => at < QUIET_ZONE || at >= size - QUIET_ZONE;
  const edge = modules.flatMap((row, y) => row.filter((_, x) => isEdge(x) || isEdge(y)));
  expect(edge).not.toContain(true);
  // The finder pattern begins just inside.
  expect(modules[QUIET_ZONE]?.slice(QUIET_ZONE, QUIET_ZONE + 7)).not.toContain(false);
});
