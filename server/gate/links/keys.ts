/**
 * Capability keys: whoever holds one may do what its role may. Only hashes are stored. The keys
 * for reading and writing are also sealed under the facilitator's key, so that the facilitator
 * can show their links again; the server by itself can open no seal.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const KEY_BYTES = 24;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
const SEAL_PURPOSE = 'helhetsmodellen-a3 sealed key 1';
/** Longer than any key of ours; nothing longer is looked at. */
const MAX_KEY_LENGTH = 128;

/** A fresh key: 32 characters of base64url. */
export function mintKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/** SHA-256, hex. Keys are random and long, so that a plain hash can be neither guessed nor undone. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Whether a text could be a key at all. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_KEY_LENGTH;
}

/** Whether a key has this hash, in a time that tells nothing. */
export function matchesHash(key: string, hash: string): boolean {
  const [given, stored] = [Buffer.from(hashKey(key)), Buffer.from(hash)];
  return given.length === stored.length && timingSafeEqual(given, stored);
}

/** Encrypts a key under another; `context` must be the same when it is opened. */
export function sealKey(key: string, under: string, context: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secretOf(under), iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** The sealed key, or undefined when it was not sealed under this one or not in this context. */
export function openSeal(sealed: Uint8Array, under: string, context: string): string | undefined {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, secretOf(under), iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    const opened = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function secretOf(key: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', SEAL_PURPOSE, 32));
}
