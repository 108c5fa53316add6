/** Has a workbook read by the worker beside this file. One worker for each reading: it can be ended. */
import { MAX_READING_MS } from './limits.ts';
import type { WorkbookFault, WorkbookSheet } from './workbook.ts';
import type { WorkbookAnswer, WorkbookRequest } from './worker.ts';

/** `tooSlow`: given up after a while, or the worker ran out of room. */
export type ReadingFault = WorkbookFault | 'tooSlow';

export async function readInWorker(
  bytes: Uint8Array,
  index: number,
  signal: AbortSignal,
): Promise<WorkbookSheet | ReadingFault> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const tooLong = AbortSignal.timeout(MAX_READING_MS);
  try {
    return await new Promise((resolve) => {
      const giveUp = (): void => resolve('tooSlow');
      worker.addEventListener('message', ({ data }: MessageEvent<WorkbookAnswer>) => resolve(data));
      worker.addEventListener('error', giveUp);
      signal.addEventListener('abort', giveUp);
      tooLong.addEventListener('abort', giveUp);
      worker.postMessage({ bytes, index } satisfies WorkbookRequest);
    });
  } finally {
    worker.terminate();
  }
}
