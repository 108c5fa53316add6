/**
 * A page whose code is fetched when it is first asked for. React's own `lazy` would do, but what
 * its boundary shows meanwhile stays for at least 0.3 seconds, however soon the code has come.
 */
import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';

export interface LatePage<Props> {
  readonly Page: ComponentType<Props>;
  /** Begins to fetch the code, unless that has begun; when it fails, showing the page will tell. */
  fetch(): void;
}

type Arrival<Props> =
  | { readonly component: ComponentType<Props> }
  | { readonly error: unknown }
  | undefined;

/** `meanwhile` stands in for the page until its code is here. */
export function latePage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode,
): LatePage<Props> {
  const listeners = new Set<() => void>();
  let arrival: Arrival<Props>;
  let hasBegun = false;

  function fetch(): void {
    if (hasBegun) return;
    hasBegun = true;
    load().then(
      (component) => arrive({ component }),
      (error: unknown) => arrive({ error }),
    );
  }

  function arrive(next: Arrival<Props>): void {
    arrival = next;
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function Page(props: Props): ReactNode {
    const arrived = useSyncExternalStore(subscribe, () => arrival);
    useEffect(fetch, []);
    if (arrived === undefined) return meanwhile;
    if ('error' in arrived) throw arrived.error;
    return <arrived.component {...props} />;
  }

  return { Page, fetch };
}
