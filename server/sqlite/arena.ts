/**
 * Copies many byte arrays into few buffers of its own, so that they can be transferred to another
 * thread: posting a small view would clone the whole buffer behind it, and transferring it would
 * take that buffer away from everybody else who views it.
 */
const FIRST_CHUNK_BYTES = 4 * 1024;
const LARGEST_SHARED_CHUNK_BYTES = 1024 * 1024;

export interface Arena {
  /** A copy of the bytes inside one of the arena's buffers. */
  copy(bytes: Uint8Array): Uint8Array;
  /** Bytes copied since the last `take`. */
  readonly size: number;
  /** Hands over the buffers filled so far and starts anew. */
  take(): ArrayBuffer[];
}

export function createArena(): Arena {
  let filled: ArrayBuffer[] = [];
  let chunk = new Uint8Array(0);
  let used = 0;
  let size = 0;

  function roomFor(length: number): void {
    if (chunk.length - used >= length) return;
    const doubled = Math.min(
      Math.max(chunk.length * 2, FIRST_CHUNK_BYTES),
      LARGEST_SHARED_CHUNK_BYTES,
    );
    chunk = new Uint8Array(Math.max(doubled, length));
    used = 0;
    filled.push(chunk.buffer);
  }

  return {
    copy(bytes) {
      roomFor(bytes.length);
      const copied = chunk.subarray(used, used + bytes.length);
      copied.set(bytes);
      used += bytes.length;
      size += bytes.length;
      return copied;
    },
    get size() {
      return size;
    },
    take() {
      const taken = filled;
      filled = [];
      chunk = new Uint8Array(0);
      used = 0;
      size = 0;
      return taken;
    },
  };
}
