/** The icons of tldraw's interface: those that are shown at once, and soon all the others. */
import { useEffect, useState } from 'react';
import type { TLUiAssetUrls } from 'tldraw';
import { whenIdle } from '../../sections/prose/idle.ts';
import { firstAssetUrls, tldrawAssetUrls } from './assetUrls.ts';

/** Until then nobody who has just opened the board is kept waiting by icons. */
const LATER_MS = 3000;
/** What a menu or a panel with other icons is opened by. */
const ASKED_BY = ['pointerdown', 'keydown'] as const;

export function useUiAssetUrls(): TLUiAssetUrls {
  const [urls, setUrls] = useState(firstAssetUrls);
  useEffect(() => {
    const showAll = () => setUrls(tldrawAssetUrls);
    let stopWaiting: (() => void) | undefined;
    const later = setTimeout(() => {
      stopWaiting = whenIdle(showAll);
    }, LATER_MS);
    const asked = new AbortController();
    for (const type of ASKED_BY) {
      window.addEventListener(type, showAll, { capture: true, once: true, signal: asked.signal });
    }
    return () => {
      clearTimeout(later);
      stopWaiting?.();
      asked.abort();
    };
  }, []);
  return urls;
}
