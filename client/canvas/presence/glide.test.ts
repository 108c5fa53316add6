import type { Editor } from 'tldraw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Place, PointerGlide } from './glide.ts';
import type { Peer } from './peers.ts';

const FRAME_MS = 16;

/** A board that is seen at half its size. */
const editor = {
  pageToViewport: ({ x, y }: Place) => ({ x: x / 2, y: y / 2 }),
} as unknown as Editor;

const peer = (clientId: number, pointer: Peer['pointer']): Peer => ({
  ...{ clientId, personId: `p${clientId}`, name: 'Kari', color: '#000', pointer },
  ...{ selected: [], view: [0, 0, 1, 1] as const },
});

let frames: ((now: number) => void)[] = [];
let now = 0;

beforeEach(() => {
  frames = [];
  now = 0;
  vi.stubGlobal('requestAnimationFrame', (frame: (at: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Runs the frames that are asked for until there are none; answers how many there were. */
function runFrames(most = 200): number {
  let ran = 0;
  while (frames.length > 0 && ran < most) {
    now += FRAME_MS;
    ran += 1;
    for (const frame of frames.splice(0)) frame(now);
  }
  return ran;
}

function gliding(isCalm = false) {
  const drawn: ReadonlyMap<number, Place>[] = [];
  const glide = new PointerGlide(editor, (places) => drawn.push(places), isCalm);
  return { glide, drawn, last: (clientId = 1) => drawn.at(-1)?.get(clientId) };
}

test('a pointer that is new stands where it is, and goes to its next place by and by', () => {
  const { glide, drawn, last } = gliding();
  glide.show([peer(1, [100, 40])]);
  expect(last()).toEqual({ x: 50, y: 20 });
  expect(runFrames()).toBe(0);
  const before = drawn.length;
  glide.show([peer(1, [300, 40])]);
  expect(runFrames()).toBeGreaterThan(5);
  const way = drawn.slice(before).map((places) => places.get(1)?.x ?? Number.NaN);
  expect(way).toEqual(way.toSorted((a, b) => a - b));
  expect(way.some((x) => x > 60 && x < 140)).toBe(true);
  expect(last()).toEqual({ x: 150, y: 20 });
});

test('for whoever wants it calm it is there at once', () => {
  const { glide, last } = gliding(true);
  glide.show([peer(1, [100, 40])]);
  glide.show([peer(1, [300, 40])]);
  expect(last()).toEqual({ x: 150, y: 20 });
  expect(runFrames()).toBe(0);
});

test('who points no longer is not drawn, and comes back without a way from the old place', () => {
  const { glide, last } = gliding();
  glide.show([peer(1, [100, 40]), peer(2, [10, 10])]);
  glide.show([peer(1, null), peer(2, [10, 10])]);
  expect(last()).toBeUndefined();
  expect(last(2)).toEqual({ x: 5, y: 5 });
  glide.show([peer(1, [500, 500])]);
  expect(last()).toEqual({ x: 250, y: 250 });
  expect(last(2)).toBeUndefined();
});

test('once it is stopped no frame comes', () => {
  const { glide, drawn } = gliding();
  glide.show([peer(1, [100, 40])]);
  glide.show([peer(1, [300, 40])]);
  glide.stop();
  const before = drawn.length;
  expect(runFrames()).toBe(0);
  expect(drawn).toHaveLength(before);
});
