/**
 * The thread that writes the formats which take longer than an event loop may stand still. Each
 * format's library is loaded when it is first asked for.
 */
import { parentPort } from 'node:worker_threads';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';

export type ThreadFormat = 'xlsx' | 'docx' | 'pdf';
export type PortfolioFormat = 'csv' | 'xlsx';

/** What is to be written. A portfolio comes as JSON in UTF-8, and is handed over, not copied. */
export type ExportJob =
  | { readonly of: 'sheet'; readonly format: ThreadFormat; readonly snapshot: Snapshot }
  | {
      readonly of: 'portfolio';
      readonly format: PortfolioFormat;
      readonly json: Uint8Array<ArrayBuffer>;
    };

export interface ExportRequest {
  readonly number: number;
  readonly job: ExportJob;
}

export type ExportAnswer = { readonly number: number } & (
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: string }
);

if (parentPort !== null) {
  const port = parentPort;
  port.on('message', async (request: ExportRequest) => {
    const answer = await answerTo(request);
    port.postMessage(answer, answer.ok ? [answer.bytes.buffer] : []);
  });
}

async function answerTo({ number, job }: ExportRequest): Promise<ExportAnswer> {
  try {
    // A copy of its own size: buffers are often parts of larger ones, which cannot be handed over.
    return { number, ok: true, bytes: new Uint8Array(await write(job)) };
  } catch (error) {
    return {
      number,
      ok: false,
      reason: error instanceof Error ? String(error.stack) : String(error),
    };
  }
}

function write(job: ExportJob): Promise<Uint8Array> {
  return job.of === 'sheet'
    ? writeSheet(job.format, job.snapshot)
    : writePortfolio(job.format, job.json);
}

async function writePortfolio(format: PortfolioFormat, json: Uint8Array): Promise<Uint8Array> {
  const { portfolioTables, writePortfolioCsv } = await import('./portfolio.ts');
  const tables = portfolioTables(JSON.parse(new TextDecoder().decode(json)));
  switch (format) {
    case 'csv':
      return new TextEncoder().encode(writePortfolioCsv(tables));
    case 'xlsx':
      return (await import('./xlsx.ts')).writeWorkbook(tables);
  }
}

async function writeSheet(format: ThreadFormat, snapshot: Snapshot): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx(snapshot);
    case 'docx':
      return (await import('./docx.ts')).writeDocx(snapshot);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).writePdf(snapshot);
  }
}
