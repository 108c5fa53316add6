/**
 * The saved status as it is fit to be seen: every key stroke makes it «Lagrer …» for a moment, and
 * a word that flickers cannot be read. Worse news shows at once; good news when it has held.
 */
import { useEffect, useState } from 'react';
import type { SavedStatus } from './savedState.ts';

const HOLD_MS = 400;

/** Whether the new status may wait: writing has come to rest, so nothing false is shown meanwhile. */
export function mayWait(shown: SavedStatus, status: SavedStatus): boolean {
  return shown === 'lagrer' && (status === 'lagret' || status === 'frakoblet-lagret-her');
}

/** The status to show. */
export function useSteadyStatus(status: SavedStatus): SavedStatus {
  const [held, setHeld] = useState(status);
  useEffect(() => {
    if (!mayWait(held, status)) return setHeld(status);
    const timer = setTimeout(() => setHeld(status), HOLD_MS);
    return () => clearTimeout(timer);
  }, [held, status]);
  return mayWait(held, status) ? held : status;
}
