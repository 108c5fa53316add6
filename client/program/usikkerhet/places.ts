/**
 * Where the marks of the matrix are drawn: each at its own point where there is room, otherwise as
 * near to it as can be, so that none covers another. Pure; lengths are in px.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many directions are tried at each distance. */
const DIRECTIONS = 16;
/** Each ring of tries is this much of a mark's size farther out. */
const RING = 0.25;
/** Farther than this many sizes away nobody would know which point a mark is for. */
const MOST_SIZES = 6;

/**
 * The places of the marks, in the order of their points: those that come first stand nearest to
 * theirs. All marks are `size` across and stay within the square of side `side`.
 */
export function spread(
  points: readonly Point[],
  { side, size }: { readonly side: number; readonly size: number },
): readonly Point[] {
  const placed: Point[] = [];
  for (const point of points) placed.push(placeFor(point, placed, side, size));
  return placed;
}

function placeFor(point: Point, placed: readonly Point[], side: number, size: number): Point {
  for (const candidate of candidates(point, side, size)) {
    if (placed.every((other) => Math.hypot(other.x - candidate.x, other.y - candidate.y) >= size)) {
      return candidate;
    }
  }
  return inside(point, side, size);
}

/** The point itself, then rings around it. */
function* candidates(point: Point, side: number, size: number): Generator<Point> {
  yield inside(point, side, size);
  for (let distance = RING; distance <= MOST_SIZES; distance += RING) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      const angle = (direction / DIRECTIONS) * 2 * Math.PI;
      const x = point.x + Math.cos(angle) * distance * size;
      const y = point.y + Math.sin(angle) * distance * size;
      yield inside({ x, y }, side, size);
    }
  }
}

function inside({ x, y }: Point, side: number, size: number): Point {
  const hold = (value: number) => Math.min(Math.max(value, size / 2), side - size / 2);
  return { x: hold(x), y: hold(y) };
}
