/**
 * A reloaded document stands where it stood. The browser gives up by itself, for the document comes
 * after the page; so the place is kept for the tab, and followed while the document grows.
 */
import { useEffect } from 'react';
import type { DocumentId } from '../connection/kinds.ts';
import { safeStorage } from '../connection/safeStorage.ts';

/** The parts of a document that are fetched later have come by then. */
const FOLLOW_MS = 3_000;
/** Whoever does this goes elsewhere by themselves. */
const SIGNS = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

const tabStorage = safeStorage(() => sessionStorage);

export function useKeptScroll(id: DocumentId): void {
  useEffect(() => {
    const key = `a3:rull:${id}`;
    const place = Number(tabStorage.read(key) ?? 0);
    tabStorage.remove(key);
    const stop = isComingBack() && place > 0 ? follow(place) : undefined;
    const keep = () => void tabStorage.write(key, String(scrollY));
    addEventListener('pagehide', keep);
    return () => {
      stop?.();
      removeEventListener('pagehide', keep);
    };
  }, [id]);
}

/** Whether this page was reloaded or gone back to, not opened by a link. */
function isComingBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

/** Scrolls to the place, and again each time the page has grown; answers how to stop. */
function follow(place: number): () => void {
  const controller = new AbortController();
  const growth = new ResizeObserver(() => scrollTo({ top: place, behavior: 'instant' }));
  const stop = () => {
    controller.abort();
    growth.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, FOLLOW_MS);
  for (const sign of SIGNS) {
    addEventListener(sign, stop, { passive: true, signal: controller.signal });
  }
  growth.observe(document.body);
  return stop;
}
