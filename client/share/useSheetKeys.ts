/** A sheet's three links, as the facilitator may see and renew them. */
import { useEffect, useState } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { ApiFailure, ApiResult } from '../api/request.ts';
import { fetchKeys, rotateKeys, type SheetKeys } from '../api/sheets.ts';

interface SheetKeysState {
  /** Undefined while they are fetched, or when they could not be. */
  readonly found: SheetKeys | undefined;
  readonly failure: ApiFailure | undefined;
  readonly retry: () => void;
  /** Makes a new link in a role's place. Resolves with the failure, undefined when it worked. */
  readonly renew: (role: Role) => Promise<ApiFailure | undefined>;
}

type Fetched = Pick<SheetKeysState, 'found' | 'failure'>;

const NOTHING_YET: Fetched = { found: undefined, failure: undefined };

/** Links that were found once stay in sight when fetching them again fails. */
function after({ found }: Fetched, result: ApiResult<SheetKeys>): Fetched {
  return result.ok
    ? { found: result.value, failure: undefined }
    : { found, failure: result.failure };
}

/**
 * `key` must be the facilitator's. When it is renewed `onOwnKey` is told, and gives it back as the
 * next `key`.
 */
export function useSheetKeys(
  sheetId: SheetId,
  key: string,
  onOwnKey: (key: string) => void,
): SheetKeysState {
  const [{ found, failure }, setState] = useState(NOTHING_YET);

  useEffect(() => {
    let isCurrent = true;
    void fetchKeys(sheetId, key).then((result) => {
      if (isCurrent) setState((before) => after(before, result));
    });
    return () => {
      isCurrent = false;
    };
  }, [sheetId, key]);

  async function renew(role: Role) {
    const result = await rotateKeys(sheetId, key, [role]);
    if (!result.ok) return result.failure;
    setState((before) => after(before, result));
    if (role === 'fasilitator') onOwnKey(result.value.keys.fasilitator);
    return undefined;
  }
  function retry() {
    setState(NOTHING_YET);
    void fetchKeys(sheetId, key).then((result) => setState((before) => after(before, result)));
  }
  return { found, failure, retry, renew };
}
