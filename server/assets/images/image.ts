/**
 * What kind of picture some bytes are, and how large it is, read from its first bytes. The content
 * decides, never a name. Nothing is unpacked, and every loop has an end that the content cannot
 * move.
 */
import type { ImageType } from '../../../shared/wire/assets.ts';
import type { ReadableBytes } from '../port.ts';
import { avifSize } from './avif.ts';
import { jpegSize } from './jpeg.ts';

/** In pixels, as a browser shows the picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Image extends Size {
  readonly mimeType: ImageType;
}

/** So much tells every format from the others, and holds the size in three of them. */
const HEAD_BYTES = 32;

const PNG_SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

type ReadSize = (
  head: Buffer,
  source: ReadableBytes,
) => Promise<Size | undefined> | Size | undefined;

const SIZE_READERS = {
  'image/png': pngSize,
  'image/jpeg': (_head, source) => jpegSize(source),
  'image/gif': gifSize,
  'image/webp': webpSize,
  'image/avif': (_head, source) => avifSize(source),
} as const satisfies Record<ImageType, ReadSize>;

/** The picture that the bytes are; undefined when they are none that is taken. */
export async function readImage(source: ReadableBytes): Promise<Image | undefined> {
  const head = await readHead(source);
  const mimeType = typeOf(head);
  if (mimeType === undefined) return undefined;
  const size = await SIZE_READERS[mimeType](head, source);
  if (size === undefined || size.width < 1 || size.height < 1) return undefined;
  return { mimeType, width: size.width, height: size.height };
}

/** Only the kind, of bytes that were looked into when they came. */
export async function readImageType(source: ReadableBytes): Promise<ImageType | undefined> {
  return typeOf(await readHead(source));
}

async function readHead(source: ReadableBytes): Promise<Buffer> {
  return Buffer.from(await source.read(0, HEAD_BYTES));
}

function typeOf(head: Buffer): ImageType | undefined {
  const text = (start: number, end: number) => head.toString('latin1', start, end);
  if (head.subarray(0, 8).equals(PNG_SIGNATURE)) return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  // Which pictures a file of boxes holds is read further on; other kinds of them are refused.
  if (text(4, 8) === 'ftyp') return 'image/avif';
  return undefined;
}

function pngSize(head: Buffer): Size | undefined {
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

function gifSize(head: Buffer): Size | undefined {
  if (head.length < 13) return undefined;
  return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(head: Buffer): Size | undefined {
  if (head.length < 30) return undefined;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      if (head.readUIntBE(23, 3) !== 0x9d012a) return undefined;
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      if (head.readUInt8(20) !== 0x2f) return undefined;
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
