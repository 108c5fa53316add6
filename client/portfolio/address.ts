/** The portfolio's query as the address has it, and showing another one. */
import { useMemo, useSyncExternalStore } from 'react';
import type { PortfolioQuery } from '../../shared/portfolio/portfolio.ts';
import { readQuery, searchOf } from './query.ts';

const listeners = new Set<() => void>();

/** The query of the address; the same object until the address says something else. */
export function useAddressedQuery(): PortfolioQuery {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return useMemo(() => readQuery(search), [search]);
}

/** The address of this page with another query. The key that stands in the fragment comes along. */
export function hrefOf(query: PortfolioQuery): string {
  return `${location.pathname}${searchOf(query)}${location.hash}`;
}

/** Shows a query, as a step in the history unless it only goes on with the last one. */
export function showQuery(query: PortfolioQuery, goesOn: boolean): void {
  if (goesOn) history.replaceState(history.state, '', hrefOf(query));
  else history.pushState(history.state, '', hrefOf(query));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}
