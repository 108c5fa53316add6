/** The address's parameters (`?visning=lerret`), which a page may change without being left. */

const listeners = new Set<() => void>();

/** What a parameter is now; null where the address has none. */
export function searchParam(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}

/**
 * Changes parameters and makes that a step in the history; null takes one away. `before` are those
 * that the address which is left is to name, so that the way back leads to what was shown.
 */
export function changeSearch(
  changes: Readonly<Record<string, string | null>>,
  before: Readonly<Record<string, string | null>> = {},
): void {
  history.replaceState(history.state, '', addressWith(before));
  history.pushState(history.state, '', addressWith(changes));
  for (const listener of listeners) listener();
}

/** Hears of changed parameters, also by the browser's back and forward; answers how to stop. */
export function subscribeSearch(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

function addressWith(params: Readonly<Record<string, string | null>>): URL {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(params)) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  return address;
}
