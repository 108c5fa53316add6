/** A document's three links, as the facilitator may see and renew them. */
import { useEffect, useState } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import { type DocumentKeys, fetchKeys, rotateKeys } from '../api/keys.ts';
import type { ApiFailure, ApiResult } from '../api/request.ts';

interface DocumentKeysState {
  /** Undefined while they are fetched, or when they could not be. */
  readonly found: DocumentKeys | undefined;
  readonly failure: ApiFailure | undefined;
  readonly retry: () => void;
  /** Makes a new link in a role's place. Resolves with the failure, undefined when it worked. */
  readonly renew: (role: Role) => Promise<ApiFailure | undefined>;
}

type Fetched = Pick<DocumentKeysState, 'found' | 'failure'>;

const NOTHING_YET: Fetched = { found: undefined, failure: undefined };

/** Links that were found once stay in sight when fetching them again fails. */
function after({ found }: Fetched, result: ApiResult<DocumentKeys>): Fetched {
  return result.ok
    ? { found: result.value, failure: undefined }
    : { found, failure: result.failure };
}

/**
 * `path` is the document's, such as `/api/sheets/<id>`; `key` must be the facilitator's. When it is
 * renewed `onOwnKey` is told, and gives it back as the
 * next `key`.
 */
export function useDocumentKeys(
  path: string,
  key: string,
  onOwnKey: (key: string) => void,
): DocumentKeysState {
  const [{ found, failure }, setState] = useState(NOTHING_YET);

  useEffect(() => {
    let isCurrent = true;
    void fetchKeys(path, key).then((result) => {
      if (isCurrent) setState((before) => after(before, result));
    });
    return () => {
      isCurrent = false;
    };
  }, [path, key]);

  async function renew(role: Role) {
    const result = await rotateKeys(path, key, [role]);
    if (!result.ok) return result.failure;
    setState((before) => after(before, result));
    if (role === 'fasilitator') onOwnKey(result.value.keys.fasilitator);
    return undefined;
  }
  function retry() {
    setState(NOTHING_YET);
    void fetchKeys(path, key).then((result) => setState((before) => after(before, result)));
  }
  return { found, failure, retry, renew };
}
