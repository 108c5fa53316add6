/**
 * JSON as it may stand in a document. What other clients stored can be anything that Yjs can
 * carry (NaN, bigint, bytes, nesting without end), so these look before anybody walks into it,
 * and never throw.
 */

/** Deeper than anything that this product or tldraw writes, and far from the end of a stack. */
const MAX_JSON_DEPTH = 64;

/**
 * Keys that no object may have: Yjs tells what to store by `constructor`, and `__proto__` does not
 * survive the wire.
 */
const FORBIDDEN_KEYS = ['constructor', '__proto__'];

/** Whether a value is JSON that can be stored, and not nested deeper than `maxDepth`. */
export function isJson(value: unknown, maxDepth: number = MAX_JSON_DEPTH): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (maxDepth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, maxDepth - 1));
  return (
    isPlainObject(value) &&
    !FORBIDDEN_KEYS.some((key) => Object.hasOwn(value, key)) &&
    Object.values(value).every((item) => isJson(item, maxDepth - 1))
  );
}

/** Whether a value is a JSON object, as `isJson` sees it. */
export function isJsonRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlainObject(value) && isJson(value);
}

/** Whether a value, JSON or not, is nested at most `maxDepth` deep. */
export function isWithinDepth(value: unknown, maxDepth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return maxDepth > 0 && Object.values(value).every((item) => isWithinDepth(item, maxDepth - 1));
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}

/**
 * A text as it is stored: line breaks are `\n`, and lone halves of surrogate pairs, which cannot
 * be sent, become U+FFFD here rather than on the wire.
 */
export function storedText(text: string): string {
  return text.replace(/\r\n?/g, '\n').toWellFormed();
}

/**
 * A copy fit to be stored: the caller may change its own afterwards, keys that hold undefined are
 * left out, and lone halves of surrogate pairs become U+FFFD as in `storedText`. What is not JSON
 * stays as it is.
 */
export function storedJson(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(storedJson);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, storedJson(item)]),
  );
}

/** JSON text in which equal values read alike: keys stand in order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isPlainObject(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** An object of keys and values: no array, no bytes, no Yjs type. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
