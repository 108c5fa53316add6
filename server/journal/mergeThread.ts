/** The thread that merges: decoding a long log takes longer than an event loop may stand still. */
import { parentPort } from 'node:worker_threads';
import { mergeStored } from './merge.ts';
import type { StoredDocument } from './port.ts';

export type MergeRequest = Pick<StoredDocument, 'snapshot' | 'updates'>;

export type MergeAnswer =
  | { readonly ok: true; readonly state: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: string };

if (parentPort !== null) {
  const port = parentPort;
  port.on('message', (request: MergeRequest) => {
    const answer = merge(request);
    port.postMessage(answer, answer.ok ? [answer.state.buffer] : []);
  });
}

function merge(request: MergeRequest): MergeAnswer {
  try {
    // A copy of its own size: the encoder's buffer is often larger than what it holds.
    return { ok: true, state: new Uint8Array(mergeStored(request)) };
  } catch (error) {
    return { ok: false, reason: String(error) };
  }
}
