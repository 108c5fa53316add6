/**
 * The size of an AVIF: a file of boxes (ISO/IEC 14496-12), of which `meta` lists the properties of
 * the pictures in it. The largest picture counts, since that is what a browser unpacks.
 */
import type { ReadableBytes } from '../port.ts';
import type { Size } from './image.ts';

const BRANDS = ['avif', 'avis'];
const MAX_BOXES = 64;
/** The properties come before the picture's data and are short. */
const MAX_META_BYTES = 64 * 1024;

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

export async function avifSize(source: ReadableBytes): Promise<Size | undefined> {
  let position = 0;
  for (let i = 0; i < MAX_BOXES; i++) {
    const head = Buffer.from(await source.read(position, 8));
    if (head.length < 8) return undefined;
    const length = head.readUInt32BE(0);
    // A box of 64-bit length, or one until the end, is the data: nothing of ours comes after.
    if (length < 8) return undefined;
    const type = head.toString('latin1', 4, 8);
    const read = async () =>
      Buffer.from(await source.read(position + 8, Math.min(length - 8, MAX_META_BYTES)));
    if (i === 0 && !(type === 'ftyp' && isAvif(await read()))) return undefined;
    if (type === 'meta') return largestOf(await read());
    position += length;
  }
  return undefined;
}

/** The main brand, a version, and the other brands that the file may pass for. */
function isAvif(brands: Buffer): boolean {
  const names = brands.toString('latin1').match(/.{4}/gs) ?? [];
  return names.some((name, index) => index !== 1 && BRANDS.includes(name));
}

function largestOf(meta: Buffer): Size | undefined {
  const properties = inside(inside(meta.subarray(4), 'iprp'), 'ipco');
  if (properties === undefined) return undefined;
  let largest: Size | undefined;
  let isOnItsSide = false;
  for (const { type, body } of boxesIn(properties)) {
    if (type === 'irot' && body.length >= 1) isOnItsSide = body.readUInt8(0) % 2 === 1;
    if (type !== 'ispe' || body.length < 12) continue;
    const size = { width: body.readUInt32BE(4), height: body.readUInt32BE(8) };
    if (largest === undefined || size.width * size.height > largest.width * largest.height) {
      largest = size;
    }
  }
  return largest !== undefined && isOnItsSide
    ? { width: largest.height, height: largest.width }
    : largest;
}

function inside(boxes: Buffer | undefined, type: string): Buffer | undefined {
  return boxes && boxesIn(boxes).find((box) => box.type === type)?.body;
}

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  let position = 0;
  while (position + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(position);
    const end = position + length;
    if (length < 8 || end > bytes.length) break;
    const type = bytes.toString('latin1', position + 4, position + 8);
    boxes.push({ type, body: bytes.subarray(position + 8, end) });
    position = end;
  }
  return boxes;
}
