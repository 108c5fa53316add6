/**
 * The saved status as it is fit to be seen: every key stroke makes it «Lagrer …» for a moment, and
 * a word that flickers cannot be read. Worse news shows at once; good news when it has held.
 */
import { useEffect, useState } from 'react';
import type { SavedStatus } from './savedState.ts';

const HOLD_MS = 400;

/** What is shown. */
export interface Shown {
  readonly status: SavedStatus;
  /** Nothing has been shown before: the connection is being made, and nobody has written. */
  readonly isFirst: boolean;
}

/** Whether the new status may wait: writing has come to rest, so nothing false is shown meanwhile. */
export function mayWait(shown: Shown, status: SavedStatus): boolean {
  if (shown.isFirst || shown.status !== 'lagrer') return false;
  return status === 'lagret' || status === 'frakoblet-lagret-her';
}

/** The status to show. */
export function useSteadyStatus(status: SavedStatus): SavedStatus {
  const [shown, setShown] = useState<Shown>({ status, isFirst: true });
  const waits = mayWait(shown, status);
  useEffect(() => {
    if (shown.status === status) return undefined;
    const show = () => setShown({ status, isFirst: false });
    if (!waits) return show();
    const timer = setTimeout(show, HOLD_MS);
    return () => clearTimeout(timer);
  }, [shown, status, waits]);
  return waits ? shown.status : status;
}
