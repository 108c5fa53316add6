/**
 * The parts of an office file, unpacked piece by piece while they are counted. An archive that would
 * become too large is given up in the middle, whatever sizes it claims: what is not needed is skipped,
 * and what overlaps is impossible, because the bytes are read once, from first to last.
 */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

/** `tooMuch`: unpacked it is larger than allowed; `damaged`: it cannot be unpacked. */
export class ArchiveFault extends Error {
  readonly code: 'tooMuch' | 'damaged';

  constructor(code: 'tooMuch' | 'damaged', options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** A piece of this size becomes some 16 MB at most, before it is counted. */
const PIECE_BYTES = 16 * 1024;

/**
 * The bytes of each part that is wanted, by its path.
 *
 * @param maxBytes what all wanted parts may be together
 * @throws ArchiveFault
 */
export function unpack(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Part>();
  let total = 0;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name) || parts.has(file.name)) return;
    const part = new Part();
    parts.set(file.name, part);
    take(file, (piece, isLast) => {
      total += piece.length;
      if (total > maxBytes) throw new ArchiveFault('tooMuch');
      part.add(piece, isLast);
    });
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      unzip.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    }
    return new Map([...parts].map(([path, part]) => [path, part.whole()]));
  } catch (error) {
    if (error instanceof ArchiveFault) throw error;
    throw new ArchiveFault('damaged', { cause: error });
  }
}

function take(file: UnzipFile, onPiece: (piece: Uint8Array, isLast: boolean) => void): void {
  file.ondata = (error, piece, isLast) => {
    if (error !== null) throw error;
    onPiece(piece, isLast);
  };
  file.start();
}

class Part {
  readonly #pieces: Uint8Array[] = [];
  #isWhole = false;

  add(piece: Uint8Array, isLast: boolean): void {
    if (piece.length > 0) this.#pieces.push(piece);
    this.#isWhole ||= isLast;
  }

  whole(): Uint8Array {
    if (!this.#isWhole) throw new ArchiveFault('damaged');
    const whole = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
