/**
 * The state of a document, encoded once for all who ask for it: joiners over the socket, and
 * first loads over HTTP, compressed there.
 *
 * Encoding a large document takes tens of milliseconds. While people write in one, its encoding is
 * therefore kept for a short time, and what came after it is kept beside it: `bytes` and `tail`
 * together are the document. Small documents are encoded anew after every change.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import * as Y from 'yjs';
import { step1Frame, step2Frame, updateFrame } from './serverFrame.ts';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

export type StateEncoding = 'identity' | 'gzip' | 'br';

/** Encodings from this size on are kept while the document changes … */
const LARGE_BYTES = 128 * 1024;
/** … until so much has come after them, */
const MAX_TAIL_BYTES = 64 * 1024;
/** or so many times as long has passed as the encoding took. */
const KEEP_FACTOR = 20;

interface Encoding {
  readonly bytes: Uint8Array;
  readonly expiresAt: number;
}

export class EncodedState {
  readonly #doc: Y.Doc;
  readonly #answers = new Map<string, readonly Uint8Array[]>();
  readonly #compressed = new Map<StateEncoding, Promise<Uint8Array>>();
  readonly #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #encoding: Encoding | undefined;
  #etag: string | undefined;
  #step1: Uint8Array | undefined;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The document as one Yjs update, but for `tail`. */
  get bytes(): Uint8Array {
    this.#encoding ??= encode(this.#doc);
    return this.#encoding.bytes;
  }

  /** What came after `bytes`; empty for all but large documents that people write in. */
  get tail(): readonly Uint8Array[] {
    return this.#tail;
  }

  /** Takes note of a change that has been applied; false when it must all be encoded anew. */
  advance(update: Uint8Array, now: number): boolean {
    this.#answers.clear();
    this.#step1 = undefined;
    this.#tailBytes += update.length;
    const encoding = this.#encoding;
    if (encoding === undefined || encoding.bytes.length < LARGE_BYTES) return false;
    if (this.#tailBytes > MAX_TAIL_BYTES || now > encoding.expiresAt) return false;
    this.#tail.push(update);
    return true;
  }

  /** Whether it is time to encode anew for whoever asks now. */
  isStale(now: number): boolean {
    return this.#tail.length > 0 && this.#encoding !== undefined && now > this.#encoding.expiresAt;
  }

  /** A validator of `bytes`: the same ones have the same, also after a restart. */
  get etag(): string {
    this.#etag ??= createHash('sha256').update(this.bytes).digest('base64url').slice(0, 27);
    return this.#etag;
  }

  /** The server's own step 1. */
  get step1(): Uint8Array {
    this.#step1 ??= step1Frame(Y.encodeStateVector(this.#doc));
    return this.#step1;
  }

  /**
   * The answer to a client's step 1, as frames in the order to send. People who open a sheet at
   * the same moment have nothing, or the same copy that they fetched before: each state vector is
   * answered once. The tail goes first, so that whoever has the step 2 has everything.
   */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    const key = Buffer.from(stateVector).toString('base64');
    let frames = this.#answers.get(key);
    if (frames === undefined) {
      const hasNothing = stateVector.length === 1;
      const update = hasNothing ? this.bytes : Y.encodeStateAsUpdate(this.#doc, stateVector);
      const step2 = step2Frame(update);
      const hasTail = hasNothing && this.#tail.length > 0;
      frames = hasTail ? [updateFrame(Y.mergeUpdates(this.#tail)), step2] : [step2];
      this.#answers.set(key, frames);
    }
    return frames;
  }

  /** `bytes`, compressed once for each encoding. */
  compressed(encoding: StateEncoding): Promise<Uint8Array> {
    let result = this.#compressed.get(encoding);
    if (result === undefined) {
      result = compress(this.bytes, encoding);
      this.#compressed.set(encoding, result);
    }
    return result;
  }
}

function encode(doc: Y.Doc): Encoding {
  const startedAt = performance.now();
  const bytes = Y.encodeStateAsUpdate(doc);
  const endedAt = performance.now();
  return { bytes, expiresAt: endedAt + (endedAt - startedAt) * KEEP_FACTOR };
}

function compress(bytes: Uint8Array, encoding: StateEncoding): Promise<Uint8Array> {
  switch (encoding) {
    case 'identity':
      return Promise.resolve(bytes);
    case 'gzip':
      return gzipAsync(bytes, { level: 5 });
    case 'br':
      return brotliAsync(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: 4 } });
  }
}
