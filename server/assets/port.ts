/**
 * The pictures of all sheets, kept beside the database. An adapter takes bytes in whole or not at
 * all; what `keep` has resolved for survives `kill -9` and loss of power. Rules: SPEC.md; the suite
 * that every adapter passes is in `tests/contracts`.
 */
import type { Readable } from 'node:stream';
import type { AssetId, SheetId } from '../../shared/ids/ids.ts';

/** Bytes that can be looked into without having them all in memory. */
export interface ReadableBytes {
  readonly bytes: number;
  /** The bytes from `position` on: `length` of them, or fewer where they end. */
  read(position: number, length: number): Promise<Uint8Array>;
}

export interface StagedAsset extends ReadableBytes {
  /** The SHA-256 of the bytes, hex. */
  readonly id: AssetId;
  /**
   * Puts the bytes on a sheet, for good; does nothing when the sheet has them. Rejects with a
   * Refusal and changes nothing: `asset.quota` when the sheet would have more than `quota` says,
   * `asset.unsaved` when the disk refuses.
   */
  keep(sheetId: SheetId, quota: AssetQuota): Promise<void>;
  /** Lets go of what was staged, kept or not. To be called once, whatever happened. */
  discard(): Promise<void>;
}

export interface AssetQuota {
  /** Pictures on one sheet, and their bytes together. */
  readonly count: number;
  readonly bytes: number;
}

export interface StoredAsset extends ReadableBytes {
  /** All of it, bit by bit; closes by itself. Instead of `close`, not beside it. */
  stream(): Readable;
  close(): Promise<void>;
}

export interface Assets {
  /**
   * Takes bytes in that belong to no sheet yet, to be looked into before they are kept. Rejects,
   * and leaves nothing behind, with Refusal `asset.tooLarge` at the first byte after `maxBytes`,
   * with `asset.unsaved`, or with what `content` throws.
   */
  stage(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StagedAsset>;
  /** A picture of a sheet, or undefined. Whoever gets it streams or closes it. */
  find(sheetId: SheetId, id: AssetId): Promise<StoredAsset | undefined>;
}
