import { expect, test } from 'vitest';
import { chooseSeed, seeded } from '../../../tests/contracts/support.ts';
import {
  aGif,
  anAvif,
  aPng,
  aTurnedJpeg,
  SMALL_JPEG,
  SMALL_WEBP,
} from '../../../tests/world/images.ts';
import type { ReadableBytes } from '../port.ts';
import { readImage, readImageType } from './image.ts';

/** Bytes in memory, and how much of them was asked for. */
function sourceOf(content: Buffer | string): ReadableBytes & { asked: number; reads: number } {
  const bytes = Buffer.from(content);
  const source = {
    bytes: bytes.length,
    asked: 0,
    reads: 0,
    read(position: number, length: number): Promise<Uint8Array> {
      if (!(position >= 0 && length >= 0)) throw new RangeError(`${position} + ${length}`);
      source.asked += length;
      source.reads += 1;
      return Promise.resolve(bytes.subarray(position, position + length));
    },
  };
  return source;
}

/** The start of a WebP, up to its size. */
function webp(chunk: string, rest: number[]): Buffer {
  const head = Buffer.from(`RIFF\0\0\0\0WEBP${chunk}\0\0\0\0`, 'latin1');
  return Buffer.concat([head, Buffer.from(rest), Buffer.alloc(20)]);
}

test.each([
  ['a PNG', aPng(640, 480), { mimeType: 'image/png', width: 640, height: 480 }],
  ['a JPEG', SMALL_JPEG, { mimeType: 'image/jpeg', width: 3, height: 5 }],
  ['a GIF', aGif(7, 300), { mimeType: 'image/gif', width: 7, height: 300 }],
  ['a WebP with a colour profile', SMALL_WEBP, { mimeType: 'image/webp', width: 3, height: 5 }],
  [
    'a simple WebP',
    webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]),
    { mimeType: 'image/webp', width: 640, height: 480 },
  ],
  [
    'a lossless WebP',
    webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0x00]),
    { mimeType: 'image/webp', width: 640, height: 480 },
  ],
  ['an AVIF', anAvif(800, 600), { mimeType: 'image/avif', width: 800, height: 600 }],
])('AS-7 knows %s by its content', async (_what, bytes, expected) => {
  const source = sourceOf(bytes);
  expect(await readImage(source)).toEqual(expected);
  expect(await readImageType(source)).toBe(expected.mimeType);
});

test.each([
  ['nothing', ''],
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="5"/>'],
  ['an SVG after a mark', '\uFEFF<?xml version="1.0"?><svg/>'],
  ['a PDF', '%PDF-1.7'],
  ['a name instead of a content', 'bilde.png'],
  ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
  ['a video', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0isommp42', 'latin1')],
  ['a version that spells a brand', Buffer.from('\0\0\0\x14ftypheicavifmif1', 'latin1')],
  ['a bitmap', Buffer.from('BM\x36\0\0\0\0\0\0\0', 'latin1')],
  ['a sound in RIFF', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
  ['a PNG without width', aPng(0, 5)],
  ['a GIF without height', aGif(5, 0)],
  ['a JPEG that ends before its frame', SMALL_JPEG.subarray(0, 300)],
  ['a PNG that ends before its size', aPng(3, 5).subarray(0, 20)],
  ['an AVIF that ends before its sizes', anAvif(3, 5).subarray(0, 200)],
])('AS-7 refuses %s', async (_what, bytes) => {
  expect(await readImage(sourceOf(bytes))).toBeUndefined();
});

test.each([1, 3, 5, 6, 8])('AS-8 a photo is as wide as it is shown: turned by %d', async (turn) => {
  const size = turn >= 5 ? { width: 5, height: 3 } : { width: 3, height: 5 };
  expect(await readImage(sourceOf(aTurnedJpeg(turn, 'II')))).toMatchObject(size);
  expect(await readImage(sourceOf(aTurnedJpeg(turn, 'MM')))).toMatchObject(size);
});

test.each([
  [0, 800, 600],
  [1, 600, 800],
  [2, 800, 600],
  [3, 600, 800],
])('AS-8 an AVIF turned %d times is %d wide and %d high', async (turns, width, height) => {
  expect(await readImage(sourceOf(anAvif(800, 600, turns)))).toMatchObject({ width, height });
});

const SEED = chooseSeed();
test(`AS-9 spoiled pictures end in an answer, and are hardly read (SEED=${SEED})`, async () => {
  const random = seeded(SEED);
  const pick = (below: number) => Math.floor(random() * below);
  const whole = [
    aPng(6, 4),
    SMALL_JPEG,
    aTurnedJpeg(6),
    aTurnedJpeg(8, 'MM'),
    aGif(3, 3),
    SMALL_WEBP,
    anAvif(800, 600, 1),
  ];
  for (let i = 0; i < 20_000; i++) {
    const bytes = Buffer.from(whole[i % whole.length] ?? '');
    for (let spoiled = 0; spoiled <= pick(6); spoiled++) {
      bytes.writeUInt8(random() < 0.4 ? 255 : pick(256), pick(Math.min(bytes.length, 400)));
    }
    const source = sourceOf(bytes.subarray(0, random() < 0.3 ? pick(bytes.length) : undefined));
    const image = await readImage(source);
    if (image !== undefined) expect(Math.min(image.width, image.height)).toBeGreaterThan(0);
    expect(source.reads).toBeLessThan(1100);
    expect(source.asked).toBeLessThan(300_000);
  }
});

test('AS-9 a JPEG of nothing but segments is given up', async () => {
  const endless = Buffer.concat([Buffer.of(0xff, 0xd8), Buffer.alloc(4_000_000, 0xff)]);
  const source = sourceOf(endless);
  expect(await readImage(source)).toBeUndefined();
  expect(source.reads).toBeLessThan(1100);
});
