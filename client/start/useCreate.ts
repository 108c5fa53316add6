/** Creates a sheet or a programme and goes to it. */
import { useState } from 'react';
import { adminKey, rememberAdminKey } from '../api/adminKey.ts';
import { createProgram, type NewProgram } from '../api/programs.ts';
import type { ApiFailure, ApiResult } from '../api/request.ts';
import { createSheet, type NewSheet } from '../api/sheets.ts';
import { browserStorage } from '../connection/environment.ts';
import { rememberKey } from '../connection/keyRing.ts';
import type { DocumentId } from '../connection/kinds.ts';
import { formatLink } from '../connection/link.ts';
import { navigate } from '../router/router.ts';

export type NewDocument = NewSheet | { readonly program: NewProgram };

interface Create {
  /** Resolves with the failure, or with undefined when the person is on the way to what was made. */
  readonly create: (draft: NewDocument, adminKey?: string) => Promise<ApiFailure | undefined>;
  readonly isBusy: boolean;
}

export function useCreate(): Create {
  const [isBusy, setBusy] = useState(false);
  async function create(draft: NewDocument, key = adminKey()) {
    setBusy(true);
    const result = await addressOfNew(draft, key);
    setBusy(false);
    if (!result.ok) return result.failure;
    rememberAdminKey(key);
    navigate(result.value);
    return undefined;
  }
  return { create, isBusy };
}

/** Makes it on the server and answers its facilitator's link, from its path on. */
async function addressOfNew(
  draft: NewDocument,
  key: string | undefined,
): Promise<ApiResult<string>> {
  if (!('program' in draft)) {
    const result = await createSheet(draft, key);
    if (!result.ok) return result;
    const { id, keys } = result.value;
    keep(id, keys.fasilitator);
    return { ok: true, value: formatLink({ page: 'ark', id, key: keys.fasilitator }) };
  }
  const result = await createProgram(draft.program, key);
  if (!result.ok) return result;
  const { id, keys, sheets } = result.value;
  keep(id, keys.fasilitator);
  // The programme's link opens none of its sheets: this device gets their own, which nobody else has.
  for (const sheet of sheets) keep(sheet.id, sheet.keys.fasilitator);
  return { ok: true, value: formatLink({ page: 'program', id, key: keys.fasilitator }) };
}

/** At once: nobody else has the key, and whoever goes back before the page has opened needs it too. */
function keep(id: DocumentId, key: string): void {
  rememberKey(browserStorage, id, { key, role: 'fasilitator' });
}
