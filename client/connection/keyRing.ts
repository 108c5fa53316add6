/**
 * The keys that this browser holds for a document, the one in use first. A key that another replaces
 * is kept: a facilitator who opens the readers' link to look must not lose the only key there is.
 */
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../shared/access/roles.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { DocumentId } from './kinds.ts';
import { readJson, type SafeStorage } from './safeStorage.ts';

export interface KnownKey {
  readonly key: string;
  /** Undefined until the server has said it. */
  readonly role: Role | undefined;
}

const MAX_KEYS = 8;

const keySchema = z.object({ key: z.string(), role: z.optional(z.enum(ROLES)) });
const ringSchema = z.object({
  ...keySchema.shape,
  others: z._default(z.array(keySchema), []),
});

function storageName(id: DocumentId): string {
  return `a3:nokkel:${id}`;
}

/** All keys known for the document, the one used last first. */
export function knownKeys(storage: SafeStorage, id: DocumentId): readonly KnownKey[] {
  const parsed = ringSchema.safeParse(readJson(storage, storageName(id)));
  if (!parsed.success) return [];
  return [parsed.data, ...parsed.data.others].map(({ key, role }) => ({ key, role }));
}

/** Makes a key the one in use. False when it will not outlive the page. */
export function rememberKey(storage: SafeStorage, id: DocumentId, used: KnownKey): boolean {
  const others = knownKeys(storage, id)
    .filter(({ key }) => key !== used.key)
    .slice(0, MAX_KEYS - 1);
  return storage.write(storageName(id), JSON.stringify({ ...used, others }));
}

export function forgetKeys(storage: SafeStorage, id: DocumentId): void {
  storage.remove(storageName(id));
}

/**
 * The keys to try, in this order: the link's own first, because somebody has just been given it,
 * then those kept from before. An address without a key is a facilitator's, from which we took it,
 * or one from the list of opened sheets: then the key that may do most comes first, also when a
 * lesser link has been looked at since.
 */
export function keysToTry(
  linkKey: string | undefined,
  known: readonly KnownKey[],
): readonly KnownKey[] {
  if (linkKey === undefined) return [...known].sort((a, b) => rank(b) - rank(a));
  const linked = known.find(({ key }) => key === linkKey) ?? { key: linkKey, role: undefined };
  return [linked, ...known.filter(({ key }) => key !== linkKey)];
}

function rank({ role }: KnownKey): number {
  return role === undefined ? -1 : ROLES.indexOf(role);
}

/** Refusals that another key may not meet. */
export function isAboutKey(code: ErrorCode): boolean {
  return code === 'key.missing' || code === 'key.wrong' || code === 'key.revoked';
}
