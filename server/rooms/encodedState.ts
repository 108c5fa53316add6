/**
 * One state of a document, encoded once for all who ask for it: joiners over the socket, and
 * first loads over HTTP, compressed there. A room drops it when the document changes.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import * as Y from 'yjs';
import { step1Frame, step2Frame } from './serverFrame.ts';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

export type StateEncoding = 'identity' | 'gzip' | 'br';

export class EncodedState {
  readonly #doc: Y.Doc;
  readonly #answers = new Map<string, Uint8Array>();
  readonly #compressed = new Map<StateEncoding, Promise<Uint8Array>>();
  #step1: Uint8Array | undefined;
  #bytes: Uint8Array | undefined;
  #etag: string | undefined;

  /** Valid as long as `doc` stays as it is. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The document as one Yjs update. */
  get bytes(): Uint8Array {
    this.#bytes ??= Y.encodeStateAsUpdate(this.#doc);
    return this.#bytes;
  }

  /** A strong validator: the same bytes have the same one, also after a restart. */
  get etag(): string {
    this.#etag ??= `"${createHash('sha256').update(this.bytes).digest('base64url').slice(0, 27)}"`;
    return this.#etag;
  }

  /** The server's own step 1. */
  get step1(): Uint8Array {
    this.#step1 ??= step1Frame(Y.encodeStateVector(this.#doc));
    return this.#step1;
  }

  /**
   * The answer to a client's step 1. People who open a sheet at the same moment have nothing, or
   * the same copy that they fetched before: each state vector is answered once.
   */
  step2(stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString('base64');
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      const isEmpty = stateVector.length === 1;
      answer = step2Frame(isEmpty ? this.bytes : Y.encodeStateAsUpdate(this.#doc, stateVector));
      this.#answers.set(key, answer);
    }
    return answer;
  }

  compressed(encoding: StateEncoding): Promise<Uint8Array> {
    let result = this.#compressed.get(encoding);
    if (result === undefined) {
      result = compress(this.bytes, encoding);
      this.#compressed.set(encoding, result);
    }
    return result;
  }
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
