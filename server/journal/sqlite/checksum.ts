/**
 * The checksum beside every stored blob: CRC-32, begun at a value that stands for the sheet and
 * the place. So a row that turns up under another key is found as surely as a flipped bit.
 */
import { crc32 } from 'node:zlib';

export interface Checksums {
  ofUpdate(seq: number, bytes: Uint8Array): number;
  /** `through` is the number of the last update that the state holds. */
  ofSnapshot(through: number, state: Uint8Array): number;
}

export function checksumsOf(sheetId: string): Checksums {
  const update = crc32(`update ${sheetId}`);
  const snapshot = crc32(`snapshot ${sheetId}`);
  return {
    ofUpdate: (seq, bytes) => crc32(bytes, (update ^ seq) >>> 0),
    ofSnapshot: (through, state) => crc32(state, (snapshot ^ through) >>> 0),
  };
}
