/**
 * Which view of the sheet is shown: the canvas or the form. The address says it (`?visning=`), so
 * that a link can; without it this browser's last choice does, and the first time it is the form.
 * A phone starts in the form whatever was chosen: the page is wider than its screen.
 */
import { useSyncExternalStore } from 'react';
import { browserStorage } from '../connection/environment.ts';
import { KART_PARAMETER } from '../redthread/kart.ts';
import { changeSearch, searchParam, subscribeSearch } from '../router/search.ts';

export const VISNINGER = ['lerret', 'skjema'] as const;
export type Visning = (typeof VISNINGER)[number];

const PARAMETER = 'visning';
const CHOICE_KEY = 'a3:visning';
/** Screens narrower than this, in CSS pixels, are phones'. */
const PHONE_PX = 640;

/** The view that is shown now. */
export function useVisning(): Visning {
  return useSyncExternalStore(subscribeSearch, currentVisning);
}

function currentVisning(): Visning {
  return chooseVisning(searchParam(PARAMETER), browserStorage.read(CHOICE_KEY), innerWidth);
}

/** `asked` is what the address says, `kept` what was chosen last, `widthPx` the window's width. */
export function chooseVisning(
  asked: string | null,
  kept: string | undefined,
  widthPx: number,
): Visning {
  if (isVisning(asked)) return asked;
  return isVisning(kept) && widthPx >= PHONE_PX ? kept : 'skjema';
}

/** Shows a view, without a kart over it, remembers it, and makes it a step in the history. */
export function showVisning(visning: Visning): void {
  // What is left says its name too, so that the way back leads to it whatever is chosen since.
  const left = { [PARAMETER]: currentVisning() };
  browserStorage.write(CHOICE_KEY, visning);
  changeSearch({ [PARAMETER]: visning, [KART_PARAMETER]: null }, left);
}

function isVisning(value: string | null | undefined): value is Visning {
  return VISNINGER.some((visning) => visning === value);
}
