/**
 * The checksum beside every stored blob. It covers which sheet and which place the bytes belong
 * to, so that a row that turns up under another key is found as surely as a flipped bit.
 */
import { crc32 } from 'node:zlib';

export function updateChecksum(sheetId: string, seq: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`update ${sheetId} ${seq}`));
}

/** `through` is the number of the last update that the state holds. */
export function snapshotChecksum(sheetId: string, through: number, state: Uint8Array): number {
  return crc32(state, crc32(`snapshot ${sheetId} ${through}`));
}
