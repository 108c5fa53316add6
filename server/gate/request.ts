/** What a request carries to say who sends it, and from where. */

/** The key of `Authorization: Bearer <key>`. */
export function bearerOf(authorization: string | undefined): string | undefined {
  const match = /^Bearer +([^\s]+) *$/i.exec(authorization ?? '');
  return match?.[1];
}

/**
 * Whether a page at `origin` may open a socket here: it was served by this very host, or by the
 * address under which the server is known. Programs that are no browsers send no origin.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: URL | undefined,
): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === publicUrl?.origin || from.host === host?.toLowerCase();
}
