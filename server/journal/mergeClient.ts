/** The main thread's side of the merging thread: one merge at a time, and every merge ends. */
import { Worker } from 'node:worker_threads';
import type { MergeAnswer, MergeRequest } from './mergeThread.ts';

/** A document larger than this may end the thread, never the process. */
const HEAP_LIMIT_MB = 1024;

export interface MergeClient {
  /** Takes the arrays' buffers with it. Rejects when the thread fails, dies or takes too long. */
  merge(request: MergeRequest): Promise<Uint8Array>;
  /** Ends the thread and gives its memory back; the next merge starts another. */
  end(): Promise<void>;
}

export interface MergeClientOptions {
  readonly timeoutMs: number;
  /** Starts a merging thread; tests pass their own. */
  readonly startThread?: () => Worker;
}

export function createMergeClient(options: MergeClientOptions): MergeClient {
  const { timeoutMs, startThread = startMergeThread } = options;
  let worker: Worker | undefined;

  function threadToUse(): Worker {
    if (worker !== undefined) return worker;
    const started = startThread();
    started.once('exit', () => forget(started));
    // Between merges nobody else listens, and an unheard error would end the process.
    started.on('error', () => forget(started));
    worker = started;
    return started;
  }

  function forget(ended: Worker): void {
    if (worker === ended) worker = undefined;
  }

  return {
    async merge(request) {
      const thread = threadToUse();
      const outcome = Promise.withResolvers<Uint8Array>();
      const onMessage = (answer: MergeAnswer) => {
        if (answer.ok) outcome.resolve(answer.state);
        else outcome.reject(new Error(answer.reason));
      };
      const onError = (error: unknown) => outcome.reject(new Error(`Merging: ${String(error)}`));
      const onExit = () => outcome.reject(new Error('The merging thread ended.'));
      const timer = setTimeout(() => {
        outcome.reject(new Error(`Merging took more than ${timeoutMs} ms.`));
        forget(thread);
        void thread.terminate();
      }, timeoutMs);
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
      try {
        thread.postMessage(request, buffersOf(request));
        return await outcome.promise;
      } finally {
        clearTimeout(timer);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      }
    },
    async end() {
      await worker?.terminate();
    },
  };
}

function startMergeThread(): Worker {
  return new Worker(new URL('./mergeThread.ts', import.meta.url), {
    name: 'merge',
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
}

/** The distinct buffers behind the arrays, which travel without being copied. */
function buffersOf({ snapshot, updates }: MergeRequest): ArrayBuffer[] {
  const arrays = snapshot === undefined ? updates : [snapshot, ...updates];
  const buffers = arrays.map((array) => array.buffer).filter((it) => it instanceof ArrayBuffer);
  return [...new Set(buffers)];
}
