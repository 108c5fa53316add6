/**
 * Branded ids. An id is 16 random bytes in base64url (22 characters), minted by whoever writes
 * the thing it names: unguessable, so that it may stand in a link, and never a counter, so that
 * two people who are offline cannot mint the same one.
 */

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type SheetId = Id<'Sheet'>;
export type RotaarsakId = Id<'Rotaarsak'>;
export type TiltakId = Id<'Tiltak'>;
export type GevinstId = Id<'Gevinst'>;
export type MaalingId = Id<'Maaling'>;
export type LappId = Id<'Lapp'>;
export type CommentId = Id<'Comment'>;
export type ProgramId = Id<'Program'>;
export type EnhetId = Id<'Enhet'>;
export type MaaltallId = Id<'Maaltall'>;
export type UsikkerhetId = Id<'Usikkerhet'>;
export type MilepaelId = Id<'Milepael'>;
export type AktivitetId = Id<'Aktivitet'>;
export type VedtakId = Id<'Vedtak'>;

export type AnyId =
  | SheetId
  | RotaarsakId
  | TiltakId
  | GevinstId
  | MaalingId
  | LappId
  | CommentId
  | ProgramId
  | EnhetId
  | MaaltallId
  | UsikkerhetId
  | MilepaelId
  | AktivitetId
  | VedtakId;

/**
 * A picture on a sheet: the SHA-256 of its bytes in hex, so that the same picture is kept once. The
 * one id that is not minted.
 */
export type AssetId = Id<'Asset'>;

/** A source of random bytes, passed in: `crypto.getRandomValues` in the product, seeded in tests. */
export type RandomBytes = (count: number) => Uint8Array;

const ID_BYTES = 16;
const ID_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A fresh id. The caller's type says what it names: `mintId<TiltakId>(random)`. */
export function mintId<T extends AnyId>(random: RandomBytes): T {
  return base64url(random(ID_BYTES)) as T;
}

/** Whether a string could be one of our ids (8–64 characters of base64url). */
export function isId(value: unknown): value is AnyId {
  return typeof value === 'string' && ID_PATTERN.test(value);
}

/** The string as an id of type T, or undefined when it cannot be one. */
export function parseId<T extends AnyId>(value: unknown): T | undefined {
  return isId(value) ? (value as T) : undefined;
}

/** The string as a picture's id, or undefined when it cannot be one. */
export function parseAssetId(value: unknown): AssetId | undefined {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? (value as AssetId) : undefined;
}

/** Unpadded base64url (RFC 4648 §5), without a browser or Node API. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    text += ALPHABET.charAt(a >> 2);
    text += ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += ALPHABET.charAt(c & 63);
  }
  return text;
}
