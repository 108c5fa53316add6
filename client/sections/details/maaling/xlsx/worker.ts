/** Reads a workbook on a thread of its own, so that the page moves on whatever the file holds. */
import { readWorkbook, type WorkbookFault, type WorkbookSheet } from './workbook.ts';

export interface WorkbookRequest {
  readonly bytes: Uint8Array;
  /** Which sheet, counted among those that are not hidden. */
  readonly index: number;
}

export type WorkbookAnswer = WorkbookSheet | WorkbookFault;

addEventListener('message', ({ data }: MessageEvent<WorkbookRequest>) => {
  postMessage(readWorkbook(data.bytes, data.index) satisfies WorkbookAnswer);
});
