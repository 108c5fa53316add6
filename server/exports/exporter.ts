/**
 * The main thread's side of the exporting thread. One export at a time, in the order they were
 * asked for; every one ends, with a file or an error; and the thread ends when it is not needed.
 */
import { Worker } from 'node:worker_threads';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import type {
  ExportAnswer,
  ExportJob,
  ExportRequest,
  PortfolioFormat,
  ThreadFormat,
} from './exportThread.ts';

/** A sheet larger than this may end the thread, never the process. */
const HEAP_LIMIT_MB = 1024;
const TIMEOUT_MS = 60_000;
const IDLE_MS = 60_000;

export interface Exporter {
  /** The file. Rejects when it cannot be written, the thread dies, or it takes too long. */
  write(format: ThreadFormat, snapshot: Snapshot): Promise<Uint8Array>;
  /** The same for a `PortfolioExport`, as JSON; the bytes are gone afterwards. */
  writePortfolio(format: PortfolioFormat, json: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** Ends the thread; what is under way is rejected. */
  close(): Promise<void>;
}

export interface ExporterOptions {
  readonly timeoutMs?: number;
  readonly idleMs?: number;
  /** Starts an exporting thread; tests pass their own. */
  readonly startThread?: () => Worker;
}

export function createExporter(options: ExporterOptions = {}): Exporter {
  const { timeoutMs = TIMEOUT_MS, idleMs = IDLE_MS, startThread = startExportThread } = options;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  let isClosed = false;

  function threadToUse(): Worker {
    if (worker !== undefined) return worker;
    const started = startThread();
    started.once('exit', () => forget(started));
    // Between exports nobody else listens, and an unheard error would end the process.
    started.on('error', () => forget(started));
    // A thread that waits for work does not keep a stopping process alive.
    started.unref();
    worker = started;
    return started;
  }

  function forget(ended: Worker): void {
    if (worker === ended) worker = undefined;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function writeNow(job: ExportJob): Promise<Uint8Array> {
    if (isClosed) throw new Error('The exporter is closed.');
    clearTimeout(idle);
    const thread = threadToUse();
    const outcome = Promise.withResolvers<Uint8Array>();
    count += 1;
    const { format } = job;
    const request: ExportRequest = { number: count, job };
    const onMessage = (answer: ExportAnswer) => {
      if (answer.number !== request.number) return;
      if (answer.ok) outcome.resolve(answer.bytes);
      else outcome.reject(new Error(`Exporting ${format}: ${answer.reason}`));
    };
    const onError = (error: unknown) =>
      outcome.reject(new Error(`Exporting ${format}: ${String(error)}`));
    const onExit = () => outcome.reject(new Error('The exporting thread ended.'));
    const timer = setTimeout(() => {
      outcome.reject(new Error(`Exporting ${format} took more than ${timeoutMs} ms.`));
      void end();
    }, timeoutMs);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    try {
      thread.postMessage(request, job.of === 'portfolio' ? [job.json.buffer] : []);
      return await outcome.promise;
    } finally {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  }

  function writeInTurn(job: ExportJob): Promise<Uint8Array> {
    const next = last.then(() => writeNow(job));
    last = next.catch(() => undefined);
    return next;
  }

  return {
    write: (format, snapshot) => writeInTurn({ of: 'sheet', format, snapshot }),
    writePortfolio: (format, json) => writeInTurn({ of: 'portfolio', format, json }),
    async close() {
      isClosed = true;
      await end();
    },
  };
}

function startExportThread(): Worker {
  return new Worker(new URL('./exportThread.ts', import.meta.url), {
    name: 'export',
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
}
