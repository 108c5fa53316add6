/** Where a sheet stands: its programme, the sheet above it, and the dypdykk below. */
import * as z from 'zod/mini';
import type { EnhetId, SheetId, TiltakId } from '../../shared/ids/ids.ts';
import { KEYS_HEADER, type SheetContext } from '../../shared/portfolio/sheetContext.ts';
import {
  gevinstSchema,
  idSchema,
  portfolioProgramSchema,
  sumsSchema,
  tiltakSchema,
} from './portfolio.ts';
import { type ApiResult, callApi } from './request.ts';

const text = z.string();

const contextSchema = z.object({
  program: z.nullable(portfolioProgramSchema),
  enheter: z.array(
    z.object({ id: idSchema<EnhetId>(), parentId: z.nullable(idSchema<EnhetId>()), name: text }),
  ),
  parent: z.nullable(
    z.object({
      sheetId: idSchema<SheetId>(),
      tiltakId: z.nullable(idSchema<TiltakId>()),
      title: z.nullable(text),
    }),
  ),
  dypdykk: z.array(
    z.object({
      sheetId: idSchema<SheetId>(),
      tiltakId: z.nullable(idSchema<TiltakId>()),
      sums: sumsSchema,
      content: z.nullable(
        z.object({
          title: text,
          tiltak: z.array(tiltakSchema),
          gevinster: z.array(gevinstSchema),
        }),
      ),
    }),
  ),
}) satisfies z.ZodMiniType<SheetContext>;

export interface OtherKey {
  readonly sheetId: SheetId;
  readonly key: string;
}

/** No more keys than this are taken in one call. */
const MOST_KEYS = 100;

/** `others` are keys of other sheets, which are told of as far as their keys reach. */
export function fetchSheetContext(
  sheetId: SheetId,
  key: string,
  others: readonly OtherKey[],
  signal: AbortSignal,
): Promise<ApiResult<SheetContext>> {
  const shown = others.slice(0, MOST_KEYS).map((other) => `${other.sheetId}=${other.key}`);
  return callApi({
    method: 'GET',
    path: `/api/sheets/${sheetId}/context`,
    key,
    headers: shown.length === 0 ? {} : { [KEYS_HEADER]: shown.join(',') },
    answer: contextSchema,
    signal,
  });
}
