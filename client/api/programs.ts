/** The calls about programmes: creating one, and which sheets belong to it. */
import * as z from 'zod/mini';
import { type ProgramId, parseId, type SheetId } from '../../shared/ids/ids.ts';
import { SHEET_KINDS } from '../../shared/sheet/schema/vocabulary.ts';
import { documentKeys } from './keys.ts';
import { type ApiResult, callApi } from './request.ts';

const sheetId = z.pipe(
  z.string().check(z.refine((id) => parseId<SheetId>(id) !== undefined)),
  z.transform((id) => id as SheetId),
);

const createdProgram = z.object({
  ...documentKeys.shape,
  id: z.pipe(
    z.string().check(z.refine((id) => parseId<ProgramId>(id) !== undefined)),
    z.transform((id) => id as ProgramId),
  ),
  /** Those that a worked example comes with. */
  sheets: z._default(z.array(z.object({ ...documentKeys.shape, id: sheetId })), []),
});

export type CreatedProgram = z.infer<typeof createdProgram>;

/** A programme with a name, or a copy of a worked example. */
export type NewProgram = { readonly name: string } | { readonly example: 'levanger' };

/** `adminKey` is asked for by servers that do not let everybody create. */
export function createProgram(
  program: NewProgram,
  adminKey?: string,
): Promise<ApiResult<CreatedProgram>> {
  return callApi({
    method: 'POST',
    path: '/api/programs',
    key: adminKey,
    body: program,
    answer: createdProgram,
  });
}

const sheetInProgram = z.object({
  sheetId,
  kind: z.enum(SHEET_KINDS),
  /** Null while the sheet cannot be read. */
  title: z.nullable(z.string()),
  edition: z.nullable(z.string()),
  enhetId: z.nullable(z.string()),
});

/** What anybody in a programme may know of a sheet in it. */
export type SheetInProgram = z.infer<typeof sheetInProgram>;

const programWithSheets = z.object({ sheets: z.array(sheetInProgram) });

/** The sheets of a programme, the oldest first. */
export async function fetchProgramSheets(
  programId: ProgramId,
  key: string,
  signal?: AbortSignal,
): Promise<ApiResult<readonly SheetInProgram[]>> {
  const result = await callApi({
    method: 'GET',
    path: `/api/programs/${programId}`,
    key,
    answer: programWithSheets,
    ...(signal && { signal }),
  });
  return result.ok ? { ok: true, value: result.value.sheets } : result;
}

const movedSheet = z.object({ sheetId });

/** Takes a sheet into a programme; `sheetKey` must be the sheet's fasilitator's. */
export function addSheetToProgram(
  programId: ProgramId,
  key: string,
  sheet: { readonly sheetId: SheetId; readonly key: string },
): Promise<ApiResult<unknown>> {
  return callApi({
    method: 'POST',
    path: `/api/programs/${programId}/sheets`,
    key,
    body: sheet,
    answer: movedSheet,
  });
}

/** Takes a sheet out of a programme. The sheet itself stays as it is. */
export function removeSheetFromProgram(
  programId: ProgramId,
  key: string,
  removed: SheetId,
): Promise<ApiResult<unknown>> {
  return callApi({
    method: 'DELETE',
    path: `/api/programs/${programId}/sheets/${removed}`,
    key,
    answer: movedSheet,
  });
}
