/** A request that is refused before all of it has come. */
import type { IncomingMessage } from 'node:http';

/** Past this the sender is not waited for any more. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

/**
 * Reads the rest of a request and keeps nothing of it. Browsers look for an answer only when they
 * have sent everything, and an answer followed by a closed connection is lost on the way. Resolves
 * with whether the end has come; if not, the connection is of no more use. How long it may take is
 * bounded by the server's own limit for a whole request.
 */
export function discardRest(message: IncomingMessage): Promise<boolean> {
  if (message.complete || message.destroyed) return Promise.resolve(message.complete);
  return new Promise((resolve) => {
    let left = MAX_DISCARDED_BYTES;
    const end = () => {
      message.off('data', count);
      message.pause();
      resolve(message.complete);
    };
    const count = (chunk: Uint8Array) => {
      left -= chunk.length;
      if (left < 0) end();
    };
    message.on('data', count).once('end', end).once('close', end).once('error', end);
    message.resume();
  });
}
