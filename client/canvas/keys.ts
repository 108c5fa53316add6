/**
 * Keys that are not the canvas's. tldraw listens on its container, and for its letters on the
 * body; an event that carries `isKilled` has been dealt with for the first, and must not reach the
 * second.
 */
import { useEffect } from 'react';

const handled = new WeakSet<Event>();

/** Tells tldraw that an event has been dealt with. It marks those of its own in the same way. */
export function markHandled(event: Event): void {
  Object.assign(event, { isKilled: true });
  handled.add(event);
}

/**
 * Keeps plain letters that were typed in our own parts of the canvas from choosing tools. They
 * are stopped between React's root, whose listeners have heard them by then, and the body. That a
 * key comes up is let through: one that went down elsewhere would count as held for ever, and no
 * letter would choose anything.
 */
export function useOwnKeys(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    const onKey = (event: KeyboardEvent) => {
      if (handled.has(event) && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    };
    root?.addEventListener('keydown', onKey);
    return () => root?.removeEventListener('keydown', onKey);
  }, []);
}

/** For a panel of ours inside tldraw's container: its keys and presses are its own. */
export function ownsItsEvents(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const stop = new AbortController();
  for (const type of ['keydown', 'keyup', 'touchstart', 'touchend'] as const) {
    element.addEventListener(type, markHandled, { signal: stop.signal });
  }
  for (const type of ['wheel', 'contextmenu'] as const) {
    element.addEventListener(type, (event) => event.stopPropagation(), {
      signal: stop.signal,
      passive: true,
    });
  }
  return () => stop.abort();
}
