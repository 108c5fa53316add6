/** Creates a sheet and goes to it. */
import { useState } from 'react';
import type { ApiFailure } from '../api/request.ts';
import { createSheet, type NewSheet } from '../api/sheets.ts';
import { navigate } from '../router/router.ts';

/** Kept while the tab is open, never stored: whoever creates one sheet often creates another. */
let rememberedAdminKey: string | undefined;

interface CreateSheet {
  /** Resolves with the failure, or with undefined when the person is on the way to the sheet. */
  readonly create: (sheet: NewSheet, adminKey?: string) => Promise<ApiFailure | undefined>;
  readonly isBusy: boolean;
}

export function useCreateSheet(): CreateSheet {
  const [isBusy, setBusy] = useState(false);
  async function create(sheet: NewSheet, adminKey = rememberedAdminKey) {
    setBusy(true);
    const result = await createSheet(sheet, adminKey);
    setBusy(false);
    if (!result.ok) return result.failure;
    rememberedAdminKey = adminKey;
    navigate(`/ark/${result.value.id}#n=${result.value.keys.fasilitator}`);
    return undefined;
  }
  return { create, isBusy };
}
