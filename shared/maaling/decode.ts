/**
 * Text out of the bytes of a file: which encoding it was in, and whether it reads as if that were
 * wrong. Files that are no text are named as what they are. Never throws.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Files that are no text: `ole` is an old Office file, or one with a password. */
export type BinaryKind = 'zip' | 'ole' | 'pdf' | 'picture' | 'unknown';

export type Decoded =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly encoding: Encoding;
      /** Letters stand where none would be written: the file was probably in another encoding. */
      readonly looksWrong: boolean;
    }
  | { readonly is: 'binary'; readonly kind: BinaryKind };

const SIGNATURES: readonly (readonly [BinaryKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
];

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The bytes that decide what a file is. */
const LOOKED_AT = 4096;

/** UTF-8 that was read as windows-1252 (`mÃ¥ling`), and what could not be read at all. */
const SPOILT = /Ã[¥¸¦…˜†\u0085\u0098]|\uFFFD|[\u0080-\u009F]/;
/** Letters of old DOS and Mac files read as windows-1252: `m†ling`, `mŒling`. */
const OLD_LETTERS = /\p{L}[Œ¿¾†‘›„•™]\p{L}/u;

export function decodeText(bytes: Uint8Array): Decoded {
  const kind = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0];
  if (kind !== undefined) return { is: 'binary', kind };
  const bom = BOMS.find(([, mark]) => startsWith(bytes, mark))?.[0];
  const encoding = bom ?? encodingWithoutMark(bytes);
  if (encoding === undefined) return { is: 'binary', kind: 'unknown' };
  const text = new TextDecoder(encoding).decode(bytes);
  const isOld = encoding === 'windows-1252' && OLD_LETTERS.test(text);
  return { is: 'text', text, encoding, looksWrong: isOld || SPOILT.test(text) };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Undefined when no text has such bytes. */
function encodingWithoutMark(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  let controls = 0;
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Norwegian in UTF-16 has a zero in nearly every pair of bytes, always on the same side.
  if (odd * 4 > head.length && even === 0) return 'utf-16le';
  if (even * 4 > head.length && odd === 0) return 'utf-16be';
  if (even + odd > 0 || controls * 20 > head.length) return undefined;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
