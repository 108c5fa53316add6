/** The calls about whole sheets: creating one, and the links that open it. */
import * as z from 'zod/mini';
import type { Role } from '../../shared/access/roles.ts';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import type { ExampleName } from '../../shared/sheet/examples/examples.ts';
import type { SheetKind } from '../../shared/sheet/schema/vocabulary.ts';
import { type ApiResult, callApi } from './request.ts';

const perRole = z.object({ fasilitator: z.string(), rediger: z.string(), les: z.string() });

const sheetKeys = z.object({ keys: perRole, links: perRole });

/** A sheet's keys, and the links that carry them, by role. */
export type SheetKeys = z.infer<typeof sheetKeys>;

const createdSheet = z.object({
  ...sheetKeys.shape,
  id: z.pipe(
    z.string().check(z.refine((id) => parseId<SheetId>(id) !== undefined)),
    z.transform((id) => id as SheetId),
  ),
});

export type CreatedSheet = z.infer<typeof createdSheet>;

/** A sheet of a kind, empty but for its title, or a copy of a worked example. */
export type NewSheet =
  | { readonly kind: SheetKind; readonly title: string }
  | { readonly example: ExampleName };

/** `adminKey` is asked for by servers that do not let everybody create sheets. */
export function createSheet(sheet: NewSheet, adminKey?: string): Promise<ApiResult<CreatedSheet>> {
  return callApi({
    method: 'POST',
    path: '/api/sheets',
    key: adminKey,
    body: sheet,
    answer: createdSheet,
  });
}

/** All three links of a sheet; `key` must be the facilitator's. */
export function fetchKeys(sheetId: SheetId, key: string): Promise<ApiResult<SheetKeys>> {
  return callApi({
    method: 'GET',
    path: `/api/sheets/${sheetId}/keys`,
    key,
    answer: sheetKeys,
  });
}

/**
 * Makes new links for the given roles. The old ones stop working, and whoever is on the sheet by
 * one of them is put off it. `key` must be the facilitator's.
 */
export function rotateKeys(
  sheetId: SheetId,
  key: string,
  roles: readonly Role[],
): Promise<ApiResult<SheetKeys>> {
  return callApi({
    method: 'POST',
    path: `/api/sheets/${sheetId}/keys/rotate`,
    key,
    body: { roles },
    answer: sheetKeys,
  });
}
