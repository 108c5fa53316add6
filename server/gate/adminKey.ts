/**
 * The key that lets somebody create sheets on a server that others can reach. Made at first start
 * and shown once; only its hash is stored.
 */
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { Records } from '../records/port.ts';
import { hashKey, isKey, matchesHash, mintKey } from './links/keys.ts';

const SETTING = 'adminKeyHash';

/** Makes the key at first start and answers it, to be shown; undefined at every later start. */
export async function makeAdminKey(records: Records): Promise<string | undefined> {
  if ((await records.getSetting(SETTING)) !== undefined) return undefined;
  const key = mintKey();
  await records.setSetting(SETTING, hashKey(key));
  return key;
}

/** Rejects with Refusal `create.forbidden` unless `key` is the admin key. */
export async function requireAdminKey(records: Records, key: string | undefined): Promise<void> {
  const hash = await records.getSetting(SETTING);
  if (hash === undefined || !isKey(key) || !matchesHash(key, hash)) {
    throw new Refusal('create.forbidden');
  }
}
