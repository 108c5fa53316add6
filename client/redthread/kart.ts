/**
 * Which kart lies over the sheet, if any: the gevinstkart, or the matrix in which tiltak are
 * prioritised. The address says it (`?kart=`), so that a link can and the way back closes it.
 */
import { useSyncExternalStore } from 'react';
import { changeSearch, searchParam, subscribeSearch } from '../router/search.ts';

export const KARTENE = ['gevinster', 'prioritering'] as const;
export type Kart = (typeof KARTENE)[number];

export const KART_PARAMETER = 'kart';

/** The kart that is shown now. */
export function useKart(): Kart | undefined {
  return useSyncExternalStore(subscribeSearch, currentKart);
}

/** Lays a kart over the sheet; undefined takes it away. Each is a step in the history. */
export function showKart(kart: Kart | undefined): void {
  if (kart !== currentKart()) changeSearch({ [KART_PARAMETER]: kart ?? null });
}

function currentKart(): Kart | undefined {
  const asked = searchParam(KART_PARAMETER);
  return KARTENE.find((kart) => kart === asked);
}
