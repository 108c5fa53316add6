/** The size of a JPEG: the first frame header, and whether the photo is to be turned (Exif). */
import type { ReadableBytes } from '../port.ts';
import type { Size } from './image.ts';

/** No camera writes as many segments before the picture itself. */
const MAX_SEGMENTS = 1000;
const EXIF = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;
const [FILLER, APP1, SCAN, END] = [0xff, 0xe1, 0xda, 0xd9];

/** A frame header (SOF0 to SOF15) but for the three numbers in between that are something else. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a segment after them. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

export async function jpegSize(source: ReadableBytes): Promise<Size | undefined> {
  let isOnItsSide = false;
  let position = 2;
  for (let i = 0; i < MAX_SEGMENTS; i++) {
    const head = Buffer.from(await source.read(position, 10));
    const step = stepOver(head);
    if (step === undefined) return undefined;
    const marker = head.readUInt8(1);
    if (isFrame(marker)) return frameSize(head, isOnItsSide);
    if (marker === APP1 && head.toString('latin1', 4, 10) === EXIF) {
      const exif = Buffer.from(await source.read(position + 10, Math.max(0, step - 10)));
      isOnItsSide = orientationOf(exif) >= 5;
    }
    position += step;
  }
  return undefined;
}

/** From one marker to the next; undefined where the picture itself begins, or at what is no marker. */
function stepOver(head: Buffer): number | undefined {
  if (head.length < 4 || head.readUInt8(0) !== 0xff) return undefined;
  const marker = head.readUInt8(1);
  if (marker === FILLER) return 1;
  if (isAlone(marker)) return 2;
  return marker === END || marker === SCAN ? undefined : 2 + Math.max(2, head.readUInt16BE(2));
}

function frameSize(head: Buffer, isOnItsSide: boolean): Size | undefined {
  if (head.length < 9) return undefined;
  const [height, width] = [head.readUInt16BE(5), head.readUInt16BE(7)];
  return isOnItsSide ? { width: height, height: width } : { width, height };
}

/** 1 to 8, as Exif numbers them; from 5 on width and height change places. */
function orientationOf(tiff: Buffer): number {
  if (tiff.length < 8) return 1;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const count = u16(directory);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (u16(at) === ORIENTATION_TAG) {
      const orientation = u16(at + 8);
      return orientation <= 8 ? orientation : 1;
    }
  }
  return 1;
}
