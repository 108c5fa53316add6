/** Creates a sheet and goes to it. */
import { useState } from 'react';
import { adminKey, rememberAdminKey } from '../api/adminKey.ts';
import type { ApiFailure } from '../api/request.ts';
import { createSheet, type NewSheet } from '../api/sheets.ts';
import { navigate } from '../router/router.ts';

interface CreateSheet {
  /** Resolves with the failure, or with undefined when the person is on the way to the sheet. */
  readonly create: (sheet: NewSheet, adminKey?: string) => Promise<ApiFailure | undefined>;
  readonly isBusy: boolean;
}

export function useCreateSheet(): CreateSheet {
  const [isBusy, setBusy] = useState(false);
  async function create(sheet: NewSheet, key = adminKey()) {
    setBusy(true);
    const result = await createSheet(sheet, key);
    setBusy(false);
    if (!result.ok) return result.failure;
    rememberAdminKey(key);
    navigate(`/ark/${result.value.id}#n=${result.value.keys.fasilitator}`);
    return undefined;
  }
  return { create, isBusy };
}
