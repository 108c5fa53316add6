/** The calls about a document's links, which carry its keys. Those who ask must be its fasilitator. */
import * as z from 'zod/mini';
import type { Role } from '../../shared/access/roles.ts';
import { type ApiResult, callApi } from './request.ts';

const perRole = z.object({ fasilitator: z.string(), rediger: z.string(), les: z.string() });

export const documentKeys = z.object({ keys: perRole, links: perRole });

/** A document's keys, and the links that carry them, by role. */
export type DocumentKeys = z.infer<typeof documentKeys>;

/** All three links of the document at `path`, such as `/api/sheets/<id>`. */
export function fetchKeys(path: string, key: string): Promise<ApiResult<DocumentKeys>> {
  return callApi({ method: 'GET', path: `${path}/keys`, key, answer: documentKeys });
}

/**
 * Makes new links for the given roles. The old ones stop working, and whoever is there by one of
 * them is put out.
 */
export function rotateKeys(
  path: string,
  key: string,
  roles: readonly Role[],
): Promise<ApiResult<DocumentKeys>> {
  return callApi({
    method: 'POST',
    path: `${path}/keys/rotate`,
    key,
    body: { roles },
    answer: documentKeys,
  });
}
