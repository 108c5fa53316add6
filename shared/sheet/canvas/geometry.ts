/**
 * Where things stand on the canvas, in page units: four to a millimetre, the top left corner of
 * the A3 page at 0, 0. Pure: the page, the nominal size of a lapp, free places for new ones and the
 * grid that lapper are sorted into.
 */
import type { RandomBytes } from '../../ids/ids.ts';
import type { Lapp } from '../schema/entities.ts';
import type { SectionKey } from '../schema/vocabulary.ts';
import { templateFor } from '../template/template.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** A3 landscape, 420 × 297 mm. */
export const A3_PAGE = { width: 1680, height: 1188 } as const satisfies Size;

/** A lapp with a few words; one with more is taller. */
export const LAPP_SIZE = { width: 176, height: 112 } as const satisfies Size;

/** Between lapper that are sorted into a grid. */
export const GRID_GAP = 16;

/** Between free places, so that lapper beside each other do not touch, however they are jittered. */
const FREE_GAP = 24;

/** How far a new lapp may stand from its place, each way. */
const JITTER = 6;

const PITCH = { width: LAPP_SIZE.width + FREE_GAP, height: LAPP_SIZE.height + FREE_GAP } as const;

/** Where the free places of a section begin, and which way they go on. */
interface Area {
  readonly start: Point;
  /** Out from the page: columns to the left of it, to its right, or rows below it. */
  readonly outward: 'left' | 'right' | 'down';
}

/**
 * Free places beside the page for `count` new lapper: for a section of the left column in columns
 * that go outward left of the page, for one of the right column right of it, for none below it.
 * A column begins at the section's height on the page, goes down, and is followed by the next one
 * outward. Places that an existing lapp of nominal size lies over are passed over. Each is jittered
 * a little, so that two people who ask at the same moment never cover each other's wholly.
 */
export function placesForLapper(
  existing: readonly Pick<Lapp, 'xy'>[],
  section: SectionKey | null,
  count: number,
  random: RandomBytes,
): readonly Point[] {
  const area = areaOf(section);
  const taken = new Taken(existing);
  const perLine = lineLength(area, existing, count);
  const places: Point[] = [];
  for (let slot = 0; places.length < count; slot += 1) {
    const [x, y] = slotAt(area, perLine, slot);
    if (!taken.covers(x, y)) places.push(jittered(x, y, random));
  }
  return places;
}

/**
 * The top left corners of things of these sizes in a grid that is as good as square: rows from the
 * left, each column as wide as its widest and each row as high as its highest.
 */
export function gridOf(sizes: readonly Size[], { x, y }: { x: number; y: number }): Point[] {
  if (sizes.length === 0) return [];
  const columns = columnsFor(sizes);
  const widths = bands(sizes, (index) => index % columns, 'width');
  const heights = bands(sizes, (index) => Math.floor(index / columns), 'height');
  const [lefts, tops] = [starts(widths, x), starts(heights, y)];
  return sizes.map((_, index) => [
    lefts[index % columns] ?? x,
    tops[Math.floor(index / columns)] ?? y,
  ]);
}

function areaOf(section: SectionKey | null): Area {
  const template = templateFor('dypdykk', { hasRotaarsaker: true });
  const own = template.find(({ key }) => key === section);
  if (own === undefined) {
    return { start: [0, A3_PAGE.height + 2 * FREE_GAP], outward: 'down' };
  }
  const column = template.filter(({ column }) => column === own.column);
  const y = Math.round((A3_PAGE.height * column.indexOf(own)) / column.length);
  return own.column === 'left'
    ? { start: [-2 * FREE_GAP - LAPP_SIZE.width, y], outward: 'left' }
    : { start: [A3_PAGE.width + 2 * FREE_GAP, y], outward: 'right' };
}

/**
 * How many places a line has: a column goes down to the page's end, a row below the page is as
 * wide as the page. Where there are many lapper, lines are longer, so that they make a square
 * rather than a ribbon.
 */
function lineLength(area: Area, existing: readonly Pick<Lapp, 'xy'>[], count: number): number {
  const { start, outward } = area;
  if (outward === 'down') {
    return Math.floor((A3_PAGE.width + FREE_GAP) / PITCH.width);
  }
  const onPage = Math.floor((A3_PAGE.height - start[1] + FREE_GAP) / PITCH.height);
  const beside = existing.filter(
    ({ xy: [x, y] }) =>
      y > start[1] - PITCH.height && (outward === 'left' ? x < 0 : x > A3_PAGE.width),
  );
  const square = Math.sqrt(((beside.length + count) * PITCH.width) / PITCH.height);
  return Math.max(1, onPage, Math.ceil(square));
}

function slotAt({ start: [x, y], outward }: Area, perLine: number, slot: number): Point {
  const [line, along] = [Math.floor(slot / perLine), slot % perLine];
  switch (outward) {
    case 'left':
      return [x - line * PITCH.width, y + along * PITCH.height];
    case 'right':
      return [x + line * PITCH.width, y + along * PITCH.height];
    case 'down':
      return [x + along * PITCH.width, y + line * PITCH.height];
  }
}

/** Which places lie under a lapp, found by the square of the board that each lapp lies in. */
class Taken {
  readonly #squares = new Map<string, Point[]>();

  constructor(lapper: readonly Pick<Lapp, 'xy'>[]) {
    for (const { xy } of lapper) {
      const key = squareOf(xy[0], xy[1]);
      const there = this.#squares.get(key);
      if (there === undefined) this.#squares.set(key, [xy]);
      else there.push(xy);
    }
  }

  /** Whether a lapp put here, however it is jittered, could lie over another. */
  covers(x: number, y: number): boolean {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const near = this.#squares.get(squareOf(x + dx * PITCH.width, y + dy * PITCH.height));
        if (near?.some((xy) => isOver(xy, x, y)) === true) return true;
      }
    }
    return false;
  }
}

function squareOf(x: number, y: number): string {
  return `${Math.floor(x / PITCH.width)}:${Math.floor(y / PITCH.height)}`;
}

function isOver([x, y]: Point, atX: number, atY: number): boolean {
  return (
    Math.abs(x - atX) < LAPP_SIZE.width + JITTER && Math.abs(y - atY) < LAPP_SIZE.height + JITTER
  );
}

/** To a hundredth of a unit: fine enough never to meet, short enough to be sent. */
function jittered(x: number, y: number, random: RandomBytes): Point {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return [hundredths(x + jitterOf(a, b)), hundredths(y + jitterOf(c, d))];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function jitterOf(high: number, low: number): number {
  return ((high * 256 + low) / 65_535) * 2 * JITTER - JITTER;
}

function columnsFor(sizes: readonly Size[]): number {
  const width = sizes.reduce((sum, size) => sum + size.width + GRID_GAP, 0);
  const height = sizes.reduce((sum, size) => sum + size.height + GRID_GAP, 0);
  const columns = Math.round(Math.sqrt((sizes.length * height) / Math.max(width, 1)));
  return Math.min(sizes.length, Math.max(1, columns));
}

/** The largest measure in each column or row. */
function bands(
  sizes: readonly Size[],
  bandOf: (index: number) => number,
  measure: keyof Size,
): number[] {
  const largest: number[] = [];
  sizes.forEach((size, index) => {
    const band = bandOf(index);
    largest[band] = Math.max(largest[band] ?? 0, size[measure]);
  });
  return largest;
}

function starts(lengths: readonly number[], from: number): number[] {
  let next = from;
  return lengths.map((length) => {
    const start = next;
    next += length + GRID_GAP;
    return start;
  });
}
