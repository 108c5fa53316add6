/** What the canvas asks of the installation before it opens. */
import * as z from 'zod/mini';
import { type ApiResult, callApi } from './request.ts';

const canvasSettings = z.object({
  /** tldraw's, when the installation has one; else its watermark is shown. */
  licenseKey: z.nullable(z.string()),
});

export type CanvasSettings = z.infer<typeof canvasSettings>;

export function fetchCanvasSettings(): Promise<ApiResult<CanvasSettings>> {
  return callApi({ method: 'GET', path: '/api/canvas', answer: canvasSettings });
}
